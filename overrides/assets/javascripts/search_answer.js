// What the search answers beside its list: that it is at work, how many hits there are, read out once
// for each query, and what to try where there is none.
(() => {
  const WAITING = "Söker …";
  const SLOW = "Sökningen svarar inte än.";
  // So long that no key of a writer comes between, and that nobody waits for it.
  const PAUSE = 700;
  const PATIENCE = 6000;
  const result = document.querySelector("[data-md-component=search-result]");
  const field = document.querySelector("[data-md-component=search-query]");
  const advice = document.querySelector(".plan-no_hits");
  const said = document.querySelector(".plan-no_hits__said");
  if (!result || !field || !advice || !said) return;
  const [meta, list] = result.children;
  result.after(advice);

  const isAsked = () => field.value.trim() !== "";
  let isAnswered = false;
  let speaking;
  let slow;

  const say = () => {
    if (!isAsked()) return;
    said.textContent = advice.hidden ? meta.textContent : `${meta.textContent}. Här står vad du kan göra.`;
  };

  // The theme listens for keys alone, but words may be pasted, spoken, or cleared with its button.
  const ask = () => field.dispatchEvent(new Event("keyup"));

  field.addEventListener("input", () => {
    clearTimeout(speaking);
    said.textContent = "";
    if (isAsked() && !isAnswered && meta.textContent !== WAITING) {
      meta.textContent = WAITING;
      clearTimeout(slow);
      slow = setTimeout(() => {
        if (meta.textContent === WAITING) meta.textContent = SLOW;
      }, PATIENCE);
    }
    ask();
  });
  field.form.addEventListener("reset", () => setTimeout(ask));

  new MutationObserver(() => {
    const isWaiting = meta.textContent === WAITING;
    isAnswered ||= isAsked() && !isWaiting && meta.textContent !== SLOW;
    advice.hidden = !isAsked() || isWaiting || list.childElementCount > 0;
    clearTimeout(speaking);
    if (!isWaiting) speaking = setTimeout(say, PAUSE);
  }).observe(meta, { childList: true });
})();
