"""One view a page: a frozen dataclass with everything that its template shows, already in the reader's words."""
