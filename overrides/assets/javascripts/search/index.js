// The index that macros/search/index.py writes, with what is quicker to make here than to fetch.
function prepared(index) {
  index.at = new Map(index.words.map((word, at) => [word, at]));
  index.light = new Set(index.light);
  index.calling = new Set(index.calling);
  index.behind = new Set(index.behind);
  index.mean = index.lengths.reduce((sum, length) => sum + length, 0) / index.lengths.length;
  const [people, environments] = index.people.map((words) => new RegExp(words, "u"));
  index.isAboutPeople = (word) => people.test(word) && !environments.test(word);
  index.isPlace = new Set(index.places.flat());
  // By section: its page, whether it is the page itself, and the section that says the same, or -1.
  index.pageOf = Int32Array.from(index.sections, (section) => section[0]);
  index.isPage = Uint8Array.from(index.sections, (section) => section[1] === "");
  index.told = Int32Array.from(index.sections, (section) => (typeof section[3] === "number" ? section[3] : -1));
  // Filled when they are first asked for.
  index.plain = null;
  index.tokens = [];
  return index;
}

// A section's text; one that repeats another's has that one's number in its place.
function textOf(index, section) {
  const text = index.sections[section][3];
  return typeof text === "number" ? index.sections[text][3] : text;
}

// A section's words in order, by their position in `index.words`.
function wordsOf(index, section) {
  const [, , title] = index.sections[section];
  index.tokens[section] ??= tokens(`${title} ${textOf(index, section)}`).map((word) => index.at.get(word));
  return index.tokens[section];
}

// How much some words weigh in each section: where they stand, and where the glossary leads from them.
function weighed(index, found) {
  const weights = new Float64Array(index.sections.length);
  for (const [word, fit] of found) {
    const steps = index.postings[word];
    let section = 0;
    for (let at = 0; at < steps.length; at += 2) {
      section += steps[at];
      weights[section] += fit * steps[at + 1];
    }
    for (const [group, weight] of index.leads[word] ?? []) {
      for (const led of index.groups[group]) weights[led] += fit * weight;
    }
  }
  return weights;
}
