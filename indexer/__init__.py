"""The door for decrees: files → blocks → `Decree` → catalogue → index."""
