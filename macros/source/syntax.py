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
_BLOCK = "Raden har fel indrag. Dra in den, och det som hör till den, som fälten ovanför."
_HARD = "Raden börjar med hårda mellanslag. Skriv indraget på nytt, med vanliga mellanslag."
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
    elif (hard := _hard_space(lines[:line])) is not None:
        line, column, message = hard
    elif "expected ':'" in words:
        message = _no_colon(lines[line - 1])
    elif "mapping values are not allowed" in words:
        line, column, message = _misplaced_colon(lines, line, column)
    elif "did not find expected key" in words and _is_field_at(lines[line - 1], column):
        line, column, message = _misplaced_field(lines, line)
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
        return _misplaced_field(lines, line)
    return line, column, _COLON


def _is_field_at(line: str, column: int) -> bool:
    """Whether a line is a field that begins in a column, 1-based."""
    return re.match(r"[\w-]+:(?: |$)", line[column - 1 :]) is not None and not line[
        : column - 1
    ].strip(" ")


def _misplaced_field(lines: list[str], line: int) -> tuple[int, int, str]:
    """Which field stands too far in or out: the one at this line, 1-based, or some before it.

    The parser complains of the first field that is right again after lines that have lost their
    indentation. Such lines stand further out than it, below one that is as far in.
    """
    inside, first = _indent(lines[line - 1]), 0
    for number in range(line - 1, 0, -1):
        above = lines[number - 1]
        if not above.strip() or above.lstrip().startswith("#"):
            continue
        if first and re.match(r" *- ", above) and _indent(above) < _indent(lines[first - 1]):
            break
        if first and _indent(above) == inside:
            return first, _indent(lines[first - 1]) + 1, _BLOCK
        if _indent(above) < inside:
            if re.match(r" *- ", above):
                break
            first = number
    return line, inside + 1, _INDENT


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _hard_space(lines: list[str]) -> tuple[int, int, str] | None:
    """The last line that begins with a space that only looks like one, as on web pages."""
    for number in range(len(lines), 0, -1):
        if found := re.match(r" *[\u00a0\u2009\u202f]", lines[number - 1]):
            return number, found.end(), _HARD
    return None
