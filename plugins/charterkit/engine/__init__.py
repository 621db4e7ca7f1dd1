"""The engine room: the only floor that knows MkDocs. What is shown is made below; here it is only placed."""
