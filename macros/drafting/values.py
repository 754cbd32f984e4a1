"""Whether the model takes a value, before it stands in any file."""

from collections.abc import Callable
from typing import Any

from pydantic import TypeAdapter, ValidationError

Fault = Callable[[str], str | None]


def fault_of(kind: Any) -> Fault:  # noqa: ANN401 - any annotation
    """What is wrong with a text as a value of this kind: a Swedish sentence, or None."""
    adapter = TypeAdapter(kind)

    def fault(text: str) -> str | None:
        try:
            text.encode()
            adapter.validate_python(text)
        except UnicodeEncodeError:
            return "Texten har tecken som inte går att läsa. Skriv den på nytt."
        except ValidationError as error:
            details = error.errors()[0]
            return str(details.get("ctx", {}).get("message", "Värdet går inte att använda här."))
        return None

    return fault
