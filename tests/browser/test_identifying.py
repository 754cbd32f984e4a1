"""What in a text is taken for a sign of who somebody is, and what is not: case by case.

Numbers of telephones are from the ranges that PTS reserves for fiction; personal identity numbers
have a wrong check digit.
"""

from collections.abc import Iterator
from contextlib import closing

import pytest
import yaml
from playwright.sync_api import Browser, Page

from tests.browser.reader import Reader
from tests.browser.serving import Portal
from tests.conftest import ROOT

# One case a line: the text, then the kinds that are seen in it.
CASES = """
personnummer
19900101-1234 | identity
199001011234 | identity
900101-1234 | identity
900101+1234 | identity
900101 1234 | identity
900101 - 1234 | identity
9001011234 | identity
1990 01 01 1234 | identity
1990-01-01-1234 | identity
19 900101-1234 | identity
född 900101-1234. | identity
(900101-1234) | identity
900101–1234 | identity
900101-XXXX | identity
900101-**** | identity
samordningsnummer
900161-1234 | identity
19900191-1234 | identity
telefon
070-174 06 05 | phone
070 174 06 05 | phone
0701 74 06 05 | phone
070-1740605 | phone
08-465 004 12 | phone
08 465 00 412 | phone
0980-319 201 | phone
031-390 06 12 | phone
+46 70 174 06 05 | phone
+46701740605 | phone
+46 (0)70-174 06 05 | phone
0046 70 174 06 05 | phone
+47 22 12 34 56 | phone
Tel:070-174 06 05. | phone
0701740605 | identity phone
registreringsnummer
bilen ABC 123 | plate
bilen ABC12D | plate
e-post och användarnamn
anna.berg@exempel.se | email
ANNA@EXEMPEL.SE | email
anna@malmö.se | email
heter @annaberg där | email
adress
Storgatan 5 | address
storgatan 5B | address
på Skolvägen 12 B i går | address
Södra vägen 12 | address
Lillgränd 3 | address
Hornsplan 3 | address
Lilla torget 4 | address
123 45 Storstad | address
12345 Storstad | address
postnummer 123 45 | address
lgh 1202 | address
Storgatan 5, 123 45 Storstad | address address
namn
Vi såg Anna Berg där | name
Anna Berg sa det | name
Då kom Anna Berg | name
När Anna Berg kom | name
De sa att Anna-Lisa Berg kom | name
De sa att Mohamed al Hassan kom | name
De sa att Anna von Berg kom | name
De sa att Anna O'Brien kom | name
De sa att Åsa Öberg kom | name
Mejla Anna Berg och Bo Ek | name name
han heter Kalle | name
Heter Kalle | name
kallas ”Kalle” | name
min elev Kalle | name
Min elev Kalle | name
Eleven Kalle | name
en elev, Kalle, kom | name
familjen Berg | name
det var Kalles mamma | name
flera slag
Anna Berg, Storgatan 5, 070-174 06 05 | phone address name
inget
Eleven sa att hen var rädd. |
Elevens mamma sa nej. |
I Skärholmen hände det. Polisen kom. |
De var i Skärholmen |
På Södra Station stod det |
i Skärholmens centrum, Stockholms stad |
De såg Rädda Barnen |
Vit makt-miljön och VBE i IA |
han heter något annat |
Handlingsplan 2022 och handlingsplan 3 |
klass 9B, sal 214 |
2026-11-20 kl. 14.30 |
2026-11-20 1430 |
den 05-11-2026 |
05 11 26 |
2019-2020 |
0800-1630 |
kl. 08.00-10.30 |
112 |
ring 114 14 eller 112 |
155-943/2015 |
KLF 2022/234 |
556016-0680 |
20220101-20220131 |
1 000 000 kronor |
150 00 kr |
riksväg 73 |
på vägen 5 minuter |
tre elever, 15 år |
88 och 1488 |
SSP 2022, LOB 1990 |
"""


@pytest.fixture(scope="module")
def page(chromium: Browser, portal: Portal) -> Iterator[Page]:
    """The page of the form, open for all cases: what is asked leaves nothing on it."""
    with closing(Reader(chromium, portal.origin)) as reader:
        yield reader.open_until_ready("/rutiner/avidentifierad-information/")


def seen(page: Page, text: str) -> list[dict[str, str]]:
    found: list[dict[str, str]] = page.evaluate("(text) => planIdentifying(text)", text)
    return found


def test_each_text_shows_what_it_shows_and_no_more(page: Page) -> None:
    cases = [line.rpartition("|") for line in CASES.splitlines() if "|" in line]
    wanted = {text.strip(): kinds.split() for text, _, kinds in cases}
    found = {text: [find["kind"] for find in seen(page, text)] for text in wanted}
    assert found == wanted
    assert len(wanted) > 90


def test_all_that_the_check_of_the_data_finds_is_seen_too(page: Page) -> None:
    cases = yaml.safe_load((ROOT / "tests" / "cases" / "identity.yml").read_text(encoding="utf-8"))
    texts = [text for kind in ("certain", "masked", "slip", "phone") for text in cases[kind]]
    missed = [t for t in texts if "identity" not in {find["kind"] for find in seen(page, t)}]
    assert missed == []


def test_only_what_was_seen_is_named(page: Page) -> None:
    text = "I går såg vi Anna Berg (070-174 06 05) på Storgatan 5. Sedan kom Bo Ek."
    assert seen(page, text) == [
        {"kind": "phone", "words": "070-174 06 05"},
        {"kind": "address", "words": "Storgatan 5"},
        {"kind": "name", "words": "Anna Berg"},
        {"kind": "name", "words": "Bo Ek"},
    ]
    assert seen(page, "När Anna Berg kom") == [{"kind": "name", "words": "Anna Berg"}]


def test_the_same_is_named_once(page: Page) -> None:
    assert len(seen(page, "Vi såg Anna Berg. Sedan gick Anna Berg.")) == 1


# NO-BREAK SPACE, NON-BREAKING HYPHEN, FULLWIDTH DIGITS.
@pytest.mark.parametrize("text", ["070\u2011174\u00a006\u00a005", "０７０-１７４ ０６ ０５"])
def test_signs_that_look_the_same_are_the_same(page: Page, text: str) -> None:
    assert seen(page, text) == [{"kind": "phone", "words": "070-174 06 05"}]


@pytest.mark.parametrize("part", ["0", "a", "A", "Aa ", "A'", "a.", "Aa-", "+4-", " ", "elev\t"])
def test_a_long_text_is_read_at_once(page: Page, part: str) -> None:
    # A rule that tries every way to read it would take minutes.
    spent = """(part) => {
        const start = performance.now();
        planIdentifying(part.repeat(20_000));
        return performance.now() - start;
    }"""
    assert page.evaluate(spent, part) < 2000
