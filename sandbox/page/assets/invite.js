// A link that adds the bot to a group asks first to which.

import { element } from "./dom.js";
import { avatar } from "./faces.js";

/** @typedef {{id: number, title: string, note: string, face: import("./faces.js").Face}} Choice */

/** @param {HTMLDialogElement} dialog */
export function groupPicker(dialog) {
  const list = /** @type {HTMLElement} */ (dialog.querySelector("ul"));
  const none = /** @type {HTMLElement} */ (dialog.querySelector(".quiet"));

  /** @param {Choice} choice */
  function row({ id, title, note, face }) {
    const words = element(
      "span",
      { class: "row-words" },
      element("bdi", { class: "row-text" }, title),
      element("span", { class: "row-note" }, note),
    );
    return element("li", {}, element("button", { type: "submit", class: "row", value: String(id) }, avatar(face), words));
  }

  return {
    /**
     * @param {Choice[]} choices
     * @returns {Promise<number | undefined>} the group, or undefined where the person thought better of it
     */
    ask(choices) {
      list.replaceChildren(...choices.map(row));
      none.hidden = choices.length > 0;
      dialog.returnValue = "";
      dialog.showModal();
      return new Promise((resolve) => {
        const closed = () => resolve(Number(dialog.returnValue) || undefined);
        dialog.addEventListener("close", closed, { once: true });
      });
    },
  };
}
