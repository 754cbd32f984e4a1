"""How each problem is to be worded: what is wrong, then what to do, in words of those who edit."""

import re
from collections.abc import Iterator

from macros.problems import Problem, as_text

_LINE = re.compile(r"(?:content|plans)/[^:\n]*:[1-9]\d*:[1-9]\d*: (?:Råd: )?\S[^\n]*")
# A quotation mark before a letter is within what was written; the last are the fields' names.
_QUOTED = re.compile(
    r'"(?:[^"]|"(?=\w))*"|\{\{[^}]*\}\}|https?://(?:\S*[^\s.])?|[\w/.-]+\.(?:yml|md|svg)|<år>'
    r"|(?<=heter: )[a-z_]+(?:, [a-z_]+)*"
)
"""What the file itself says, or what to write there: not our own words."""

_SENTENCE = re.compile(r"[.?](?= |$)")
FOREIGN = re.compile(
    r"(?i)\b(?:tuple|str|string|int|integer|bool|boolean|none|list|dict|mapping|sequence|scalar|"
    r"object|input|value|values|field|fields|key|keys|type|types|valid|invalid|should|must|expected|"
    r"found|error|errors|exception|traceback|parse|parser|token|node|unicode|byte|bytes|pydantic|"
    r"python|jinja|regex|undefined|missing|required|extra|literal|argument|arguments|while|with)\b"
)
"""Words of English or of programs that no coordinator should have to know."""


def form_faults(problem: Problem) -> list[str]:
    """What is wrong with how a problem is told; nothing if it is well told."""
    return list(_faults(problem))


def _faults(problem: Problem) -> Iterator[str]:
    line = as_text([problem])
    words = _QUOTED.sub("…", problem.message)
    if not _LINE.fullmatch(line):
        yield "not file:line:column: message"
    if len(_SENTENCE.findall(words)) < 2:
        yield "not two sentences"
    if not words.endswith((".", "?")):
        yield "no full stop"
    if found := FOREIGN.search(words):
        yield f"a foreign word: {found[0]}"
