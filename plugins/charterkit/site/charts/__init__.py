"""Charts of published figures: SVG made at build, of exact numbers, that needs no script and no colour."""
