"""From files to the typed model: source, schema, build, tables, load."""
