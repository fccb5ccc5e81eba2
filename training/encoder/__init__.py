"""Makes models/declaration-encoder from multilingual-e5-small."""
