// The sections that answer a query, the best first.
//
// A section gets what its text, its heading and its page's title hold of each term, rare terms more;
// less where terms are missing; more where it says whom to call and that is asked, or is about a
// place that the query names. The weights were set by tests/search/tuned.yml.
const TEXT = { softness: 1.2, length: 0.35 };
const HEADING = 0.9;
const TITLE = 0.7;
const MISSING = 1.5;
const FAVOUR = {
  calls: 1.6, // the query asks whom to call, and the page says so
  place: 1.3, // the page is about the place that is named
  page: 1.1, // the page as a whole, before one of its sections
  repeated: 0.7, // what a district shares with its municipality, where none is named
  behind: 0.7, // a contact to call only after another
};
const NEAR = { only: 0.45, all: 0.35, pairs: 0.25, hits: 30 };

function ranked(index, query) {
  const terms = termsOf(index, query);
  const isCall = terms.some(({ word }) => isCalling(index, word));
  const isNamed = (place) => terms.some((one) => fitting(one, place) >= Math.min(PART, one.best));
  const places = index.places.map(isNamed);
  const hits = new Map();
  for (const section of candidates(index, terms, places)) {
    const isPlaced = places[index.sections[section][0]];
    const score = scored(index, terms, section, isPlaced) * favour(index, section, isPlaced, isCall);
    hits.set(section, { section, score });
  }
  numbered(index, query, hits);
  const order = (a, b) => b.score - a.score || a.section - b.section;
  const sorted = [...hits.values()].sort(order);
  for (const hit of sorted.slice(0, NEAR.hits)) hit.score *= nearness(index, terms, hit.section);
  return { hits: sorted.sort(order), terms };
}

// The sections that hold a term; what a district shares, for whoever names the district.
function candidates(index, terms, places) {
  const found = new Set(terms.flatMap(({ weights }) => [...weights.keys()]));
  for (const section of [...found]) {
    for (const other of index.repeats.get(section) ?? []) {
      if (places[index.sections[other][0]]) found.add(other);
    }
  }
  return found;
}

// How well a term fits some words of a heading.
function fitting(one, heading) {
  return heading.reduce((best, word) => Math.max(best, one.found.get(word) ?? 0), 0);
}

function scored(index, terms, section, isPlaced) {
  const [page, anchor, , told] = index.sections[section];
  const length = 1 - TEXT.length + (TEXT.length * index.lengths[section]) / index.mean;
  let score = 0;
  let asked = 0;
  let covered = 0;
  for (const one of terms) {
    const weight = one.weights.get(section) ?? (isPlaced ? one.weights.get(told) : 0) ?? 0;
    const heading = Math.max(fitting(one, index.headings[section]), one.led.get(section) ?? 0);
    const title = anchor === "" ? 0 : fitting(one, index.titles[page]);
    const text = weight / (weight + TEXT.softness * length);
    score += one.share * one.rarity * (text + Math.max(HEADING * heading, TITLE * title));
    if (one.share < 1) continue;
    asked += 1;
    covered += weight > 0 ? 1 : title;
  }
  return asked > 0 ? score * (covered / asked) ** MISSING : score;
}

function favour(index, section, isPlaced, isCall) {
  const [page, anchor, , told] = index.sections[section];
  const [, , worth, calls] = index.pages[page];
  return (
    worth *
    (isCall && calls ? FAVOUR.calls : 1) *
    (isPlaced ? FAVOUR.place : 1) *
    (anchor === "" ? FAVOUR.page : 1) *
    (typeof told === "number" && !isPlaced ? FAVOUR.repeated : 1) *
    (index.behind.has(section) ? FAVOUR.behind : 1)
  );
}

// More for a section whose heading says what was asked for and no more, or that the glossary names,
// and where the words of the query stand side by side.
function nearness(index, terms, section) {
  const asked = terms.filter(({ share }) => share >= SHARES.part);
  if (asked.length === 0) return 1;
  const heading = index.headings[section];
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const only = mean(heading.map((word) => Math.max(...asked.map((one) => (one.found.get(word) ?? 0) / one.best))));
  const all = mean(asked.map((one) => fitting(one, heading) / one.best));
  const led = Math.max(...terms.map((one) => (one.isWhole && one.led.get(section)) || 0));
  const said = Math.max(NEAR.only * only * all + NEAR.all * all ** 2, (NEAR.only + NEAR.all) * led);
  return 1 + said + NEAR.pairs * pairs(index, asked, section);
}

// The share of neighbours in the query that are neighbours in a section too.
function pairs(index, asked, section) {
  if (asked.length < 2) return 0;
  const words = wordsOf(index, section);
  const is = (one, word) => one.found.get(word) >= FOLDED * INFLECTED;
  const stand = (one, other) => words.some((word, at) => is(one, word) && is(other, words[at + 1]));
  const count = asked.filter((one, at) => at > 0 && stand(asked[at - 1], one)).length;
  return count / (asked.length - 1);
}
