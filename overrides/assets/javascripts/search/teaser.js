// What a hit shows: the part of its text where the words stand, marked. The theme takes HTML, so all
// that comes from a page is escaped here.
const LENGTH = 32;

const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escaped(text) {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]);
}

function marked(text, isFound) {
  return text.replace(/[\p{L}\p{M}]+|\d+|[^\p{L}\p{M}\d]+/gu, (part) =>
    isFound(part.normalize("NFC").toLowerCase()) ? `<mark>${escaped(part)}</mark>` : escaped(part),
  );
}

// Some thirty words around the place where most of the words of the query stand together.
function teaser(text, isFound) {
  const words = text.split(" ");
  const here = words.map((word) => tokens(word).some(isFound));
  let best = 0;
  let most = -1;
  for (let at = 0; at < words.length; at += 1) {
    if (at > 0 && !here[at]) continue;
    const seen = new Set(words.slice(at, at + LENGTH).filter((_, n) => here[at + n]));
    if (seen.size > most) [best, most] = [at, seen.size];
  }
  const start = Math.max(0, Math.min(best - 4, words.length - LENGTH));
  const end = start + LENGTH;
  const shown = marked(words.slice(start, end).join(" "), isFound);
  return `${start > 0 ? "… " : ""}${shown}${end < words.length ? " …" : ""}`;
}
