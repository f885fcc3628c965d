// Light or dark: the system's choice until the person makes one, which is then remembered in this browser.

/** @param {HTMLElement} toggle */
export function themes(toggle) {
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const dark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);
  const show = () => toggle.setAttribute("aria-pressed", String(dark()));

  toggle.addEventListener("click", () => {
    root.dataset.theme = dark() ? "light" : "dark";
    try {
      localStorage.setItem("theme", root.dataset.theme);
    } catch {
      // Without storage the choice lasts until the page is closed.
    }
    show();
  });
  system.addEventListener("change", show);
  show();
}
