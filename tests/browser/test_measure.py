"""Running text has lines that an eye can follow."""

import pytest

from tests.browser.reader import WIDE, Reader

FULL_LINES = """() => {
    const found = [];
    for (const part of document.querySelectorAll("article :is(p, li:not(:has(p, ul, ol)))")) {
        // Text in columns or tables has the lines that there is room for.
        if (part.closest("table") || part.clientWidth < 400) continue;
        const range = document.createRange();
        const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
        const lines = new Map();
        while (texts.nextNode()) {
            const text = texts.currentNode;
            for (let at = 0; at < text.length; at += 1) {
                range.setStart(text, at);
                range.setEnd(text, at + 1);
                const box = range.getClientRects()[0];
                if (!box?.width) continue;
                const line = Math.round(box.bottom / 8);
                lines.set(line, (lines.get(line) ?? 0) + 1);
            }
        }
        // The last line of a paragraph is as long as it happens to be.
        found.push(...[...lines.values()].slice(0, -1));
    }
    return found;
}"""


@pytest.mark.parametrize("address", ["/planer/stockholm/skarholmen/", "/om/", "/symboler/"])
def test_a_line_of_running_text_has_45_to_80_characters(reader: Reader, address: str) -> None:
    page = reader.open_until_ready(address, width=WIDE)
    lines = sorted(page.evaluate(FULL_LINES))
    assert len(lines) > 10
    assert lines[-1] <= 80
    # A long word at the end of a line may leave it short; most lines are full.
    assert 55 <= lines[len(lines) // 2] <= 75
    assert sum(line < 45 for line in lines) <= len(lines) // 20
