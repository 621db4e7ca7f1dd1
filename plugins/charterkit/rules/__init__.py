"""What follows from the records: references, statuses, standings. Pure functions over the model."""
