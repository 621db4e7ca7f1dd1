"""Services in pages: what they need, cost and take, where and when."""
