// The search behind the theme's search box: it answers the theme's messages, and fetches its index
// at the first query. What is searched for stays in the browser.
/* global prepared, ranked, textOf, tokens, teaser, marked, marker, remembered, escaped */
const SETUP = 0;
const READY = 1;
const QUERY = 2;
const RESULT = 3;

// The stemmer is put here at build time.
const STEMMER = ["base-stemmer.js", "swedish-stemmer.js"];
const PARTS = ["words.js", "index.js", "match.js", "terms.js", "numbers.js", "rank.js", "teaser.js"];

const SECTIONS = 8;

let index = null;

async function loaded() {
  importScripts(...STEMMER, ...PARTS);
  const answer = await fetch(new URL("../../../search/index.json", self.location));
  return prepared(await answer.json());
}

// Pages, each with its sections that answer, in the theme's form.
function items(data, query) {
  const { hits, terms } = ranked(data, query);
  const found = new Set(terms.flatMap((one) => [...one.found.keys(), ...one.marked]));
  const said = new Set(terms.filter(({ share }) => share === 1).map(({ word }) => word));
  const isFound = (word) => found.has(data.at.get(word)) && (said.has(word) || !data.light.has(word));
  const mark = marker(isFound);
  const holds = remembered((word) => tokens(word).some(isFound));
  const pages = new Map();
  for (const hit of hits) {
    const [page] = data.sections[hit.section];
    if (!pages.has(page)) pages.set(page, []);
    pages.get(page).push(hit);
  }
  return [...pages].map(([page, group]) => {
    const documents = group
      .slice(0, SECTIONS)
      .map(({ section, score }) => shown(data, section, score, mark, holds));
    // The theme shows the page above its sections.
    const hasPage = documents.some(({ location }) => !location.includes("#"));
    const [address, title] = data.pages[page];
    const above = { location: address.slice(1), title: marked(title, mark), text: "", score: 0, terms: {} };
    return hasPage ? documents : [...documents, above];
  });
}

function shown(data, section, score, mark, holds) {
  const [page, anchor, title, , number, link] = data.sections[section];
  const text = textOf(data, section);
  const phone = link ? called(data, section, title, number, link) : "";
  // A contact's card begins with when to call.
  const holdsHere = link ? () => false : holds;
  return {
    location: data.pages[page][0].slice(1) + anchor,
    title: marked(title, mark),
    text: text ? `<p>${teaser(text, mark, holdsHere)}</p>${phone}` : phone,
    score,
    terms: {},
  };
}

// Whose number it is, is said unless the card says that another is to be called first.
function called(data, section, title, number, link) {
  const isOther = data.behind.has(section);
  const whom = isOther ? "" : ` data-plan-whom="${escaped(title)}"`;
  const words = `${isOther ? "Ring först" : "Ring"} ${number}`;
  return `<span data-plan-call="${escaped(link)}"${whom}>${escaped(words)}</span>`;
}

self.addEventListener("message", async ({ data: { type, data } }) => {
  if (type === SETUP) self.postMessage({ type: READY });
  if (type !== QUERY) return;
  try {
    const found = data.trim() ? items(await (index ??= loaded()), data) : [];
    self.postMessage({ type: RESULT, data: { items: found } });
  } catch {
    // No answer is no answer "nothing found". The connection may be back at the next key.
    index = null;
  }
});
