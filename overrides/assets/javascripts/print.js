// What paper needs: the addresses that links lead to, and what is folded up opened.
(() => {
  const folded = "details:not([open])";

  for (const link of document.querySelectorAll("article a[href]")) {
    const shown = link.textContent.trim();
    // A place on this page is found without an address, and what is written out is not said twice.
    if (!link.protocol.startsWith("http")) continue;
    if (link.origin === location.origin && link.pathname === location.pathname) continue;
    if (link.href.replace(/\/$/, "").endsWith(shown.replace(/\/$/, ""))) continue;
    // The page's own address, with the server's name, stands at its top.
    link.dataset.address = link.origin === location.origin ? link.pathname : link.href;
  }
  for (const address of document.querySelectorAll(".plan-printed__address")) {
    address.textContent = location.origin + location.pathname;
  }

  window.addEventListener("beforeprint", () => {
    for (const part of document.querySelectorAll(folded)) {
      part.open = true;
      part.dataset.opened = "";
    }
  });
  window.addEventListener("afterprint", () => {
    for (const part of document.querySelectorAll("details[data-opened]")) {
      part.open = false;
      delete part.dataset.opened;
    }
  });
})();
