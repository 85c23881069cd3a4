"""The addresses of the site: each leads somewhere and is found; what search engines and servers are told of them."""
