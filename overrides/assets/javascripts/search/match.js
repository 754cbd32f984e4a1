// From the words of a query to the words of the portal that they find, each with how well it fits.
const EXACT = 1;
const INFLECTED = 0.9;
const FOLDED = 0.8;
const BEGUN = 0.6;
const DERIVED = 0.55;
const PART = 0.5;
const MISSPELT = 0.4;
const MEANT = 0.5;

const LINKS = ["", "s", "e", "a", "o", "u", "n"];

// The words that one word of a query finds, by their position in `index.words`.
function forms(index, token, isLast) {
  const found = new Map();
  const add = (list, fit) => {
    for (const word of list ?? []) if (!(found.get(word) >= fit)) found.set(word, fit);
  };
  const stemmed = stem(token);
  if (index.at.has(token)) add([index.at.get(token)], EXACT);
  const keys = new Set([stemmed, fold(token), fold(stemmed), stem(fold(token))]);
  for (const key of keys) {
    for (const other of [key, ...(index.folded[key] ?? [])]) {
      const fit = fitOf(stemmed, other);
      add(index.stems[other]?.[0], INFLECTED * fit);
      add(index.stems[other]?.[1], PART * fit);
      for (const kin of index.kin[root(index, other)] ?? []) add(index.stems[kin]?.[0], DERIVED * fit);
    }
  }
  if (/^\d/.test(token)) return found;
  const isKnown = found.size > 0;
  if (isLast || (token.length > 2 && !isKnown)) add(begun(index, fold(token)), isKnown ? PART : BEGUN);
  return found;
}

// The word itself and its inflections, and nothing that is guessed.
function written(index, token) {
  const found = new Map((index.stems[stem(token)]?.[0] ?? []).map((word) => [word, INFLECTED]));
  if (index.at.has(token)) found.set(index.at.get(token), EXACT);
  return found;
}

// Letters typed without their dots fit well; dots that the page does not have are a mistake.
function fitOf(stemmed, other) {
  if (stemmed === other) return 1;
  return stemmed === fold(stemmed) ? FOLDED : MISSPELT;
}

function root(index, stemmed) {
  const ending = index.endings.find(
    (letters) => stemmed.endsWith(letters) && stemmed.length - letters.length > 3,
  );
  return ending ? stemmed.slice(0, -ending.length) : stemmed;
}

function plain(index) {
  index.plain ??= index.words.map(fold);
  return index.plain;
}

// The letters of each word, with their dots or without.
function lettersOf(index, isPlain) {
  const name = isPlain ? "plainLetters" : "letters";
  index[name] ??= Int32Array.from(isPlain ? plain(index) : index.words, letters);
  return index[name];
}

function begun(index, token) {
  const list = [];
  plain(index).forEach((word, at) => {
    if (word.startsWith(token)) list.push(at);
  });
  return list;
}

// The last part of a compound, which says what kind of thing it is, where the portal uses only that.
function ending(index, token) {
  const tails = Array.from({ length: Math.max(0, token.length - 7) }, (_, at) => token.slice(at + 3));
  return tails.find((word) => isWord(index, word)) ?? null;
}

function isWord(index, word) {
  return (index.stems[stem(word)]?.[0] ?? []).length > 0 && !index.light.has(word);
}

// The parts of a compound that the portal does not use, where it uses all of them.
function split(index, token) {
  for (let at = token.length - 4; at > 2; at -= 1) {
    if (!isWord(index, token.slice(at))) continue;
    for (const link of LINKS) {
      const head = token.slice(0, at - link.length);
      if (token.slice(0, at) !== head + link || head.length < 3) continue;
      const front = isWord(index, head) ? [head] : split(index, head);
      if (front) return [...front, token.slice(at)];
    }
  }
  return null;
}

// The words that differ from a misspelt one by so many letters at most, and their inflections.
function misspelt(index, token, limit) {
  const found = new Map();
  const isPlain = token === fold(token);
  const held = lettersOf(index, isPlain);
  const asked = letters(token);
  (isPlain ? plain(index) : index.words).forEach((word, at) => {
    // A step changes one letter into another at most.
    if (word.length < 4 || isMore(held[at] ^ asked, 2 * limit)) return;
    const away = distance(token, word, limit);
    if (away <= limit) found.set(at, MISSPELT / Math.max(1, away));
  });
  for (const [word, fit] of [...found]) {
    for (const form of index.stems[stem(index.words[word])][0]) {
      found.set(form, Math.max(INFLECTED * fit, found.get(form) ?? 0));
    }
  }
  return found;
}
