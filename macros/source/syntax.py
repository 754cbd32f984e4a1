"""What the YAML parser complains of, as a Swedish sentence at the place to mend."""

import yaml

from macros.problems import Problem

_SYNTAX = {
    "mapping values are not allowed": (
        "Kolon och mellanslag där det inte får stå. "
        "Rätta indraget, eller sätt hela texten inom citattecken."
    ),
    "did not find expected key": "Raden passar inte in. Kontrollera indraget och citattecknen.",
    "could not find expected ':'": "Kolon saknas efter fältnamnet. Skriv namn, kolon och värde.",
    "did not find expected '-' indicator": "Raden passar inte in i listan. Kontrollera indraget.",
    "block sequence entries are not allowed": "Listan står fel. Börja den på en egen rad.",
    "unexpected end of stream": "Citattecknet stängs aldrig. Skriv ett till efter texten.",
    "cannot start any token": "Ett värde får inte börja så. Sätt hela texten inom citattecken.",
    "did not find expected ',' or": "En hakparentes eller klammer stängs aldrig. Stäng den.",
    "unknown escape": "Omvänt snedstreck i citerad text. Använd enkla citattecken ('…').",
}


def syntax_problem(error: yaml.YAMLError, name: str, lines: list[str]) -> Problem:
    """The parser's error as a problem; where it runs off the end, the place that it began at."""
    words = str(getattr(error, "problem", "") or error)
    mark = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None)
    if "unexpected end of stream" in words and context is not None:
        mark = context
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    if line > len(lines):
        line, column = len(lines), 1
    for part, message in _SYNTAX.items():
        if part in words:
            return Problem(name, line, column, message)
    message = "Filen går inte att läsa härifrån. Kontrollera indrag, kolon och citattecken."
    return Problem(name, line, column, message)
