// What the theme's list of hits lacks: a contact's number that can be called from the list, a word
// while the index is on its way, and what to try where nothing was found.
(() => {
  const result = document.querySelector("[data-md-component=search-result]");
  const field = document.querySelector("[data-md-component=search-query]");
  const advice = document.querySelector(".plan-no_hits");
  if (!result || !field || !advice) return;
  const [meta, list] = result.children;
  result.after(advice);

  // A link within the hit's own link could not be told from it.
  const link = (part) => {
    const call = document.createElement("a");
    call.className = "plan-search_result__call";
    call.href = part.dataset.planCall;
    const words = document.createElement("span");
    // The theme's Enter key opens the link with the highest score, and asks all of them.
    words.dataset.mdScore = "-1";
    words.textContent = `Ring ${part.textContent}`;
    call.append(words);
    part.closest(".md-search-result__link").after(call);
    part.remove();
  };

  new MutationObserver(() => {
    list.querySelectorAll("[data-plan-call]").forEach(link);
  }).observe(list, { childList: true });

  const start = meta.textContent;
  field.addEventListener("input", () => {
    if (field.value.trim() && meta.textContent === start) meta.textContent = "Söker …";
  });
  new MutationObserver(() => {
    advice.hidden = !field.value.trim() || list.childElementCount > 0 || meta.textContent === "Söker …";
  }).observe(meta, { childList: true });
})();
