"""Makes the static embedding model that ships in models/. See README.md."""
