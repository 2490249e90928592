"""Whether the messages of the sample follow the schemas that iStandaarden publishes.

    python -m tests.xsd FOLDER

makes all six messages of eight made-up clients, as they would be sent, and holds each against the
schema of its kind in the folder (JW301.xsd and so on, with the basic schema beside them). The
schemas belong to their publisher and are not part of this project, so this is no test of the suite.
"""

import sys
from collections.abc import Mapping
from pathlib import Path

from lxml import etree

from core.sample.messages import CLIENTS, messages_as_sent
from core.sample.region import make_region


class Beside(etree.Resolver):  # type: ignore[misc]
    """Finds a schema in one folder, whatever capitals its name is written with."""

    def __init__(self, folder: Path) -> None:
        """Look in this folder."""
        super().__init__()
        self.files = {path.name.casefold(): path for path in folder.iterdir()}

    def resolve(self, url: str, _identity: str | None, context: object) -> object:
        """Answer with the file of that name."""
        return self.resolve_filename(str(self.files[Path(url).name.casefold()]), context)


def find_faults(folder: Path, messages: Mapping[str, bytes]) -> dict[str, list[str]]:
    """Name what is wrong with each message by its schema; nothing for one that follows it."""
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(Beside(folder))
    kinds = sorted({name[:5] for name in messages})
    schemas = {
        kind: etree.XMLSchema(etree.parse(str(folder / f"{kind}.xsd"), parser)) for kind in kinds
    }
    faults = {}
    for name, content in messages.items():
        schema = schemas[name[:5]]
        schema.validate(etree.fromstring(content))
        faults[name] = [error.message for error in schema.error_log]
    return faults


def main() -> int:
    """Say which messages were held against their schema, and what is wrong with which."""
    faults = find_faults(Path(sys.argv[1]), messages_as_sent(make_region(1), CLIENTS))
    for name, found in faults.items():
        sys.stdout.write(f"{name}: {'; '.join(found) or 'follows its schema'}\n")
    kinds = {name[:5] for name in faults}
    sys.stdout.write(f"{len(faults)} messages of {len(kinds)} kinds\n")
    return int(any(faults.values()))


if __name__ == "__main__":
    sys.exit(main())
