// The buttons under a message. What a button does is told by its own JSON; a button of a kind unknown here is shown, off.

import { element, icon } from "./dom.js";
import { safe } from "./links.js";

/** @typedef {import("./types.js").Button} Button */
/** @typedef {import("./types.js").Message} Message */
/**
 * @typedef {object} Acts
 * @property {(message: Message, data: string) => void} press
 * @property {(message: Message, data: string) => boolean} waits whether a press of it is still unanswered
 * @property {(text: string) => void} copy
 * @property {(link: HTMLAnchorElement) => void} follow
 */

const STYLES = new Set(["danger", "success", "primary"]);

/**
 * @param {Message} message
 * @param {Acts} acts
 * @returns {HTMLElement | undefined}
 */
export function keyboard(message, acts) {
  const rows = message.reply_markup?.inline_keyboard ?? [];
  if (rows.length === 0) return undefined;
  const made = rows.map((row) =>
    element("div", { class: "keyboard-row" }, ...row.map((button) => key(message, button, acts))),
  );
  return element("div", { class: "keyboard", role: "group", "aria-label": "Buttons" }, ...made);
}

/** @param {Message} message @param {Button} button @param {Acts} acts */
function key(message, button, acts) {
  const style = button.style && STYLES.has(button.style) ? ` ${button.style}` : "";
  const label = element("span", { class: "key-label", dir: "auto" }, button.text);
  const href = button.url === undefined ? undefined : safe(button.url);
  if (href) {
    const link = /** @type {HTMLAnchorElement} */ (
      element("a", { class: `key${style}`, href, target: "_blank", rel: "noopener noreferrer", title: href }, label, icon("link"))
    );
    link.addEventListener("click", (event) => {
      event.preventDefault();
      acts.follow(link);
    });
    return link;
  }
  const made = /** @type {HTMLButtonElement} */ (element("button", { type: "button", class: `key${style}` }, label));
  if (button.callback_data !== undefined) {
    const data = button.callback_data;
    made.dataset.callback = data;
    mark(made, acts.waits(message, data));
    made.addEventListener("click", () => acts.press(message, data));
  } else if (button.copy_text) {
    const { text } = button.copy_text;
    made.append(icon("copy"));
    made.addEventListener("click", () => acts.copy(text));
  } else {
    made.disabled = true;
  }
  return made;
}

/**
 * Show on the buttons of a message which of them still wait for their answer.
 * @param {Element} within
 * @param {(data: string) => boolean} waits
 */
export function markWaiting(within, waits) {
  for (const button of within.querySelectorAll("button[data-callback]")) {
    if (button instanceof HTMLButtonElement) mark(button, waits(button.dataset.callback ?? ""));
  }
}

/** @param {HTMLButtonElement} button @param {boolean} waiting */
function mark(button, waiting) {
  button.setAttribute("aria-busy", String(waiting));
}
