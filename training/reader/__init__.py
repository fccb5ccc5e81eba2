"""Makes models/declaration-reader from all-MiniLM-L6-v2."""
