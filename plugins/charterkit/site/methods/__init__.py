"""How figures come about and how they are judged, in pages."""
