// Words of a query in the forms in which they are compared; macros/search/words.py does the same to
// the pages. The stemmer, by the same rules as there, is put beside this file at build time.
/* global SwedishStemmer */
const TOKEN = /\d+(?:[-/.:]\d+)*|[a-zß-öø-ÿœšž]+/g;
const stemmer = new SwedishStemmer();

function tokens(text) {
  const found = text.normalize("NFC").toLowerCase().match(TOKEN) ?? [];
  return found.flatMap((token) => [...new Set([token, ...token.split(/[-/.:]/)])]);
}

function stem(word) {
  return stemmer.stemWord(word);
}

function fold(word) {
  return word.replace(/ø/g, "o").replace(/æ/g, "ae").normalize("NFD").replace(/\p{M}/gu, "");
}

// The fewest letters to change, add, drop or swap with their neighbour; above `limit`, any number
// above it.
function distance(one, other, limit) {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  let older = [];
  let old = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      let cost = Math.min(old[j] + 1, row[j - 1] + 1, old[j - 1] + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (swapped) cost = Math.min(cost, older[j - 2] + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    [older, old] = [old, row];
  }
  return old[other.length];
}
