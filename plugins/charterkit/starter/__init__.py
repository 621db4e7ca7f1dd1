"""What `charter new` writes: a repository for a body, or the records of a new promise. Names go in, files come out.

`forms/` holds the files as they are written, `words/` the comments and texts in them, one file a language.
"""
