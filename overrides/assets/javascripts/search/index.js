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
  // By section, the sections of other pages that say the same.
  index.repeats = new Map();
  index.sections.forEach(([, , , text], section) => {
    if (typeof text !== "number") return;
    if (!index.repeats.has(text)) index.repeats.set(text, []);
    index.repeats.get(text).push(section);
  });
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

// The sections in which some words stand or to which the glossary leads from them, each with their
// weight there.
function weighed(index, found) {
  const weights = new Map();
  const add = (section, weight) => weights.set(section, (weights.get(section) ?? 0) + weight);
  for (const [word, fit] of found) {
    const steps = index.postings[word];
    let section = 0;
    for (let at = 0; at < steps.length; at += 2) {
      section += steps[at];
      add(section, fit * steps[at + 1]);
    }
    for (const [group, weight] of index.leads[word] ?? []) {
      for (const led of index.groups[group]) add(led, fit * weight);
    }
  }
  return weights;
}
