// Words of a query in the forms in which they are compared; macros/search/words.py does the same to
// the pages. The stemmer, by the same rules as there, is put beside this file at build time.
/* global SwedishStemmer */
const TOKEN = /\d+(?:[-/.:]\d+)*|[a-zß-öø-ÿœšž]+/g;
const stemmer = new SwedishStemmer();

function tokens(text) {
  const found = text.normalize("NFC").toLowerCase().match(TOKEN) ?? [];
  if (!/\d[-/.:]\d/.test(text)) return found;
  return found.flatMap((token) => [...new Set([token, ...token.split(/[-/.:]/)])]);
}

function stem(word) {
  return stemmer.stemWord(word);
}

function fold(word) {
  if (/^[a-z\d]*$/.test(word)) return word;
  return word.replace(/ø/g, "o").replace(/æ/g, "ae").normalize("NFD").replace(/\p{M}/gu, "");
}

// Reused, since a misspelt word is compared with all of the portal's.
let rows = [new Int32Array(64), new Int32Array(64), new Int32Array(64)];

// The fewest letters to change, add, drop or swap with their neighbour; above `limit`, any number
// above it. Only the cells of the table that may stay within the limit are worked out.
function distance(one, other, limit) {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  while (rows[0].length < other.length + 2) rows = rows.map(({ length }) => new Int32Array(2 * length));
  let [older, old, row] = rows;
  for (let j = 0; j <= other.length; j += 1) old[j] = j;
  for (let i = 1; i <= one.length; i += 1) {
    const first = Math.max(1, i - limit);
    const last = Math.min(other.length, i + limit);
    row[first - 1] = first === 1 ? i : limit + 1;
    let least = row[first - 1];
    for (let j = first; j <= last; j += 1) {
      const same = one[i - 1] === other[j - 1];
      let cost = Math.min(old[j] + 1, row[j - 1] + 1, old[j - 1] + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (swapped) cost = Math.min(cost, older[j - 2] + 1);
      row[j] = cost;
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    row[last + 1] = limit + 1;
    [older, old, row] = [old, row, older];
  }
  return old[other.length];
}

// The letters of a word, a bit for each; some letters share one.
function letters(word) {
  let bits = 0;
  for (let at = 0; at < word.length; at += 1) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits;
}

// Whether some bits that differ are more than so many.
function isMore(bits, most) {
  let left = bits;
  for (let count = 0; count <= most; count += 1) {
    if (left === 0) return false;
    left &= left - 1;
  }
  return true;
}
