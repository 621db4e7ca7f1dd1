"""How the quality systems around the charter are told."""
