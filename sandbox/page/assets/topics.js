// A forum's topics above the conversation. General is always there; it is the one without an id.

import { element, icon } from "./dom.js";
import { shortly } from "./unread.js";

/** @typedef {import("./types.js").Topic} Topic */

/**
 * @param {HTMLElement} bar
 * @param {(topicId: number | null) => void} choose
 */
export function topicBar(bar, choose) {
  /** The buttons stay while their words change, and so does the focus. @type {Map<number | null, HTMLElement>} */
  const chips = new Map();

  /** @param {number | null} id */
  function chip(id) {
    const made = element("button", { type: "button", class: "topic" });
    made.addEventListener("click", () => choose(id));
    return made;
  }

  return {
    /** @param {Topic[] | undefined} topics none where the chat is no forum @param {number | null} chosen @param {(topicId: number | null) => number} unread */
    show(topics, chosen, unread) {
      bar.hidden = topics === undefined;
      /** @type {{id: number | null, name: string, closed: boolean}[]} */
      const all = topics ? [{ id: null, name: "General", closed: false }, ...topics] : [];
      const made = all.map(({ id, name, closed }) => {
        const its = chips.get(id) ?? chip(id);
        chips.set(id, its);
        if (id === chosen) its.setAttribute("aria-current", "true");
        else its.removeAttribute("aria-current");
        const count = id === chosen ? 0 : unread(id);
        const badge = count > 0 ? [element("span", { class: "badge" }, shortly(count), element("span", { class: "unseen" }, " unread"))] : [];
        const mark = closed ? [icon("lock"), element("span", { class: "unseen" }, " closed")] : [];
        its.replaceChildren(element("bdi", { class: "topic-name" }, name), ...mark, ...badge);
        return its;
      });
      if (made.length !== bar.children.length || made.some((one, at) => one !== bar.children[at])) bar.replaceChildren(...made);
      for (const id of chips.keys()) if (!all.some((one) => one.id === id)) chips.delete(id);
    },
  };
}
