// A button beside each number in a card that copies it, for a telephone on the desk or a colleague.
(() => {
  const links = document.querySelectorAll("a[data-plan-copy]");
  if (!links.length) return;
  const SHOWN = 5000;
  // For screen readers, which the button's own new words do not reach.
  const said = document.createElement("p");
  said.className = "plan-copy__said";
  said.setAttribute("role", "status");
  document.querySelector("article").append(said);

  // Only pages from a server with a certificate have the clipboard; else what is marked is copied.
  const copy = async (number) => {
    try {
      await navigator.clipboard.writeText(number.textContent);
      return true;
    } catch {
      getSelection().selectAllChildren(number);
      return document.execCommand("copy");
    }
  };

  for (const link of links) {
    const number = link.textContent;
    const button = document.createElement("button");
    const words = document.createElement("span");
    const which = document.createElement("span");
    button.type = "button";
    button.className = "plan-copy__button";
    which.className = "plan-copy__which";
    words.textContent = "Kopiera numret";
    which.textContent = ` ${number}`;
    button.append(words, which);
    button.addEventListener("click", async () => {
      const isCopied = await copy(link);
      words.textContent = isCopied ? "Kopierat" : "Numret är markerat";
      said.textContent = isCopied
        ? `Kopierat: ${number}`
        : `Det gick inte att kopiera. Numret är markerat: ${number}`;
      setTimeout(() => {
        words.textContent = "Kopiera numret";
        said.textContent = "";
      }, SHOWN);
    });
    link.after(" ", button);
  }
})();
