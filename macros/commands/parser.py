"""The reader of command lines, with its help and errors in Swedish."""

import argparse
import sys
from typing import NoReturn


class Parser(argparse.ArgumentParser):
    """A parser whose help and errors are in Swedish."""

    def __init__(self, **options: object) -> None:
        options.setdefault("formatter_class", argparse.RawDescriptionHelpFormatter)
        super().__init__(**options, add_help=False)  # type: ignore[arg-type]
        self._optionals.title = "val"
        self._positionals.title = "argument"
        self.add_argument("-h", "--help", action="help", help="visa den här hjälpen")

    def format_usage(self) -> str:
        """How it is used, in one line."""
        return super().format_usage().replace("usage: ", "användning: ", 1)

    def format_help(self) -> str:
        """All the help."""
        return super().format_help().replace("usage: ", "användning: ", 1)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong, and end with 2."""
        words = {
            "the following arguments are required:": "det här saknas:",
            "unrecognized arguments:": "okända argument:",
            "invalid choice:": "okänt val:",
            "choose from": "välj bland",
            "expected one argument": "ett värde saknas",
            "argument ": "",
        }
        for english, swedish in words.items():
            message = message.replace(english, swedish)
        print(f"{self.format_usage()}{self.prog}: {message}", file=sys.stderr)
        raise SystemExit(2)
