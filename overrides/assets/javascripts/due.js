// Says what is overdue on the day of reading: a plan's revision, a check of a number. The page holds
// the words for either case.
"use strict";

document$.subscribe(() => {
  // Written so in Sweden: 2026-11-21.
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Stockholm" }).format();
  for (const due of document.querySelectorAll("[data-plan-due]")) {
    const holds = today > due.dataset.planDue ? "late" : "early";
    for (const words of due.querySelectorAll("[data-plan-due-case]")) {
      words.hidden = words.dataset.planDueCase !== holds;
    }
  }
});
