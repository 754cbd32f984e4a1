"""Steps on the built folder, one a file: each takes the folder and says what is wrong with it."""
