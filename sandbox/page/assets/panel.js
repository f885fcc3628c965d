// The side panel: beside the chat where there is room, a sheet over it where there is not. Its words come from the server.

import { element, icon } from "./dom.js";

/** @typedef {import("./types.js").Hints} Hints */

/**
 * @param {object} parts
 * @param {HTMLElement} parts.panel
 * @param {HTMLElement[]} parts.behind what it lies over as a sheet
 * @param {HTMLElement} parts.scrim
 * @param {HTMLElement} parts.toggle
 * @param {HTMLElement} parts.closer
 * @param {(text: string) => void} parts.copy
 * @param {(text: string) => void} parts.send
 * @param {(text: string) => void} parts.prepare
 */
export function sidePanel({ panel, behind, scrim, toggle, closer, copy, send, prepare }) {
  const narrow = matchMedia("(max-width: 1099px)");
  let open = !narrow.matches;
  let sheet = false;

  function show() {
    if (sheet !== (open && narrow.matches)) {
      sheet = !sheet;
      for (const part of behind) part.inert = sheet;
    }
    panel.classList.toggle("open", open);
    panel.inert = !open;
    scrim.hidden = !sheet;
    toggle.setAttribute("aria-expanded", String(open));
  }

  /** @param {boolean} wanted */
  function set(wanted) {
    open = wanted;
    show();
  }

  toggle.addEventListener("click", () => {
    set(!open);
    if (open) closer.focus();
  });
  const close = () => {
    set(false);
    toggle.focus();
  };
  closer.addEventListener("click", close);
  scrim.addEventListener("click", close);
  panel.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  narrow.addEventListener("change", () => set(!narrow.matches));
  show();

  /** What is tried should be seen, so a sheet makes way. @param {() => void} action */
  const aside = (action) => () => {
    if (narrow.matches) set(false);
    action();
  };

  /** @param {Hints["tokens"][number]} token */
  function tokenRow({ label, value, note }) {
    const copier = element("button", { type: "button", class: "copy", "aria-label": `Copy ${label}` }, icon("copy"), "Copy");
    copier.addEventListener("click", () => copy(value));
    const head = element("div", { class: "token-head" }, element("strong", { dir: "auto" }, label), copier);
    const code = element("code", { dir: "ltr", tabindex: "0", "aria-label": `${label} value` }, value);
    return element("li", { class: "token" }, head, code, ...(note ? [element("p", { dir: "auto" }, note)] : []));
  }

  /** @param {import("./types.js").Try} item */
  function tryRow({ text, note }) {
    const unfinished = text.endsWith(" ");
    const words = element("span", { class: "row-words" }, element("span", { class: "row-text", dir: "auto" }, text));
    if (note) words.append(element("span", { class: "row-note", dir: "auto" }, note));
    const row = element("button", { type: "button", class: "row try" }, words, icon(unfinished ? "edit" : "send"));
    row.addEventListener("click", aside(() => (unfinished ? prepare(text) : send(text))));
    return element("li", {}, row);
  }

  /** @type {unknown[]} */
  let filled = [];

  return {
    /** Let the chat be seen, where this is a sheet over it. */
    stepAside() {
      if (narrow.matches) set(false);
    },
    /** @param {Hints["tokens"]} tokens @param {Hints["private"]} tries */
    fill(tokens, tries) {
      if (filled[0] === tokens && filled[1] === tries) return;
      filled = [tokens, tries];
      fillSection(panel, "#tokens", tokens.map(tokenRow));
      fillSection(panel, "#tries", tries.map(tryRow));
    },
  };
}

/** @param {HTMLElement} panel @param {string} section @param {HTMLElement[]} rows */
function fillSection(panel, section, rows) {
  const found = /** @type {HTMLElement} */ (panel.querySelector(section));
  found.hidden = rows.length === 0;
  found.querySelector("ul")?.replaceChildren(...rows);
}
