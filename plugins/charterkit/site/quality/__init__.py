"""What pages about the quality systems around the charter share."""
