"""Results in pages: figures, verdicts and sentences, and who answers for them."""
