// The start page's large button opens the theme's search. What is searched for stays in the page.
(() => {
  const toggle = document.querySelector("[data-md-toggle=search]");
  const field = document.querySelector("[data-md-component=search-query]");
  for (const part of document.querySelectorAll(".plan-search_button")) {
    part.hidden = false;
    part.querySelector("button").addEventListener("click", () => {
      if (!toggle.checked) toggle.click();
      field.focus();
    });
  }
})();
