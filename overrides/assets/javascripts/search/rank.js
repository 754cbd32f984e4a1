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
const PAGES = 30;
const NEAR = { only: 0.45, all: 0.35, pairs: 0.25, hits: 30 };

// The hits of the pages that come first, sorted.
function ranked(index, query) {
  const terms = termsOf(index, query);
  const isCall = terms.some(({ word }) => isCalling(index, word));
  const isNamed = (place) => terms.some((one) => fitting(one, place) >= Math.min(PART, one.best));
  const places = index.places.map(isNamed);
  const scores = new Float64Array(index.sections.length);
  const sections = candidates(index, terms, places);
  for (const section of sections) {
    const isPlaced = places[index.pageOf[section]];
    scores[section] = scored(index, terms, section, isPlaced) * favour(index, section, isPlaced, isCall);
  }
  numbered(index, query, sections, scores);
  for (const section of first(sections, scores, NEAR.hits)) scores[section] *= nearness(index, terms, section);
  const hits = leading(index, sections, scores).map((section) => ({ section, score: scores[section] }));
  return { hits, terms };
}

// The sections that hold a term; what a district shares, for whoever names the district.
function candidates(index, terms, places) {
  const isHeld = new Uint8Array(index.sections.length);
  for (const { weights } of terms) {
    for (let section = 0; section < weights.length; section += 1) if (weights[section] > 0) isHeld[section] = 1;
  }
  const found = [];
  isHeld.forEach((held, section) => {
    if (held || (isHeld[index.told[section]] && places[index.pageOf[section]])) found.push(section);
  });
  return found;
}

function isBefore(scores, one, other) {
  return scores[one] > scores[other] || (scores[one] === scores[other] && one < other);
}

// The best of some sections, in order. A word may stand in thousands, and sorting them all is slow.
function first(sections, scores, count) {
  const best = [];
  for (const section of sections) {
    let at = Math.min(best.length, count - 1);
    if (at < best.length && !isBefore(scores, section, best[at])) continue;
    for (; at > 0 && isBefore(scores, section, best[at - 1]); at -= 1) best[at] = best[at - 1];
    best[at] = section;
  }
  return best;
}

// All sections of the best pages, in order.
function leading(index, sections, scores) {
  const best = new Map();
  for (const section of sections) {
    const other = best.get(index.pageOf[section]);
    if (other === undefined || isBefore(scores, section, other)) best.set(index.pageOf[section], section);
  }
  const pages = new Set(first(best.values(), scores, PAGES).map((section) => index.pageOf[section]));
  const found = sections.filter((section) => pages.has(index.pageOf[section]));
  return found.sort((one, other) => scores[other] - scores[one] || one - other);
}

// How well a term fits some words of a heading.
function fitting(one, heading) {
  let best = 0;
  for (const word of heading) best = Math.max(best, one.fits[word]);
  return best;
}

function scored(index, terms, section, isPlaced) {
  const length = 1 - TEXT.length + (TEXT.length * index.lengths[section]) / index.mean;
  const told = isPlaced ? index.told[section] : -1;
  let score = 0;
  let asked = 0;
  let covered = 0;
  for (const one of terms) {
    const weight = one.weights[section] || (told < 0 ? 0 : one.weights[told]);
    const heading = Math.max(fitting(one, index.headings[section]), one.led.get(section) ?? 0);
    const title = index.isPage[section] ? 0 : one.titles[index.pageOf[section]];
    const text = weight / (weight + TEXT.softness * length);
    score += one.share * one.rarity * (text + Math.max(HEADING * heading, TITLE * title));
    if (one.share < 1) continue;
    asked += 1;
    covered += weight > 0 ? 1 : title;
  }
  return asked > 0 ? score * (covered / asked) ** MISSING : score;
}

function favour(index, section, isPlaced, isCall) {
  const page = index.pages[index.pageOf[section]];
  const worth = page[2];
  const calls = page[3];
  return (
    worth *
    (isCall && calls ? FAVOUR.calls : 1) *
    (isPlaced ? FAVOUR.place : 1) *
    (index.isPage[section] ? FAVOUR.page : 1) *
    (index.told[section] >= 0 && !isPlaced ? FAVOUR.repeated : 1) *
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
  const only = mean(heading.map((word) => Math.max(...asked.map((one) => one.fits[word] / one.best))));
  const all = mean(asked.map((one) => fitting(one, heading) / one.best));
  const led = Math.max(...terms.map((one) => (one.isWhole && one.led.get(section)) || 0));
  const said = Math.max(NEAR.only * only * all + NEAR.all * all ** 2, (NEAR.only + NEAR.all) * led);
  return 1 + said + NEAR.pairs * pairs(index, asked, section);
}

// The share of neighbours in the query that are neighbours in a section too.
function pairs(index, asked, section) {
  if (asked.length < 2) return 0;
  const words = wordsOf(index, section);
  const is = (one, word) => one.fits[word] >= FOLDED * INFLECTED;
  const stand = (one, other) => words.some((word, at) => is(one, word) && is(other, words[at + 1]));
  const count = asked.filter((one, at) => at > 0 && stand(asked[at - 1], one)).length;
  return count / (asked.length - 1);
}
