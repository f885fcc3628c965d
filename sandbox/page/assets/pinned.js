// What is pinned, in one line above the conversation; a press on it leads to the message.

import { gist } from "./seen.js";

/** @typedef {import("./types.js").Message} Message */

/**
 * @param {HTMLElement} bar
 * @param {(message: Message) => void} lead
 */
export function pinnedBar(bar, lead) {
  /** @type {Message | undefined} */
  let shown;
  const line = /** @type {HTMLElement} */ (bar.querySelector(".pinned-gist"));
  bar.addEventListener("click", () => {
    if (shown) lead(shown);
  });

  return {
    /** @param {Message | undefined} message none where nothing is pinned */
    show(message) {
      shown = message;
      bar.hidden = message === undefined;
      line.textContent = message ? gist(message) : "";
    },
  };
}
