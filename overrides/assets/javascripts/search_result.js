// What the theme's list of hits lacks: a contact's number that can be called from the list, and names
// that say what each link leads to.
(() => {
  const result = document.querySelector("[data-md-component=search-result]");
  if (!result) return;
  const [, list] = result.children;
  let named = 0;

  const id = (element) => {
    if (!element.id) element.id = `plan-hit-${(named += 1)}`;
    return element.id;
  };

  // A link within the hit's own link could not be told from it.
  const call = (part) => {
    const link = document.createElement("a");
    link.className = "plan-search_result__call";
    link.href = part.dataset.planCall;
    const words = document.createElement("span");
    // The theme's Enter key opens the link with the highest score, and asks all of them.
    words.dataset.mdScore = "-1";
    words.textContent = part.textContent;
    link.append(words);
    // Seen, it stands below the contact's name; read out, it may stand alone.
    const { planWhom: whom } = part.dataset;
    if (whom) link.setAttribute("aria-label", `${words.textContent}, ${whom}`);
    part.closest(".md-search-result__link").after(link);
    part.remove();
  };

  // Read out, a link is its heading and that of its page; the text below it describes it.
  const name = (link, page) => {
    const [article] = link.children;
    const [heading] = article.querySelectorAll("h1, h2");
    const isPage = heading === page;
    article.setAttribute("role", "presentation");
    heading.setAttribute("aria-level", isPage ? "2" : "3");
    link.setAttribute("aria-labelledby", isPage ? id(heading) : `${id(heading)} ${id(page)}`);
    const text = article.querySelector("p");
    if (text) link.setAttribute("aria-describedby", id(text));
  };

  const mend = (item) => {
    const page = item.querySelector("h1");
    item.querySelectorAll("[data-plan-call]").forEach(call);
    for (const link of item.querySelectorAll(".md-search-result__link")) name(link, page);
    for (const summary of item.querySelectorAll("summary")) {
      summary.setAttribute("aria-describedby", id(page));
    }
    // In the order of the page, the Tab key reaches all of them; see search_keys.js.
    for (const stop of item.querySelectorAll("[tabindex]")) stop.removeAttribute("tabindex");
  };

  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) addedNodes.forEach(mend);
  }).observe(list, { childList: true });
})();
