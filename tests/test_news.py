"""What is new: the newest five, with their days in words."""

from pathlib import Path

from macros import portal
from macros.views import news

ITEM = "  - date: 2026-10-{day:02}\n    text: Nyhet {day}.\n"


def test_the_five_newest_stand_first_to_last_whatever_their_order(tiny: Path) -> None:
    items = "".join(ITEM.format(day=day) for day in (3, 9, 1, 20, 7, 5, 11))
    text = f"news:\n{items}  - date: 2026-10-20\n    text: Samma dag.\n    link: /planer/\n"
    (tiny / "plans" / "news.yml").write_text(text, encoding="utf-8")
    rows = news.newest(portal.load(tiny))
    assert [row.day for row in rows] == [
        "20 oktober 2026",
        "20 oktober 2026",
        "11 oktober 2026",
        "9 oktober 2026",
        "7 oktober 2026",
    ]
    assert [row.text for row in rows[:2]] == ["Nyhet 20.", "Samma dag."]
    assert (rows[1].iso, rows[1].link) == ("2026-10-20", "/planer/")


def test_a_portal_without_news_has_none(tiny: Path) -> None:
    assert news.newest(portal.load(tiny)) == []
