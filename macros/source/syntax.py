"""What the YAML parser complains of, as a Swedish sentence at the place to mend."""

import re

import yaml

from macros.problems import Problem

_SYNTAX = {
    "did not find expected key": "Raden passar inte in. Kontrollera indraget och citattecknen.",
    "did not find expected '-' indicator": (
        'Raden passar inte in i listan. Rätta indraget, eller börja raden med "- ".'
    ),
    "block sequence entries are not allowed": "Listan står fel. Börja den på en egen rad.",
    "unexpected end of stream": "Citattecknet stängs aldrig. Skriv ett till efter texten.",
    "cannot start any token": "Ett värde får inte börja så. Sätt hela texten inom citattecken.",
    "did not find expected ',' or": "En hakparentes eller klammer stängs aldrig. Stäng den.",
    "unknown escape": "Omvänt snedstreck i citerad text. Använd enkla citattecken ('…').",
}
_OTHERWISE = "Filen går inte att läsa härifrån. Kontrollera indrag, kolon och citattecken."

_NO_DASH = "Mellanslag saknas efter bindestrecket. Skriv bindestreck, mellanslag och fältnamn."
_INDENT = "Raden har fel indrag. Dra in den lika långt som fälten ovanför."
_COLON = "Kolon och mellanslag mitt i en text. Sätt hela texten inom citattecken."


def syntax_problem(
    error: yaml.YAMLError, name: str, lines: list[str], quoted: tuple[int, int, int] | None
) -> Problem:
    """The parser's error as a problem; where it runs off the end, the place that it began at.

    Args:
        error: The error.
        name: The file.
        lines: The file's lines.
        quoted: Where the last text in quotes over several lines begins, and the line of its end.
    """
    words = str(getattr(error, "problem", "") or error)
    mark = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None)
    if ("unexpected end of stream" in words or "expected ':'" in words) and context is not None:
        mark = context
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    if line > len(lines):
        line, column = len(lines), 1
    message = next((said for part, said in _SYNTAX.items() if part in words), _OTHERWISE)
    if quoted is not None and quoted[2] == line:
        # It ends at the opening quote of another text, and what then follows is the error.
        line, column, end = quoted
        message = f"Citattecknet stängs först på rad {end}. Skriv ett citattecken efter texten."
    elif "expected ':'" in words:
        message = _no_colon(lines[line - 1])
    elif "mapping values are not allowed" in words:
        line, column, message = _misplaced_colon(lines, line, column)
    return Problem(name, line, column, message)


def _no_colon(line: str) -> str:
    if re.match(r" *(?:- +)?[\w-]+:\S", line):
        return "Mellanslag saknas efter kolon. Skriv namn, kolon, mellanslag och värde."
    return "Kolon saknas efter fältnamnet. Skriv namn, kolon, mellanslag och värde."


def _misplaced_colon(lines: list[str], line: int, column: int) -> tuple[int, int, str]:
    """What made a colon at this place, 1-based, come where no field can be."""
    before = lines[line - 1][: column - 1]
    above = next((n for n in range(line - 1, 0, -1) if lines[n - 1].strip()), line)
    glued = re.match(r" *(?=-\w)", lines[above - 1])
    if glued and re.fullmatch(r" *[\w-]+", before):
        return above, glued.end() + 1, _NO_DASH
    if re.fullmatch(r" *(?:- +)?[\w-]+", before):
        return line, len(before) - len(before.lstrip()) + 1, _INDENT
    return line, column, _COLON
