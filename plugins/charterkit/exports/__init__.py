"""Facts in the formats of other programs: model and standing in, bytes or text out. One module a format."""
