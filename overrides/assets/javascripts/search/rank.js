// From the words of a query to the sections that answer it, the best first.
const SOFTNESS = 1.2;
const MEAN_SHARE = 0.35;
const HEADING = 0.9;
const CONTEXT = 0.7;
const ONLY = 0.45;
const ALL = 0.35;
const COVERED = 2;
const NEAR = 0.25;
const LIGHT = 0.1;
const CALLING = 0.25;
const CALLED = 1.6;
const PLACED = 1.3;
const PAGE = 1.1;
const REPEATED = 0.7;
const BEHIND = 0.7;
const MEANT = 0.5;
const PARTED = 0.7;
const LED = 0.5;
const LATER = 0.8;
const NUMBER = 20;
const LOOKED_AT = 30;

// The index, with what is quicker to make here than to fetch.
function prepared(index) {
  index.at = new Map(index.words.map((word, at) => [word, at]));
  index.light = new Set(index.light);
  index.calling = new Set(index.calling);
  const [people, environments] = index.people.map((words) => new RegExp(words, "u"));
  index.isAboutPeople = (word) => people.test(word) && !environments.test(word);
  index.mean = index.lengths.reduce((sum, length) => sum + length, 0) / index.lengths.length;
  index.tokens = [];
  return index;
}

// The sections in which some words stand, each with their weight there.
function weighed(index, found) {
  const weights = new Map();
  for (const [word, fit] of found) {
    const steps = index.postings[word];
    let section = 0;
    for (let at = 0; at < steps.length; at += 2) {
      section += steps[at];
      weights.set(section, (weights.get(section) ?? 0) + fit * steps[at + 1]);
    }
    for (const [group, weight] of index.leads[word] ?? []) {
      for (const led of index.groups[group]) weights.set(led, (weights.get(led) ?? 0) + fit * weight);
    }
  }
  return weights;
}

// The words of a query, each with what it finds. `share` is how much it has to say.
function terms(index, query) {
  const said = tokens(query);
  const isTyping = !query.endsWith(" ");
  const list = said.flatMap((word, at) => term(index, word, isTyping && at > 0 - (word.length > 2) && at === said.length - 1));
  for (let at = 1; at < list.length; at += 1) joined(index, list[at - 1], list[at]);
  const typed = isTyping && list.length > 1 ? list.at(-1) : null;
  const isQuestion = list.every(({ word }) => index.light.has(word) || isCalling(index, word));
  for (const one of list) {
    if (index.light.has(one.word)) one.share = one === typed ? CALLING : LIGHT;
    else if (!isQuestion && isCalling(index, one.word)) one.share = CALLING;
  }
  if (list.every(({ share }) => share === LIGHT)) list.forEach((one) => { one.share = 1; });
  for (const one of list) {
    Object.assign(one, { weights: weighed(index, one.found), led: new Map(), marked: [] });
  }
  meant(index, list);
  for (const one of list) one.best = Math.max(MISSPELT, ...one.found.values());
  for (const one of list) one.rarity = Math.log(1 + index.sections.length / (1 + one.weights.size));
  return list;
}

function isCalling(index, word) {
  return index.calling.has(stem(word));
}

// One word; or what a misspelt one may mean; or the parts of a compound that the portal lacks. From
// a word that names people nothing is guessed.
function term(index, word, isLast) {
  const isGuessed = !index.isAboutPeople(word);
  const found = isGuessed ? forms(index, word, isLast) : written(index, word);
  const best = Math.max(0, ...found.values());
  if (best < DERIVED && word.length > 3 && /^\D/.test(word)) {
    if (isGuessed) guess(found, misspelt(index, word, 1));
    const parts = found.size === 0 ? split(index, word) : null;
    if (parts) return parts.map((part) => ({ ...term(index, part, false)[0], share: PARTED }));
    if (isGuessed && found.size === 0 && word.length > 5) guess(found, misspelt(index, word, 2));
  }
  return [{ word, found, share: 1 }];
}

function guess(found, others) {
  for (const [other, fit] of others) if (!(found.get(other) >= fit)) found.set(other, fit);
}

// Two words that the portal writes as one.
function joined(index, one, other) {
  const word = one.word + other.word;
  const forms = new Set([index.at.get(word), ...(index.stems[stem(word)]?.[0] ?? [])]);
  forms.delete(undefined);
  for (const form of forms) {
    one.found.set(form, INFLECTED);
    other.found.set(form, INFLECTED);
  }
}

// The glossary's phrases that stand in the query. What they lead to counts as named by the words of
// the query; what is meant by them is found where all of its words stand.
function meant(index, list) {
  const words = list.filter(({ word }) => !index.light.has(word));
  const telling = words.length > 0 ? words : list;
  const stems = telling.map(({ word }) => fold(stem(word)));
  for (const [said, meaning, groups] of index.phrases) {
    for (let at = 0; at + said.length <= stems.length; at += 1) {
      if (!said.every((word, step) => word === stems[at + step])) continue;
      const covered = telling.slice(at, at + said.length);
      const other = standing(index, meaning);
      const isWhole = covered.length === telling.length;
      for (const one of covered) {
        groups.forEach((group, rank) => {
          const fit = (isWhole ? 1 : LED) * LATER ** rank;
          for (const section of index.groups[group]) raise(one.led, section, fit);
        });
        for (const [section, weight] of other.weights) raise(one.weights, section, weight);
        one.marked.push(...other.forms);
        one.isWhole ||= isWhole;
      }
    }
  }
}

function raise(map, key, value) {
  map.set(key, Math.max(value, map.get(key) ?? 0));
}

// The sections in which all of some words stand, and the forms that they have there.
function standing(index, words) {
  const each = words.map((word) => new Map((index.stems[word]?.[0] ?? []).map((form) => [form, MEANT])));
  const [first, ...others] = each.map((found) => weighed(index, found));
  const weights = new Map();
  for (const [section, weight] of first ?? []) {
    if (others.every((other) => other.has(section))) {
      weights.set(section, Math.min(weight, ...others.map((other) => other.get(section))));
    }
  }
  return { weights, forms: each.flatMap((found) => [...found.keys()]) };
}

// A section's text; one that repeats another's has that one's number in its place.
function textOf(index, section) {
  const text = index.sections[section][3];
  return typeof text === "number" ? index.sections[text][3] : text;
}

// How well one word of the query fits some words of a heading.
function fitting(one, heading) {
  return heading.reduce((best, word) => Math.max(best, one.found.get(word) ?? 0), 0);
}

function ranked(index, query) {
  const list = terms(index, query);
  const isCall = list.some(({ word }) => isCalling(index, word));
  const whole = list.filter(({ share }) => share === 1).length;
  const placed = (page) => list.some((one) => fitting(one, index.places[page]) >= PART);
  const found = new Set(list.flatMap(({ weights }) => [...weights.keys()]));
  // What a district shares with its municipality is found there too, for who names the district.
  index.sections.forEach(([page, , , told], section) => {
    if (found.has(told) && placed(page)) found.add(section);
  });
  const hits = [...found].map((section) => {
    const [page, anchor, , told] = index.sections[section];
    const isPage = anchor === "";
    const isPlaced = placed(page);
    const [, , worth, calls] = index.pages[page];
    const length = 1 - MEAN_SHARE + (MEAN_SHARE * index.lengths[section]) / index.mean;
    let score = 0;
    let covered = 0;
    for (const one of list) {
      const weight = one.weights.get(section) ?? (isPlaced ? one.weights.get(told) : 0) ?? 0;
      const own = Math.max(fitting(one, index.headings[section]), one.led.get(section) ?? 0);
      const around = isPage ? 0 : fitting(one, index.titles[page]);
      const here = weight / (weight + SOFTNESS * length) + Math.max(HEADING * own, CONTEXT * around);
      score += one.share * one.rarity * here;
      if (one.share === 1) covered += weight > 0 ? 1 : around;
    }
    score *= worth * (isCall && calls ? CALLED : 1) * (isPlaced ? PLACED : 1) * (isPage ? PAGE : 1);
    if (index.behind.includes(section)) score *= BEHIND;
    if (typeof told === "number" && !isPlaced) score *= REPEATED;
    if (whole > 0) score *= (covered / whole) ** COVERED;
    return { section, score };
  });
  numbered(index, query, hits);
  const order = (a, b) => b.score - a.score || a.section - b.section;
  hits.sort(order);
  for (const hit of hits.slice(0, LOOKED_AT)) hit.score *= nearness(index, list, hit.section);
  return { hits: hits.sort(order), list };
}

// More for a section whose heading says no more than what was asked for, and where the words of the
// query stand side by side.
function nearness(index, list, section) {
  const asked = list.filter(({ share }) => share >= PARTED);
  const fit = (word) => asked.reduce((best, one) => Math.max(best, (one.found.get(word) ?? 0) / one.best), 0);
  const heading = index.headings[section];
  const said = heading.reduce((sum, word) => sum + fit(word), 0) / Math.max(1, heading.length);
  const named = asked.reduce((sum, one) => sum + fitting(one, heading) / one.best, 0) / Math.max(1, asked.length);
  const led = Math.max(0, ...list.map((one) => (one.isWhole ? one.led.get(section) ?? 0 : 0)));
  let bonus = 1 + Math.max(ONLY * said * named + ALL * named ** 2, (ONLY + ALL) * led);
  if (asked.length > 1) {
    const [, , title] = index.sections[section];
    const all = (index.tokens[section] ??= tokens(`${title} ${textOf(index, section)}`).map((word) => index.at.get(word)));
    const stand = (one, other) =>
      all.some((word, at) => one.found.get(word) >= FOLDED * INFLECTED && other.found.get(all[at + 1]) >= FOLDED * INFLECTED);
    const pairs = asked.filter((one, at) => at > 0 && stand(asked[at - 1], one)).length;
    bonus += (NEAR * pairs) / (asked.length - 1);
  }
  return bonus;
}

// Telephone and reference numbers, whatever stands between their digits.
function numbered(index, query, hits) {
  const digits = digitsOf(query);
  if (!digits) return;
  const known = new Map(hits.map((hit) => [hit.section, hit]));
  for (const [written, section, worth] of index.numbers) {
    const fit = fits(written, digits);
    if (fit === 0) continue;
    if (!known.has(section)) {
      known.set(section, { section, score: 0 });
      hits.push(known.get(section));
    }
    const hit = known.get(section);
    const score = NUMBER * fit * worth * index.pages[index.sections[section][0]][2];
    hit.number = Math.max(hit.number ?? 0, score);
  }
  for (const hit of hits) hit.score = 0.1 * hit.score + (hit.number ?? 0);
}

// The digits of a query that is a number, telephone numbers in national form.
function digitsOf(query) {
  const written = query.trim().replace(/^(dnr|diarienummer|nr|nummer|tel|tfn|telefon)\b\.?:?\s*/i, "");
  if (!/^[+\d][\d\s().:/–-]*$/.test(written)) return null;
  let digits = written.replace(/\D/g, "");
  if (/^(\+|00)/.test(written)) digits = digits.replace(/^(00)?46(0)?/, "0");
  return digits.length >= 3 ? digits : null;
}

// How well a number fits what was typed: whole, its last digits, its first, or some within.
function fits(written, digits) {
  if (written === digits) return 1;
  if (digits.length < 4) return 0;
  if (written.endsWith(digits)) return 0.8;
  if (written.startsWith(digits)) return 0.6;
  return written.includes(digits) ? 0.4 : 0;
}
