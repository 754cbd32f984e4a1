"""A round through the contacts: which are due, what refers to them, and what an answer changes."""
