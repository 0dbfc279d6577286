"""From bytes to a document with a place for every key and value, and to the typed model."""
