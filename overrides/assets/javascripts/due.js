// Says whether a plan is overdue on the day of reading: the page holds the words for either case.
"use strict";

document$.subscribe(() => {
  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, "0"))
    .join("-");
  for (const due of document.querySelectorAll("[data-plan-due]")) {
    const holds = today > due.dataset.planDue ? "late" : "early";
    due.classList.toggle("plan-plan_summary__due--late", holds === "late");
    for (const words of due.querySelectorAll("[data-plan-due-case]")) {
      words.hidden = words.dataset.planDueCase !== holds;
    }
  }
});
