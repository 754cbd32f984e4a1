// Remembers the place of the guide on this device, only when asked to, and only its id.
(() => {
  const KEY = "planportalen.plats";
  const read = () => {
    try {
      const place = localStorage.getItem(KEY);
      return /^[a-z0-9-]+(\/[a-z0-9-]+)?$/.test(place ?? "") ? place : null;
    } catch {
      return null;
    }
  };
  const write = (place) => {
    try {
      if (place) localStorage.setItem(KEY, place);
      else localStorage.removeItem(KEY);
    } catch {
      // A browser that stores nothing remembers nothing: the guide works without.
    }
  };

  const asked = document.querySelector("[data-plan-remember]");
  const known = document.querySelector("[data-plan-remembered]");
  const entry = document.querySelector("[data-plan-concern]");
  const moved = document.querySelector("[data-plan-moved]")?.dataset.planMoved ?? "";
  // A place that has left the portal would lead there for ever; one that has moved is where it leads.
  if (!asked && location.pathname === `/vid-oro/${read()}/`) write(moved.slice("/vid-oro/".length, -1));

  const show = () => {
    const place = read();
    if (entry && entry.dataset.planConcern === "/vid-oro/") {
      entry.href = place ? `/vid-oro/${place}/` : "/vid-oro/";
    }
    if (known) {
      known.hidden = !place;
      known.querySelector("a").href = `/vid-oro/${place}/`;
    }
    if (asked) {
      const remembered = place === asked.dataset.planRemember;
      asked.hidden = false;
      asked.querySelector("[data-plan-case=remember]").hidden = remembered;
      asked.querySelector("[data-plan-case=forget]").hidden = !remembered;
    }
  };

  for (const button of document.querySelectorAll("[data-plan-keep]")) {
    button.addEventListener("click", () => {
      write(button.dataset.planKeep);
      show();
      // The button hides itself: what has the focus is to be seen.
      const next = asked?.querySelector("[data-plan-case]:not([hidden]) button");
      (next ?? document.querySelector(".plan-place_list__places a"))?.focus();
      document.querySelector("[data-plan-said]").textContent = button.dataset.planSays;
    });
  }
  // A page that comes back from the browser's memory may be older than the choice.
  window.addEventListener("pageshow", show);
  show();
})();
