"""What is searched for, by class; all of it but the misspelt stands in every generated portal."""

from tests.bench import words

FIRST = ("källkritik", "medborgarkontoret", "mötesplatser", "näringsliv", "stadsdelsnämnd")
"""For the first result after a page is opened: words that both searches find."""

_TYPED = ("förebyggande", "mötesplatser granby")

CLASSES: dict[str, tuple[str, ...]] = {
    "exact": ("källkritik", "medborgarkontoret", "trossamfund", words.NAMES[-1].lower()),
    "inflected": ("förälder", "mötesplatsen", "utbildningens", "chefernas"),
    "compound": ("plan", "samtal", "forskning", "utbildningssatsning"),
    "misspelt": ("källkrtik", "näringslviet", "trosamfund", "medborgarkontroet", "mötesplattser"),
    "several words": (
        f"stöd till föräldrar i {words.NAMES[-2].lower()}",
        "vem ska jag ringa när läget är akut",
        "utbildningar för chefer och medarbetare",
        "kunskap om källkritik och demokratiska rättigheter",
    ),
    "number": (words.PHONES[0], words.PHONES[60].replace(" ", ""), words.PHONES[-1][-5:], "2024"),
    "letter by letter": tuple(
        text[:end] for text in _TYPED for end in range(1, len(text) + 1) if text[end - 1] != " "
    ),
}
