// The search behind the theme's search box: it answers the theme's messages, and fetches its index
// at the first query. What is searched for stays in the browser.
/* global ranked, prepared, teaser, marked, escaped */
const SETUP = 0;
const READY = 1;
const QUERY = 2;
const RESULT = 3;

const PAGES = 30;
const SECTIONS = 8;

let index = null;

async function loaded() {
  importScripts("base-stemmer.js", "swedish-stemmer.js", "words.js", "match.js", "rank.js", "teaser.js");
  const answer = await fetch(new URL("../../../search/index.json", self.location));
  return prepared(await answer.json());
}

// Pages, each with its sections that answer, in the theme's form.
function items(data, query) {
  const { hits, list } = ranked(data, query);
  const found = new Set(list.flatMap((one) => [...one.found.keys(), ...one.marked]));
  const said = new Set(list.filter(({ share }) => share === 1).map(({ word }) => word));
  const isFound = (word) => found.has(data.at.get(word)) && (said.has(word) || !data.light.has(word));
  const pages = new Map();
  for (const { section, score } of hits) {
    const [page] = data.sections[section];
    const group = pages.get(page) ?? pages.set(page, []).get(page);
    if (pages.size > PAGES) {
      pages.delete(page);
      break;
    }
    if (group.length < SECTIONS) group.push({ section, score });
  }
  return [...pages].map(([page, group]) => {
    const documents = group.map(({ section, score }) => shown(data, section, score, isFound));
    if (!documents.some(({ location }) => !location.includes("#"))) {
      const [address, title] = data.pages[page];
      documents.push({ location: address.slice(1), title: marked(title, isFound), text: "", score: 0, terms: {} });
    }
    return documents;
  });
}

function shown(data, section, score, isFound) {
  const [page, anchor, title, , number, link] = data.sections[section];
  const text = textOf(data, section);
  const phone = link ? `<span data-plan-call="${escaped(link)}">${escaped(number)}</span>` : "";
  return {
    location: data.pages[page][0].slice(1) + anchor,
    title: marked(title, isFound),
    text: text ? `<p>${teaser(text, isFound)}</p>${phone}` : phone,
    score,
    terms: {},
  };
}

self.addEventListener("message", async ({ data: { type, data } }) => {
  if (type === SETUP) self.postMessage({ type: READY });
  if (type !== QUERY) return;
  const query = data.trim();
  if (query) index ??= loaded();
  self.postMessage({ type: RESULT, data: { items: query ? items(await index, data) : [] } });
});
