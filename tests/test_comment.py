"""`planportal comment` writes what changes for readers, and what stops it, for one comment."""

import re
from pathlib import Path

from tests.test_diff import CHANGED, CONTACTS, change, commit, git, repository
from tests.test_main import MISTAKE, planportal

__all__ = ["repository"]  # the fixture is used by its name

FILE = "build/comment.md"
ESCAPED = CHANGED.replace("-", "\\-").replace(".", "\\.")


def test_the_text_says_what_changes_for_readers(repository: Path) -> None:
    done = planportal(repository, "comment", "main", "nummer")
    assert (done.returncode, done.stdout) == (0, "")
    names = r"main \(\w+\) med nummer \(\w+\)"
    assert re.fullmatch(rf"Kommentaren står i {FILE}\. Den jämför {names}\.\n", done.stderr)
    assert (repository / FILE).read_text(encoding="utf-8") == (
        "<!-- planportal-comment -->\n\n\n"
        "## Det här ändras för läsarna\n\n"
        "Från det som gäller nu till förslaget. 1 ändring.\n\n"
        f"### Nummer och kontakter\n\n- {ESCAPED}\n"
    )


def test_errors_are_listed_and_then_nothing_is_compared(repository: Path) -> None:
    change(repository / CONTACTS, "phones:", "fone:")
    commit(repository, "fel")
    assert planportal(repository, "comment", "main", "nummer").returncode == 0
    lines = (repository / FILE).read_text(encoding="utf-8").split("\n")
    assert "## Kontrollen stoppar 1 fel" in lines
    assert "- " + MISTAKE.replace(".", "\\.") in lines
    assert "Det går inte att säga vad som ändras för läsarna förrän felen är rättade." in lines


def test_an_error_on_a_page_is_listed_above_what_changes(repository: Path) -> None:
    (repository / "content" / "index.md").write_text("{{ finns_inte() }}\n", encoding="utf-8")
    assert planportal(repository, "comment", "main", "nummer").returncode == 0
    text = (repository / FILE).read_text(encoding="utf-8")
    assert text.index("## Kontrollen stoppar") < text.index("## Det här ändras för läsarna")
    assert ESCAPED in text


def test_no_more_than_thirty_errors_are_listed(repository: Path) -> None:
    unknown = "".join(f"fel_{number}: x\n    " for number in range(40))
    change(repository / CONTACTS, "phones:", f"{unknown}phones:")
    planportal(repository, "comment", "main", "nummer")
    text = (repository / FILE).read_text(encoding="utf-8")
    assert text.count("\n- plans/exempel/contacts") == 30
    assert "\n- Och 10 till. Alla står i kontrollens logg.\n" in text


def test_a_version_that_is_not_there_is_wrong_use(repository: Path) -> None:
    done = planportal(repository, "comment", "finns-inte")
    assert done.returncode == 2
    assert done.stderr.startswith('Git känner inte till versionen "finns-inte".')
    assert not (repository / FILE).exists()


def test_what_a_request_is_compared_with_may_be_a_commit_without_a_name(repository: Path) -> None:
    main = git(repository, "rev-parse", "main").strip()
    assert planportal(repository, "comment", main, "HEAD").returncode == 0
    assert ESCAPED in (repository / FILE).read_text(encoding="utf-8")
