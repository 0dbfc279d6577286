"""What earlier runs found, kept for later ones; `docs/cache.md` tells how it is held right."""
