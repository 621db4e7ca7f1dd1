"""What the pages about the quality systems share."""
