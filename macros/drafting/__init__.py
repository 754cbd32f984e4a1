"""What a coordinator answers becomes new files: YAML with its optional fields, and thin pages.

Nothing is written here, and nothing asked: a kind of record says which questions it has, and makes
of their answers the text of every file, all of which is tried before the first is written.
"""
