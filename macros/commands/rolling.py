"""`planportal new plan --from`: a plan goes on into a new year, activity by activity."""

import argparse
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from macros import pages, portal
from macros.commands import check, roll_answers
from macros.commands.asking import Stopped
from macros.commands.naming import WrongUseError, plan_id, plans
from macros.drafting import rolled
from macros.drafting.draft import Draft, RefusedError
from macros.drafting.roll import Answers, Roll, roll
from macros.drafting.values import fault_of
from macros.fragments import PARAMETERS
from macros.model.roll_answers import RollAnswers
from macros.model.types import Year
from macros.pages import Pages
from macros.portal import Portal
from macros.problems import as_text, errors, suggestion
from macros.source.editing import value, written

_YEAR = fault_of(Year)
_ANSWERS = """\
Kommandot frågar om en aktivitet i taget. Svaren kan i stället stå i en fil:

  activities:
    # keep: behåll, change: ändra, done: genomförd, drop: utgår.
    - activity: skolprogram
      do: keep
    # Fälten text, responsible, schedule och follow_up, som i planen.
    - activity: information
      do: change
      text: Informera alla nyanställda.
      # Det som inte anges längre.
      without: [schedule]
    - activity: samtal
      do: drop
      why: Samtalen sköts av skolan."""
_OWN = {"earlier", "year", "place", "follow_up_year", "answers", "keep_all"}
_COMMON = {"title", "source", "source_title"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what a plan that goes on may be told."""
    group = parser.add_argument_group("en plan som går vidare till ett nytt år", _ANSWERS)
    group.add_argument(
        "--from", dest="earlier", metavar="PLAN", help="den förra planen, till exempel nord/2022"
    )
    group.add_argument("--year", metavar="ÅR", help="den nya planens år")
    group.add_argument("--place", metavar="PLATS", help="distriktet som har tagit över")
    group.add_argument(
        "--follow-up-year", metavar="ÅR", help="året som uppföljningen gäller (förval: året före)"
    )
    group.add_argument("--answers", metavar="FIL", help="en fil med svaren om aktiviteterna")
    group.add_argument(
        "--keep-all", action="store_true", help="behåll allt som inte står i svaren; fråga inget"
    )


def is_meant(options: Mapping[str, Any]) -> bool:
    """Whether an earlier plan is to go on.

    Raises:
        RefusedError: An option means nothing beside the others.
    """
    going_on = "earlier" in options
    others = [name for name in options if name not in _OWN | _COMMON]
    alone = [name for name in options if name in _OWN]
    for name in others if going_on else alone:
        option = f"--{name.replace('_', '-')}"
        words = "har ingen betydelse tillsammans med" if going_on else "hör ihop med"
        raise RefusedError(f"{option} {words} --from.")
    return going_on


def make(root: Path, target: str | None, options: Mapping[str, Any]) -> tuple[Draft, bool]:
    """The files of the plan that is asked for, and whether anything was asked on the way.

    Args:
        root: The project's folder.
        target: The id of the new plan, in the place of the options for its place and year.
        options: As the command line has them.

    Raises:
        RefusedError: It cannot be made.
        Stopped: There is nobody to ask.
    """
    data = portal.load(root)
    content = pages.load(root, PARAMETERS)
    if wrong := errors(check.found(root, data)):
        raise RefusedError(f"Rätta först det här:\n{as_text(wrong)}\n")
    place, year, reported = options.get("place"), options.get("year"), options.get("follow_up_year")
    if target is not None and (place or year):
        raise RefusedError(f'"{target}" säger plats och år. Ta bort --place och --year.')
    if target is not None:
        place, _, year = target.strip("/").rpartition("/")
    known = _earlier(root, data, options["earlier"])
    settled = roll(
        data,
        known,
        _year(year, "--year"),
        place,
        _year(reported, "--follow-up-year") if reported else None,
    )
    given = roll_answers.given(settled, options.get("answers"))
    try:
        answers, was_asked = roll_answers.answered(settled, given, options)
    except roll_answers.Interrupted as stopped:
        hint = _kept(root, settled, stopped.answers)
        hint = hint or "Svara på alla frågor, eller ange --answers eller --keep-all."
        raise Stopped(f"{str(stopped) or 'Svar saknas.'} {hint}") from None
    again = ""
    if was_asked:
        everything = (answers.title, answers.document, answers.sections, answers.activities)
        again = _kept(root, settled, roll_answers.so_far(*everything))
    draft = rolled.draft(settled, content, answers)
    left = tuple(_left(settled, content, answers, draft))
    return replace(draft, left=left, again=again), was_asked


def _kept(root: Path, settled: Roll, answers: RollAnswers) -> str:
    """Keep answers until the plan is written; how to go on with them, or nothing without any.

    Half an hour of answers is not lost to a slip, a telephone call or a role that is missing.
    """
    if not answers.sections and not answers.activities:
        return ""
    file = f"build/svar/{settled.plan_id.replace('/', '-')}.yml"
    path = root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    held = value(answers.model_dump(by_alias=True, exclude_unset=True, exclude_none=True))
    path.write_text(written(held), encoding="utf-8")
    return f"Svaren är sparade. Fortsätt med dem: kör samma kommando, med --answers {file} till."


def _earlier(root: Path, data: Portal, name: str) -> str:
    """The id of the plan that goes on.

    Raises:
        RefusedError: There is no such plan, or there are several.
    """
    try:
        found = plan_id(root, data, name.strip("/"))
    except WrongUseError as error:
        raise RefusedError(str(error)) from None
    if found is None:
        raise RefusedError(f"Planen {name} finns inte.{suggestion(name, plans(data))}")
    return found


def _year(text: str | None, option: str) -> int:
    if text is None:
        raise RefusedError(f"Ange {option}, till exempel {option} 2027.")
    if fault := _YEAR(text):
        raise RefusedError(f"{option}: {fault}")
    return int(text)


def _left(settled: Roll, content: Pages, answers: Answers, draft: Draft) -> list[str]:
    """What the coordinator reads again, and does next."""
    flags = rolled.flagged(settled, content, answers, draft)
    doings = [answer.do for answer in answers.activities.values()]
    kept = f"{doings.count('keep')} aktiviteter behålls, {doings.count('change')} ändras, "
    ended = f"{doings.count('done')} är genomförda, {doings.count('drop')} utgår."
    lines = [kept + ended]
    if flags:
        lines += ["Läs det här en gång till:", as_text(flags)]
    lines += [
        "Nästa steg:",
        (
            f"1. Fyll i {rolled.file(settled)}. Läs texterna mot det nya dokumentet, skriv en ny "
            "lägesbild, och lägg till nya aktiviteter med eget id under sitt område (area)."
        ),
        "2. Kör planportal check och planportal serve. Lämna in ett ändringsförslag.",
        (
            "3. När planen är beslutad: fyll i decision, byt till state: decided och kör "
            f"planportal decide {settled.plan_id}."
        ),
    ]
    return lines
