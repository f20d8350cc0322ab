"""Sources: bytes in, articles out."""
