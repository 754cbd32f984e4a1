// Listens to what the page and its search say to each other, and asks as a reader does. Runs before
// the page's own scripts. Times are milliseconds since the navigation began.
(() => {
  const QUERY = 2;
  const RESULT = 3;
  const GIVEN_UP = 30_000;
  let now = null;
  let waiting = null;

  // The answer is in the list when the browser has also laid it out.
  const shown = () => {
    if (!now?.answered || !waiting) return;
    const list = document.querySelector(".md-search-result__list");
    void list.offsetHeight;
    const told = { ...now, shown: performance.now(), hits: list.children.length };
    const done = waiting;
    [now, waiting] = [null, null];
    done(told);
  };

  const Plain = Worker;
  window.Worker = class extends Plain {
    constructor(...options) {
      super(...options);
      this.addEventListener("message", ({ data: { type } }) => {
        if (type === RESULT && now) now.answered = performance.now();
      });
    }

    postMessage(message, ...rest) {
      if (message.type === QUERY && message.data === now?.query) now.sent = performance.now();
      super.postMessage(message, ...rest);
    }
  };

  window.bench = {
    // What came of a query: when it was typed, sent, answered and shown, and the number of hits.
    ask(query) {
      const field = document.querySelector(".md-search__input");
      return new Promise((resolve, reject) => {
        now = { query, typed: performance.now() };
        waiting = resolve;
        setTimeout(reject, GIVEN_UP, new Error(`No answer to ${query}`));
        field.focus();
        field.value = query;
        for (const kind of ["input", "keyup"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
      });
    },

    // The same for each of many, the list empty before each.
    async askAll(queries) {
      const found = [];
      for (const query of queries) {
        await this.ask("");
        found.push(await this.ask(query));
      }
      return found;
    },
  };

  document.addEventListener("DOMContentLoaded", () => {
    const result = document.querySelector(".md-search-result");
    new MutationObserver(shown).observe(result, { childList: true, subtree: true });
    const { first, after } = window.benchFirst ?? {};
    if (first) setTimeout(() => { window.bench.first = window.bench.ask(first); }, after);
  });
})();
