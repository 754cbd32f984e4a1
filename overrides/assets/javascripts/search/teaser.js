// What a hit shows: the part of its text where the words stand, marked. The theme takes HTML, so all
// that comes from a page is escaped here.
const LENGTH = 32;

const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escaped(text) {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]);
}

// A function whose answers are kept: the hits of a query hold the same words again and again.
function remembered(answer) {
  const known = new Map();
  return (word) => {
    const kept = known.get(word);
    if (kept !== undefined) return kept;
    const found = answer(word);
    known.set(word, found);
    return found;
  };
}

// What becomes of a word, or of what stands between two.
function marker(isFound) {
  return remembered((part) =>
    isFound(part.normalize("NFC").toLowerCase()) ? `<mark>${escaped(part)}</mark>` : escaped(part),
  );
}

function marked(text, mark) {
  return text.replace(/[\p{L}\p{M}]+|\d+|[^\p{L}\p{M}\d]+/gu, mark);
}

// Some thirty words around the place where most of the words of the query stand together; `holds`
// says whether a part of the text between two spaces has one.
function teaser(text, mark, holds) {
  const words = text.split(" ");
  const here = words.flatMap((word, at) => (holds(word) ? [at] : []));
  let best = 0;
  let most = -1;
  for (const at of here[0] === 0 ? here : [0, ...here]) {
    const seen = new Set(here.filter((other) => other >= at && other < at + LENGTH).map((other) => words[other]));
    if (seen.size > most) [best, most] = [at, seen.size];
  }
  const start = Math.max(0, Math.min(best - 4, words.length - LENGTH));
  const end = start + LENGTH;
  const shown = marked(words.slice(start, end).join(" "), mark);
  return `${start > 0 ? "… " : ""}${shown}${end < words.length ? " …" : ""}`;
}
