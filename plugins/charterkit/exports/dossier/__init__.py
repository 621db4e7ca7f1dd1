"""The files that a council decides on: one neutral tree of what they say, written as tagged PDF and as DOCX."""
