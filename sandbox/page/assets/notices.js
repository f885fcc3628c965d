// What is said over the chat: toasts that pass, and alerts that wait for OK, one at a time.

import { element } from "./dom.js";

const TOAST_MS = 4_000;
const MOST_TOASTS = 3;

/**
 * @param {HTMLElement} place
 * @param {HTMLDialogElement} dialog
 */
export function notices(place, dialog) {
  /** @type {string[]} */
  const queue = [];
  const words = /** @type {HTMLElement} */ (dialog.querySelector("p"));

  function next() {
    const text = queue[0];
    if (dialog.open || text === undefined) return;
    words.textContent = text;
    dialog.showModal();
  }

  dialog.addEventListener("close", () => {
    queue.shift();
    words.textContent = "";
    next();
  });

  return {
    /** @param {string} text @param {"plain" | "trouble"} [kind] */
    toast(text, kind = "plain") {
      const made = element("p", { class: `toast ${kind}`, dir: "auto" }, text);
      place.append(made);
      while (place.children.length > MOST_TOASTS) place.firstElementChild?.remove();
      const timer = setTimeout(() => made.remove(), TOAST_MS);
      made.addEventListener("click", () => {
        clearTimeout(timer);
        made.remove();
      });
    },
    /** @param {string} text */
    alert(text) {
      queue.push(text);
      next();
    },
  };
}
