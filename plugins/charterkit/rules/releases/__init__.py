"""What follows from releases: which one holds on a day, what changed between two, and whether they are as they were."""
