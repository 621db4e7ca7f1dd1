"""What follows from the records of the quality systems around the charter."""
