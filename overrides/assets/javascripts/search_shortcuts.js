// Single letters as commands. With the theme's "n" a page is left: none of those work. Those that open
// the search do, until they are turned off on this device: someone who speaks to the computer, or
// misses a field, must be able to (WCAG 2.1.4).
(() => {
  const KEY = "planportalen.kortkommandon";
  const OPENING = ["/", "f", "s"];
  const WRITTEN = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";
  const search = document.querySelector("[data-md-toggle=search]");
  const part = document.querySelector(".plan-search_shortcuts");
  let isOff = false;
  try {
    isOff = localStorage.getItem(KEY) === "av";
  } catch {
    // A browser that stores nothing forgets the choice with the page.
  }

  window.addEventListener(
    "keydown",
    (event) => {
      const isCommand = event.ctrlKey || event.metaKey;
      if (event.key.length !== 1 || event.key === " " || isCommand || search.checked) return;
      if (event.target.matches?.(WRITTEN)) return;
      const opens = OPENING.includes(event.key) && !event.altKey && !isOff;
      if (!opens) event.stopImmediatePropagation();
    },
    true,
  );

  if (!part) return;
  const [off, on] = part.querySelectorAll("button");
  const show = () => {
    off.parentElement.hidden = isOff;
    on.parentElement.hidden = !isOff;
  };
  const choose = (wanted, pressed, next) => {
    isOff = wanted;
    try {
      if (isOff) localStorage.setItem(KEY, "av");
      else localStorage.removeItem(KEY);
    } catch {
      // As above.
    }
    show();
    // The button hides itself: what has the focus is to be seen.
    next.focus();
    part.querySelector("[role=status]").textContent = pressed.dataset.planSays;
  };
  off.addEventListener("click", () => choose(true, off, on));
  on.addEventListener("click", () => choose(false, on, off));
  show();
  part.hidden = false;
})();
