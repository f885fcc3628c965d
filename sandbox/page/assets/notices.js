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
  /** Alerts for people who are not at the screen. @type {Map<number, string[]>} */
  const kept = new Map();
  const words = /** @type {HTMLElement} */ (dialog.querySelector("p"));

  /** Those that are shown, oldest first, and what will take them away. @type {Map<HTMLElement, ReturnType<typeof setTimeout>>} */
  const toasts = new Map();

  /** @param {HTMLElement} toast */
  function drop(toast) {
    clearTimeout(toasts.get(toast));
    toasts.delete(toast);
    toast.remove();
  }

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
    /** What is said already is not said twice, it only stays longer. @param {string} text @param {"plain" | "trouble"} [kind] */
    toast(text, kind = "plain") {
      const shown = [...toasts].find(([node]) => node.textContent === text && node.classList.contains(kind));
      const made = shown?.[0] ?? element("p", { class: `toast ${kind}`, dir: "auto" }, text);
      clearTimeout(shown?.[1]);
      toasts.set(made, setTimeout(drop, TOAST_MS, made));
      if (shown) return;
      made.addEventListener("click", () => drop(made));
      place.append(made);
      const [oldest] = toasts.keys();
      if (oldest && toasts.size > MOST_TOASTS) drop(oldest);
    },
    /** @param {string} text */
    alert(text) {
      queue.push(text);
      next();
    },
    /** Keep an alert until this person is at the screen again. @param {number} personId @param {string} text */
    keep: (personId, text) => void kept.set(personId, [...(kept.get(personId) ?? []), text]),
    /** Show what was kept for this person. @param {number} personId */
    greet(personId) {
      for (const text of kept.get(personId) ?? []) this.alert(text);
      kept.delete(personId);
    },
  };
}
