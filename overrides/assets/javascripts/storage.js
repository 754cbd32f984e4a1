// The theme would store its colours on the first visit. Nothing is stored that nobody chose.
(() => {
  const set = window.__md_set;
  let chosen = false;
  document.addEventListener(
    "change",
    (event) => {
      chosen ||= Boolean(event.target.closest("[data-md-component=palette]"));
    },
    true,
  );
  window.__md_set = (key, ...rest) => {
    if (key !== "__palette" || chosen) set(key, ...rest);
  };
})();
