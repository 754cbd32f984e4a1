"""The `planportal` command: what one may write on the command line, and which command runs."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from macros.commands import (
    build,
    check,
    comment,
    decide,
    diff,
    new,
    nginx,
    publish,
    rollback,
    schema,
    serve,
    server_setup,
    verify,
)
from macros.commands.parser import Parser
from macros.portal.audience import AUDIENCES, EVERYTHING
from macros.problems import FORMATS

COMMANDS: dict[str, Callable[..., int]] = {
    "check": check.run,
    "build": build.run,
    "serve": serve.run,
    "new": new.run,
    "verify": verify.run,
    "schema": schema.run,
    "decide": decide.run,
    "diff": diff.run,
    "comment": comment.run,
    "nginx": nginx.run,
    "publish": publish.run,
    "rollback": rollback.run,
    "server-setup": server_setup.run,
}


def main(arguments: list[str] | None = None) -> int:
    """Run one command.

    Returns:
        0 when all is well, 1 when the data has problems, 2 when the command was used wrongly.
    """
    options = vars(_parser().parse_args(arguments))
    command = COMMANDS[options.pop("command")]
    root = project_root(Path.cwd())
    if root is None:
        print("Ingen portal här. Gå till mappen med mkdocs.yml och plans/.", file=sys.stderr)
        return 2
    try:
        return command(root, **options)
    except KeyboardInterrupt:
        # Commands that leave something half done say so themselves.
        print("\nAvbrutet.", file=sys.stderr)
        return STOPPED


STOPPED = 130
"""What a shell makes of a program that Ctrl+C has ended."""


def project_root(start: Path) -> Path | None:
    """The nearest folder upwards that holds mkdocs.yml and plans/."""
    for folder in (start, *start.parents):
        if (folder / "mkdocs.yml").is_file() and (folder / "plans").is_dir():
            return folder
    return None


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="planportal",
        description="Kontrollerar, bygger och visar portalen med handlingsplaner.",
        epilog="Exempel:\n  planportal check\n  planportal build\n  planportal serve --port 8080",
    )
    commands = parser.add_subparsers(
        dest="command", required=True, metavar="KOMMANDO", title="kommandon"
    )
    checking = commands.add_parser(
        "check",
        help="lista alla fel i plans/ och content/",
        epilog="Exempel:\n  planportal check\n  planportal check --format github",
    )
    checking.add_argument(
        "--format", choices=list(FORMATS), default="text", help="hur felen skrivs (förval: text)"
    )
    building = commands.add_parser(
        "build",
        help="kontrollera och bygg sidorna till site/",
        epilog=(
            "Exempel:\n  planportal build\n  planportal build --audience public\n\n"
            "Finns ett fel ligger förra site/ kvar."
        ),
    )
    building.add_argument(
        "--audience",
        choices=AUDIENCES,
        default=EVERYTHING,
        help="vem som ska läsa: public är alla, staff personal, coordinator samordnare (förval)",
    )
    deciding = commands.add_parser(
        "decide",
        help="frys en beslutad plan, så att kontrollen ser om den ändras",
        epilog=(
            "Exempel:\n  planportal decide stockholm/skarholmen/2019\n"
            '  planportal decide hassleholm/2022 --reason "Portalen återgav raden fel"\n\n'
            "En fryst plan fryses om efter ett nytt beslut, en rättelse eller med ett skäl."
        ),
    )
    deciding.add_argument("plans", nargs="+", metavar="PLAN", help="planens id: plats och år")
    deciding.add_argument("--reason", help="varför planen ändras utan beslut eller rättelse")
    serving = commands.add_parser(
        "serve",
        help="bygg, visa i webbläsaren och bygg om när något ändras",
        epilog="Exempel:\n  planportal serve\n  planportal serve --port 8080",
    )
    serving.add_argument(
        "--port", type=_port, default=8000, help="porten på den egna datorn (förval: 8000)"
    )
    new.add_arguments(
        commands.add_parser(
            "new",
            help="lägg till ett distrikt, en plan, en kontakt eller något annat",
            description="Lägger till något nytt: frågar, eller tar svaren som val.",
            epilog=(
                "Exempel:\n  planportal new district\n  planportal new district --help\n\n"
                "Det som redan finns skrivs aldrig över."
            ),
        )
    )
    commands.add_parser(
        "schema",
        help="skriv om redigerarnas scheman och listan över fält",
        epilog="Exempel:\n  planportal schema\n\nSkriver filerna i schema/ och docs/falt.md.",
    )
    nginx.add_arguments(
        commands.add_parser("nginx", help="skriv webbserverns inställningar", epilog=nginx.EXAMPLES)
    )
    verify.add_arguments(
        commands.add_parser(
            "verify",
            help="gå igenom kontakterna, den äldsta kontrollen först",
            description=verify.DESCRIPTION,
            epilog=verify.EXAMPLES,
        )
    )
    _add_diff(commands)
    _add_comment(commands)
    publish.add_arguments(
        commands.add_parser(
            "publish",
            help="bygg och publicera: allt eller inget",
            description=publish.DESCRIPTION,
            epilog=publish.EXAMPLES,
        )
    )
    rollback.add_arguments(
        commands.add_parser(
            "rollback", help="låt en tidigare utgåva läsas igen", epilog=rollback.EXAMPLES
        )
    )
    server_setup.add_arguments(
        commands.add_parser(
            "server-setup",
            help="gör webbservern redo att ta emot, på den själv",
            description=server_setup.DESCRIPTION,
            epilog=server_setup.EXAMPLES,
        )
    )
    return parser


def _add_diff(commands: "argparse._SubParsersAction[Parser]") -> None:
    comparing = commands.add_parser(
        "diff",
        help="säg vad som ändras för läsarna",
        description=(
            "Säger med ord vad som skiljer två planer, två filer eller två versioner i git.\n"
            "Utan A och B jämförs den senaste versionen med det som står i mappen nu."
        ),
        epilog=(
            "Exempel:\n"
            "  planportal diff                                   det du inte har sparat i git än\n"
            "  planportal diff main HEAD                         två versioner\n"
            "  planportal diff main...HEAD --format markdown     till ett ändringsförslag\n"
            "  planportal diff skarholmen/2019 skarholmen/2027   två planer\n"
            "  planportal diff skarholmen/2019 2027              detsamma, kortare\n"
            "  planportal diff gammal.yml plans/exempel/contacts.yml\n\n"
            "Tre punkter betyder: det som är nytt sedan grenen lämnade main.\n"
            "Heter en version som en plan? Skriv refs/heads/ före.\n"
            "Slutar med 0 när det gick att jämföra, 1 vid fel i uppgifterna, 2 vid fel användning."
        ),
    )
    comparing.add_argument("before", metavar="A", nargs="?", help="plan, fil eller version förut")
    comparing.add_argument("after", metavar="B", nargs="?", help="plan, fil eller version nu")
    comparing.add_argument(
        "--format", choices=list(diff.FORMATS), default="text", help="hur det skrivs (förval: text)"
    )


def _add_comment(commands: "argparse._SubParsersAction[Parser]") -> None:
    commenting = commands.add_parser(
        "comment",
        help="skriv texten till ändringsförslagets kommentar",
        epilog=(
            "Exempel:\n"
            "  planportal comment main...HEAD   det som är nytt sedan grenen lämnade main\n\n"
            f"Texten skrivs till {comment.FILE}. A och B är desamma som för planportal diff."
        ),
    )
    commenting.add_argument("before", metavar="A", nargs="?", help="versionen förut")
    commenting.add_argument("after", metavar="B", nargs="?", help="versionen nu")


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 0 < int(text) < 65536:  # noqa: PLR2004 - the ports there are
        raise argparse.ArgumentTypeError(f'"{text}" är ingen port. Skriv ett tal från 1 till 65535')
    return int(text)


if __name__ == "__main__":
    sys.exit(main())
