"""How the catalogue came to be, one step a version; run by ``core.storage.migrating``."""
