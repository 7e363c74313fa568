// Light or dark as the reader chose; without a choice as their system has it.
(() => {
  const root = document.documentElement;
  const kept = () => { try { return localStorage.getItem("theme"); } catch { return null; } };
  const set = (name) => { if (name) root.dataset.theme = name; };
  set(kept());
  document.addEventListener("DOMContentLoaded", () => {
    const button = document.getElementById("theme");
    const dark = () => (root.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
    const label = () => { button.textContent = dark() ? button.dataset.light : button.dataset.dark; };
    button.hidden = false;
    label();
    button.addEventListener("click", () => {
      const next = dark() ? "light" : "dark";
      set(next);
      try { localStorage.setItem("theme", next); } catch { /* private windows keep nothing */ }
      label();
      document.dispatchEvent(new Event("theme"));
    });
  });
})();
