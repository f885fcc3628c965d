// The column of people and chats: beside the chat where there is room, a page over it where there is not.

/**
 * @param {object} parts
 * @param {HTMLElement} parts.rail
 * @param {HTMLElement} parts.chat
 * @param {HTMLElement} parts.toggle
 */
export function sideRail({ rail, chat, toggle }) {
  const narrow = matchMedia("(max-width: 759px)");
  let open = false;

  /** @param {boolean} wanted */
  function set(wanted) {
    open = wanted && narrow.matches;
    rail.classList.toggle("open", open);
    chat.inert = open;
    toggle.setAttribute("aria-expanded", String(open));
  }

  const close = () => {
    if (!open) return;
    set(false);
    toggle.focus();
  };
  toggle.addEventListener("click", () => {
    set(true);
    const focused = rail.querySelector("input:checked");
    if (focused instanceof HTMLElement) focused.focus();
  });
  rail.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  narrow.addEventListener("change", () => set(false));
  set(false);

  return { close };
}
