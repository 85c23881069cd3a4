"""What a page says of itself to browsers, search engines and those who share it: all that its head holds in words."""
