"""The ways back from a page: telling, complaining, and what people get when a promise is broken."""
