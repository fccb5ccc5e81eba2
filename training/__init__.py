"""Makes the two models that ship in models/, and measures them. See README.md."""
