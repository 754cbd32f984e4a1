// What the theme leaves out for the keyboard and for screen readers. With a mouse, and for
// reading, nothing here is needed.
(() => {
  const phone = window.matchMedia("(max-width: 76.234375em)");
  const drawer = document.querySelector("[data-md-toggle=drawer]");
  const search = document.querySelector("[data-md-toggle=search]");
  const opener = document.querySelector(".md-header__button[for=__drawer]");
  const behind = document.querySelectorAll(
    ".md-skip, .plan-concern, .md-content, .md-top, .md-footer",
  );

  const button = (label, name) => {
    label.setAttribute("role", "button");
    label.setAttribute("aria-label", name);
    label.tabIndex = 0;
  };

  const opens = (label, toggle) => {
    const tell = () => label.setAttribute("aria-expanded", toggle.checked);
    toggle.addEventListener("change", tell);
    tell();
  };

  const settle = () => {
    for (const element of behind) element.inert = phone.matches && drawer.checked;
  };

  button(opener, "Meny");
  opens(opener, drawer);
  drawer.addEventListener("change", settle);
  phone.addEventListener("change", settle);
  settle();

  for (const toggle of document.querySelectorAll(".md-nav--primary .md-nav__toggle")) {
    const labels = [...document.querySelectorAll(`.md-nav--primary label[for="${toggle.id}"]`)];
    const back = labels.pop();
    // A page alone in its folder has a level of its own, but nothing that opens it.
    const into = labels.pop();
    if (!back) continue;
    const title = back.textContent.trim();
    button(back, `Tillbaka från ${title}`);
    if (into) {
      const page = into.textContent.trim();
      button(into, toggle.id === "__toc" ? `${page}, ${title}` : `Sidor under ${title}`);
      opens(into, toggle);
    }
    const outside = into ?? toggle.parentElement.querySelector("a");
    toggle.addEventListener("change", () => {
      if (!phone.matches || !drawer.checked) return;
      // Levels slide in from the side: to scroll to one on its way would push it out again.
      (toggle.checked ? back : outside).focus({ preventScroll: true });
    });
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === " " && event.target.matches?.("label[role=button]")) {
      event.preventDefault();
      event.target.click();
    }
    if (event.key === "Escape" && drawer.checked && !search.checked) {
      drawer.click();
      opener.focus();
    }
  });

  // The theme puts a wide table in a box that scrolls; the arrow keys work in what has the focus.
  document.addEventListener("DOMContentLoaded", () => {
    for (const box of document.querySelectorAll(".md-typeset__scrollwrap")) box.tabIndex = 0;
  });
})();
