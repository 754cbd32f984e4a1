// The sheet for the wall: says when it was printed and when it is to be thrown away.
(() => {
  const sheet = document.querySelector("[data-plan-sheet]");
  const button = document.querySelector("[data-plan-print]");
  if (!sheet || !button) return;
  const words = new Intl.DateTimeFormat("sv-SE", { dateStyle: "long", timeZone: "Europe/Stockholm" });
  window.addEventListener("beforeprint", () => {
    const now = new Date();
    const later = new Date(now);
    later.setFullYear(now.getFullYear() + 1);
    // A year at most: 29 February has none of its own in the next one.
    if (later.getDate() !== now.getDate()) later.setDate(0);
    sheet.querySelector("[data-plan-printed]").textContent = words.format(now);
    sheet.querySelector("[data-plan-discard]").textContent = words.format(later);
  });
  button.hidden = false;
  button.addEventListener("click", () => window.print());
})();
