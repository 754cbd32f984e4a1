"""The one statement of the fields: which there are, of what kind, what they mean in Swedish."""
