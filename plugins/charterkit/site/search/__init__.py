"""The search of the site: an index a language, made at build and cut into small scripts that a query loads."""
