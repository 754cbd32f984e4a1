// A query as terms: its words, what each finds, and how much each has to say.
//
// A term: `word`; `found`, words of the portal by how well they fit, `best` the best of these;
// and `fits` the same for every word of the portal; `share`, from 0 to 1; `weights`, what each section
// holds of it; `titles`, how well it fits each page's title; `rarity`; `led`, sections that
// the glossary says it names, and `isWhole` where it says so of the whole query; `marked`, words to
// mark besides those found.
const SHARES = {
  light: 0.1, // "jag", "och"
  calling: 0.25, // "ringa", "telefon", beside words that say whom
  typed: 0.25, // a small word that may be the beginning of another
  part: 0.7, // one part of a compound that the portal lacks
};
const NAMED = { whole: 1, within: 0.5, later: 0.8 };

function termsOf(index, query) {
  const said = tokens(query);
  const isTyping = !query.endsWith(" ");
  const last = said.length - 1;
  const terms = said.flatMap((word, at) => termOf(index, word, isTyping && at === last));
  for (let at = 1; at < terms.length; at += 1) joined(index, terms[at - 1], terms[at]);
  for (const one of terms) {
    one.weights = weighed(index, one.found);
    one.best = Math.max(MISSPELT, ...one.found.values());
    one.fits = new Float64Array(index.words.length);
    for (const [word, fit] of one.found) one.fits[word] = fit;
    one.titles = index.titles.map((title) => fitting(one, title));
  }
  shared(index, terms, isTyping);
  named(index, terms);
  for (const one of terms) {
    const count = one.weights.reduce((sum, weight) => sum + (weight > 0), 0);
    one.rarity = Math.log(1 + index.sections.length / (1 + count));
  }
  return terms;
}

function isCalling(index, word) {
  return index.calling.has(stem(word));
}

// Small words say little, and so does "ringa" unless nothing else but a place is said.
function shared(index, terms, isTyping) {
  const isLight = ({ word }) => index.light.has(word);
  const isCall = ({ word }) => isCalling(index, word);
  const isPlace = ({ found, best }) =>
    [...found].some(([word, fit]) => index.isPlace.has(word) && fit >= FOLDED * best);
  if (terms.every(isLight)) return;
  const hasTopic = terms.some((one) => !isLight(one) && !isCall(one) && !isPlace(one));
  const typed = isTyping ? terms.at(-1) : null;
  for (const one of terms) {
    if (isLight(one)) one.share = one === typed ? SHARES.typed : SHARES.light;
    else if (hasTopic && isCall(one)) one.share = SHARES.calling;
  }
}

// One word; or what a misspelt one may mean; or the parts of a compound that the portal lacks. From
// a word that names people nothing is guessed.
function termOf(index, word, isLast) {
  const isGuessed = !index.isAboutPeople(word);
  const found = isGuessed ? forms(index, word, isLast) : written(index, word);
  const best = Math.max(0, ...found.values());
  if (best < DERIVED && word.length > 3 && /^\D/.test(word)) {
    if (isGuessed) merge(found, misspelt(index, word, 1));
    const parts = found.size === 0 ? split(index, word) : null;
    if (parts) return parts.map((part) => ({ ...termOf(index, part, false)[0], share: SHARES.part }));
    if (isGuessed && found.size === 0 && word.length > 5) merge(found, misspelt(index, word, 2));
    const last = isGuessed && found.size === 0 ? ending(index, word) : null;
    if (last) return termOf(index, last, false);
  }
  return [{ word, found, share: 1, led: new Map(), marked: [], isWhole: false }];
}

// Two words that the portal writes as one.
function joined(index, one, other) {
  const word = written(index, one.word + other.word);
  merge(one.found, word);
  merge(other.found, word);
}

function merge(map, others) {
  for (const [key, value] of others) map.set(key, Math.max(value, map.get(key) ?? 0));
}

// The glossary's phrases that stand in the query. What they lead to is named by the words of the
// query, and what is meant by them is found where all of its words stand.
function named(index, terms) {
  const heavy = terms.filter(({ word }) => !index.light.has(word));
  const telling = heavy.length > 0 ? heavy : terms;
  const stems = telling.map(({ word }) => fold(stem(word)));
  for (const [said, meaning, groups] of index.phrases) {
    for (let at = 0; at + said.length <= stems.length; at += 1) {
      if (!said.every((word, step) => word === stems[at + step])) continue;
      const covered = telling.slice(at, at + said.length);
      const isWhole = covered.length === telling.length;
      const leads = led(index, groups, isWhole ? NAMED.whole : NAMED.within);
      const { weights, words } = standing(index, meaning);
      for (const one of covered) {
        merge(one.led, leads);
        weights.forEach((weight, section) => {
          if (weight > one.weights[section]) one.weights[section] = weight;
        });
        one.marked.push(...words);
        one.isWhole ||= isWhole;
      }
    }
  }
}

function led(index, groups, fit) {
  return groups.flatMap((group, rank) =>
    index.groups[group].map((section) => [section, fit * NAMED.later ** rank]),
  );
}

// The weights of the sections in which all of some words stand, and the words as they are written.
function standing(index, stems) {
  const each = stems.map((one) => new Map((index.stems[one]?.[0] ?? []).map((word) => [word, MEANT])));
  const [first, ...others] = each.map((found) => weighed(index, found));
  const weights = others.reduce(
    (least, other) => least.map((weight, section) => Math.min(weight, other[section])),
    first ?? new Float64Array(index.sections.length),
  );
  return { weights, words: each.flatMap((found) => [...found.keys()]) };
}
