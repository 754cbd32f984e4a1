"""The sub-commands: one file each, a plain function that returns an exit code."""
