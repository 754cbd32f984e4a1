"""What editors and coordinators are told of the files in plans/: JSON Schema, and a page."""
