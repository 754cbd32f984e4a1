// What in a text may show who somebody is: rules of thumb that see signs and not meaning, and miss
// much. They are few, so that a warning is worth reading. The form for avidentifierad information
// warns by them.
(() => {
  const raw = String.raw;
  const space = raw`[ \t]{1,3}`;
  const joint = raw`(?:${space})?[-+/ ]?(?:${space})?`;

  const sign = raw`[\p{L}\d._%+-]`;

  // Month and day tell it from other numbers of ten digits; a coordination number has 60 added to
  // its day. The last four are often crossed out, which hides little.
  const day = "(?:0[1-9]|[12][0-9]|3[01]|6[1-9]|[78][0-9]|9[01])";
  const month = "(?:0[1-9]|1[0-2])";
  const century = "(?:(?:18|19|20)[ ]?)?";
  const between = raw`(?:(?:${space})?[-+/ ]\s{0,12})?`;
  const hidden = raw`(?=\d{0,3}[xX*?•_])[\dxX*?•_]{4}`;
  const tail = raw`(?:\d{4}|${hidden})(?![\p{L}\d/])`;
  const identity = raw`${century}\d{2}[-./ ]?${month}[-./ ]?${day}${between}${tail}`;
  const pairs = raw`${century}\d{2} ${month} ${day} \d{2} \d{2}(?![\d/])`;
  const swedish = raw`0[1-9]\d{0,2}${joint}\d{2,3}(?:[- ]?\d{2,3}){1,3}`;
  const foreign = raw`(?:\+|00)[ ]?[1-9](?:[ ()/-]{0,3}\d){6,13}`;

  // What a day and an hour look like, and a number of a telephone not.
  const hour = "(?:[01][0-9]|2[0-4])[0-5][0-9]";
  const moment = new RegExp(raw`^\d{4}-\d{2}-\d{2} ${hour}$`, "u");
  const date = raw`\d{1,2}[-/ ]\d{1,2}[-/ ](?:\d{2}|\d{4})`;
  const time = new RegExp(raw`^(?:${date}|${hour} ?- ?${hour})$`, "u");

  // Parts that name streets, and those that do so only in a name: Hornsplan 3, handlingsplan 3.
  const street = "gata|gatan|väg|vägen|stig|stigen|gränd|gränden|allé|allén|torg|torget|backe";
  const other = "backen|plan|plats|platsen|kajen|strand|stranden|ringen|slingan|leden|esplanaden";
  const house = raw`[ ]?\d{1,3}(?!\d)(?:[ ]?[A-Za-z](?!\p{L}))?`;
  // 114 14 is the number of the police.
  const postcode = raw`(?!114 14)[1-9]\d{2} \d{2}(?! ?[\d%]| kr)|[1-9]\d{4}(?= +\p{Lu}\p{Ll})`;

  // The letters of Swedish number plates.
  const plate = "[A-HJ-PR-UW-Z]";

  const word = raw`(?:[dDlLO]['’])?\p{Lu}[\p{L}'’]{0,30}\p{Ll}(?:-\p{L}{1,30}){0,3}`;
  const name = raw`(?<![\p{L}\d])${word}(?![\p{L}\d])`;
  const particle = raw`(?:(?:von|van|de|la|al|el|bin|ibn|abu)${space})?`;
  const called =
    "heter|hette|kallas|kallas för|kallad|kallar sig|kallade sig|vid namn|namnet|namn:|alias|" +
    "elev|eleven|barnet|pojken|killen|flickan|tjejen|mannen|kvinnan|kollega|kollegan|läraren|" +
    "mamma|mamman|pappa|pappan|bror|brodern|syster|systern|son|sonen|dotter|dottern|kompis|" +
    "kompisen|vännen|grannen|klienten|brukaren|familjen|herr|fru";
  const relative =
    "mamma|pappa|mor|far|bror|syster|son|dotter|fru|man|sambo|kompis|vän|föräldrar|familj";

  // Words with a capital only because a sentence begins, and names of places and organisations.
  const opening = new Set(
    (
      "Alla Att Av Barnet Bakom Bland Bredvid Båda De Dem Den Denna Deras Dessa Det Detta Du Där " +
      "Efter Elev Eleven Elever En Enligt Ett Flera Flickan Från För Före Genom Han Hans Hela Hen " +
      "Hennes Hon Hos I Idag Igår Inför Innan Inom Inte Jag Kring Kvinnan Mannen Man Med Medan " +
      "Mellan Men Mot Nu Någon Några När Nära Och Om Personen Personal Personalen Pojken Polis " +
      "Polisen På Runt Samma Sedan Skolan Som Så Till Trots Två Under Ungdomar Utanför Ute Vad " +
      "Var Varje Vi Vid Via Vår Våra Över"
    ).split(" "),
  );
  const first = "Norra|Södra|Östra|Västra|Nya|Gamla|Stora|Lilla|Övre|Nedre|Rädda|Röda|Saudi|New";
  const last = "Centrum|Galleria|Gymnasium|Kommun|Skola|Skolan|Stad|Stan|Station|Sverige|Torg";
  const place = new RegExp(`^(?:${first})[ \t]|[ \t](?:${last})$`, "u");

  /** Whether a sentence, a line or a quotation begins after this. */
  const begins = (before) => /(?:^|[.!?:\n])[\s"”'(•*-]*$/u.test(before.slice(-40));

  const fullName = (words, before) => {
    let parts = words.split(/[ \t]+/u);
    if (begins(before) && opening.has(parts[0])) parts = parts.slice(1);
    const left = parts.join(" ");
    return parts.length > 1 && !place.test(left) && left;
  };

  const pattern = (source, flags = "") => new RegExp(source, `gu${flags}`);
  const anyCase = (words) => words.replace(/(?<=^|\|)\p{L}/gu, (a) => `[${a}${a.toUpperCase()}]`);

  // Kind, pattern, and what of a match counts where not all does. What one group has found, those
  // after it do not see.
  const groups = [
    [
      ["email", pattern(raw`(?<!${sign})${sign}+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+`)],
      ["email", pattern(raw`(?<!${sign})@[\p{L}\d._]{2,}`)],
    ],
    [
      [
        "identity",
        pattern(raw`(?<![\d+])(?<!\d[,./])(?:${identity}|${pairs})`),
        (words) => !moment.test(words) && words,
      ],
      [
        "phone",
        pattern(raw`(?<![\d+/,.-])(?:${foreign}|${swedish})(?![\d/])`),
        (words) => !time.test(words) && words.replace(/\D/gu, "").length > 6 && words,
      ],
      ["plate", pattern(raw`(?<![\p{L}\d])${plate}{3} ?\d{2}(?:\d|${plate})(?![\p{L}\d])`)],
    ],
    [
      [
        "address",
        pattern(raw`(?<!\p{L})(?!(?:riks|läns|europa|motor)väg)\p{L}{2,}(?:${street})${house}`, "i"),
      ],
      ["address", pattern(raw`(?<!\p{L})\p{Lu}\p{L}+(?:(?:${other})| (?:${street}))${house}`)],
      ["address", pattern(raw`(?<![\d-])(?:${postcode})|(?<!\p{L})[Ll](?:gh\.?|ägenhet) ?\d{1,4}`)],
    ],
    [["name", pattern(raw`${name}(?:${space}${particle}${name})+`), fullName]],
    [
      ["name", pattern(raw`(?<=(?<!\p{L})(?:${anyCase(called)}),?${space}["”']?)${name}`)],
      [
        "name",
        pattern(raw`${name}(?=${space}(?:${relative})(?!\p{L}))`),
        (words, before) => !begins(before) && words,
      ],
    ],
  ];

  /** What was seen in a text: the kind of each find and its words, in the order of the groups. */
  globalThis.planIdentifying = (text) => {
    // To a reader, other spaces, dashes and digits look the same.
    let left = text.normalize("NFKC").replace(/[\u2010-\u2015\u2212]/gu, "-");
    const found = new Map();
    for (const group of groups) {
      const seen = left;
      for (const [kind, signs, counts = (words) => words] of group) {
        for (const match of seen.matchAll(signs)) {
          const words = counts(match[0], seen.slice(0, match.index));
          if (!words) continue;
          found.set(`${kind} ${words}`, { kind, words });
          const end = match.index + match[0].length;
          left = left.slice(0, match.index) + "\uFFFC".repeat(match[0].length) + left.slice(end);
        }
      }
    }
    return [...found.values()];
  };
})();
