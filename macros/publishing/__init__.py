"""From the project to the web server: where to, what differs there, and how it gets there."""
