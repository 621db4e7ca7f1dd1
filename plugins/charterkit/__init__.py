"""charterkit: publish a citizen charter from checked YAML records."""

__version__ = "0.1.0"
