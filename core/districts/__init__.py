"""Districts: young people, use of help and circumstances, in clusters where they are small."""
