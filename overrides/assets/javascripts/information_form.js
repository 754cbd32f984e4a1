// The form for avidentifierad information: filled in on the page, sent nowhere and kept nowhere.
// All its words stand in the page. What is warned of is found by identifying.js.
(() => {
  const MINUTE = 60_000;
  const SOON = 14 * MINUTE;
  const LATE = 15 * MINUTE;
  // What a reader does who is there. A pointer may move by itself.
  const TOUCHES = ["input", "keydown", "pointerdown", "wheel", "touchmove", "focusin"];
  // How long nothing is typed before a warning is read out.
  const PAUSE = 1000;

  let current = null;

  const setUp = (root) => {
    const part = (name) => root.querySelector(`.plan-information_form__${name}`);
    const words = (name) => template.querySelector(`[data-plan-words=${name}]`).textContent;
    const template = root.querySelector("template").content;
    const questions = [...root.querySelectorAll(".plan-information_form__question")];
    const [status, heard, copy] = ["status", "heard", "copy"].map(part);
    const copied = copy.querySelector("textarea");
    const fields = questions.flatMap((question) => [...question.querySelectorAll("textarea")]);
    const boxes = [...root.querySelectorAll("input")];
    let touched = Date.now();
    let timer;
    let pause;

    const say = (text, { stays = true } = {}) => {
      status.textContent = text;
      status.classList.toggle("plan-information_form__status--passing", !stays);
    };

    const filled = () => fields.some(({ value }) => value) || boxes.some(({ checked }) => checked);

    const label = (question) =>
      question.querySelector(".plan-information_form__label").textContent.trim();

    const warnings = (value) => {
      const found = planIdentifying(value);
      return [...template.querySelectorAll("[data-plan-kind]")].flatMap((sign) => {
        const seen = found.filter(({ kind }) => kind === sign.dataset.planKind);
        if (!seen.length) return [];
        const warning = sign.cloneNode(true);
        warning.querySelector(".plan-information_form__found").textContent =
          `${seen.map((one) => `”${one.words}”`).join(", ")}.`;
        return [warning];
      });
    };

    const show = (field) => {
      const question = field.closest(".plan-information_form__question");
      const box = question.querySelector(".plan-information_form__warnings");
      const known = [...box.children].map(({ dataset }) => dataset.planKind);
      box.replaceChildren(...warnings(field.value));
      question.querySelector(".plan-information_form__answer").textContent = field.value;
      const news = [...box.children].filter(({ dataset }) => !known.includes(dataset.planKind));
      if (!news.length) return;
      clearTimeout(pause);
      pause = setTimeout(() => {
        const looks = news.map((warning) => warning.querySelector("strong").textContent);
        heard.textContent = [words("heard"), label(question), ...looks].join(" ");
      }, PAUSE);
    };

    const empty = (text = "", options = {}) => {
      clearTimeout(pause);
      for (const field of fields) {
        field.value = "";
        show(field);
      }
      for (const box of boxes) box.checked = false;
      [copied.value, copy.hidden, heard.textContent] = ["", true, ""];
      say(text, options);
    };

    const answer = (question) => {
      const chosen = [...question.querySelectorAll("label:has(input:checked)")];
      const written = question.querySelector("textarea")?.value.trim();
      return written || chosen.map((option) => option.textContent.trim()).join(", ");
    };

    const select = (text) => {
      [copied.value, copy.hidden] = [text, false];
      copied.focus();
      copied.select();
    };

    const actions = {
      print: () => window.print(),
      clear: () => empty(words("cleared")),
      copy: async () => {
        if (!filled()) return say(words("nothing"));
        const answers = questions.map(
          (question) => `${label(question)}\n${answer(question) || words("unanswered")}`,
        );
        const text = [words("heading"), ...answers].join("\n\n");
        const warned = part("warning") ? ` ${words("warned")}` : "";
        try {
          // Only where the address begins with https is there a clipboard.
          await navigator.clipboard.writeText(text);
          copy.hidden = true;
          return say(words("copied") + warned);
        } catch {
          select(text);
          return say(words("select") + warned);
        }
      },
    };

    // By the clock, since timers stand still while a computer sleeps.
    const settle = () => {
      clearTimeout(timer);
      if (!filled()) return;
      const idle = Date.now() - touched;
      if (idle >= LATE) {
        empty(words("late"), { stays: false });
        return;
      }
      if (idle >= SOON) say(words("soon"), { stays: false });
      timer = setTimeout(settle, (idle >= SOON ? LATE : SOON) - idle);
    };

    const touch = () => {
      if (filled() && Date.now() - touched >= LATE) return settle();
      touched = Date.now();
      if (status.textContent === words("soon")) say("");
      status.classList.remove("plan-information_form__status--passing");
      return settle();
    };

    const open = () => {
      for (const control of [...fields, ...boxes]) control.disabled = false;
      part("unscripted").hidden = true;
      for (const scripted of root.querySelectorAll(".plan-information_form__scripted")) {
        scripted.hidden = false;
      }
    };

    root.addEventListener("input", ({ target }) => {
      say("");
      [copied.value, copy.hidden] = ["", true];
      if (fields.includes(target)) show(target);
    });
    root.addEventListener("click", ({ target }) => actions[target.dataset.planDo]?.());
    return { empty, open, touch };
  };

  for (const kind of TOUCHES) {
    window.addEventListener(kind, () => current?.touch(), { capture: true, passive: true });
  }
  window.addEventListener("pagehide", () => current?.empty());
  // Only now has the browser put back what it remembers of fields.
  window.addEventListener("pageshow", () => {
    current?.empty();
    current?.open();
  });
  document$.subscribe(() => {
    current?.empty();
    const root = document.querySelector("div.plan-information_form");
    current = root && setUp(root);
    if (document.readyState === "complete") current?.open();
  });
})();
