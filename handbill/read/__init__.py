"""Reading a campaign from its files."""
