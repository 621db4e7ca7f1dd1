"""What a page tells networks, search engines and other sites."""
