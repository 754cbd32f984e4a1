// The keys of the open search. The theme closes it at Tab, before the links in it are reached, and
// takes all but the arrows back to the field: also Shift, and the space that opens a part of the list.
(() => {
  const search = document.querySelector("[data-md-component=search]");
  const toggle = document.querySelector("[data-md-toggle=search]");
  const field = document.querySelector("[data-md-component=search-query]");
  if (!search || !toggle || !field) return;
  const THEMES = ["ArrowDown", "ArrowUp", "Escape"];

  window.addEventListener(
    "keydown",
    (event) => {
      if (!toggle.checked || !search.contains(event.target)) return;
      const isField = event.target === field;
      const isLetter = event.key.length === 1 && event.key !== " " && !event.altKey;
      const isThemes = THEMES.includes(event.key) || isField || isLetter;
      if (event.key === "Tab" || !isThemes) event.stopImmediatePropagation();
    },
    true,
  );

  search.addEventListener("focusout", ({ relatedTarget }) => {
    if (toggle.checked && relatedTarget && !search.contains(relatedTarget)) toggle.click();
  });
})();
