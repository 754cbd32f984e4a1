"""What is installed on the web server: one program, which imports nothing of the rest."""
