// Telephone and reference numbers, whatever stands between their digits.
const NUMBER = 20;
const WORDS_BESIDE = 0.1;
const WHOLE = 1;
const LAST = 0.8;
const FIRST = 0.6;
const WITHIN = 0.4;

// Adds the sections with the number that a query is, far above what its digits find as words.
function numbered(index, query, sections, scores) {
  const digits = digitsOf(query);
  if (!digits) return;
  for (const section of sections) scores[section] *= WORDS_BESIDE;
  const best = new Map();
  for (const [written, section, worth] of index.numbers) {
    const fit = fits(written, digits) * worth;
    if (fit > 0) best.set(section, Math.max(fit, best.get(section) ?? 0));
  }
  const known = new Set(sections);
  for (const [section, fit] of best) {
    scores[section] += NUMBER * fit * index.pages[index.pageOf[section]][2];
    if (!known.has(section)) sections.push(section);
  }
}

// The digits of a query that is a number, telephone numbers in national form.
function digitsOf(query) {
  const number = query.trim().replace(/^(dnr|diarienummer|nr|nummer|tel|tfn|telefon)\b\.?:?\s*/i, "");
  if (!/^[+\d][\d\s().:/–-]*$/.test(number)) return null;
  const digits = number.replace(/\D/g, "");
  const national = /^(\+|00)/.test(number) ? digits.replace(/^(00)?46(0)?/, "0") : digits;
  return national.length > 2 ? national : null;
}

function fits(written, digits) {
  if (written === digits) return WHOLE;
  if (digits.length < 4) return 0;
  if (written.endsWith(digits)) return LAST;
  if (written.startsWith(digits)) return FIRST;
  return written.includes(digits) ? WITHIN : 0;
}
