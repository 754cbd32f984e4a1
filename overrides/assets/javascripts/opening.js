// Says whether a contact is open now, by the clock in Sweden wherever the reader's computer is set.
// The page holds the hours, the holidays and the words; hours are minutes of the clock on the wall,
// so the hour that comes twice in October counts twice.
(() => {
  const signs = document.querySelectorAll("[data-plan-opening]");
  if (!signs.length) return;
  const MINUTE = 60_000;
  const clock = new Intl.DateTimeFormat("sv-SE", {
    timeZone: "Europe/Stockholm",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });

  const inSweden = () => {
    const parts = clock.formatToParts(new Date()).map(({ type, value }) => [type, value]);
    const { year, month, day, hour, minute } = Object.fromEntries(parts);
    const date = `${year}-${month}-${day}`;
    // A date without a time is read as UTC; the week begins on Monday.
    const weekday = (new Date(date).getUTCDay() + 6) % 7;
    return { date, weekday, minute: 60 * hour + Number(minute) };
  };

  const tell = () => {
    const now = inSweden();
    for (const sign of signs) {
      const given = sign.dataset;
      const isKnown = given.planOpeningFirst <= now.date && now.date <= given.planOpeningLast;
      const isHoliday = given.planOpeningHolidays.split(" ").includes(now.date);
      const week = JSON.parse(isHoliday ? given.planOpeningOnHolidays : given.planOpening);
      const isOpen = week[now.weekday].some(([from, to]) => from <= now.minute && now.minute < to);
      // In years whose holidays the page does not hold, it says what holds at any time.
      const holds = isKnown ? (isOpen ? "open" : "closed") : "plain";
      sign.hidden = true;
      for (const words of sign.querySelectorAll("[data-plan-opening-case]")) {
        words.hidden = words.dataset.planOpeningCase !== holds;
        if (!words.hidden) sign.hidden = false;
      }
    }
  };

  const tick = () => {
    tell();
    setTimeout(tick, MINUTE - (Date.now() % MINUTE));
  };

  tick();
  // A computer that slept, or a page that was left and is shown again, must not show an old hour.
  document.addEventListener("visibilitychange", tell);
  window.addEventListener("pageshow", tell);
})();
