// What can be made to happen in the chat on screen, as rows of the side panel. What each is comes from the server.

import { element, icon } from "./dom.js";

/** @typedef {import("./types.js").Offer} Offer */

/** Those of them that are of one topic are shown in that topic only. */
const OF_TOPICS = new Set(["close-topic", "reopen-topic", "delete-topic"]);
/** @type {Record<string, string>} */
const ICONS = { "block": "block", "unblock": "bot", "join": "enter", "leave": "leave", "promote": "star", "demote": "person", "upgrade": "up" };

/** @param {Offer} offer */
const iconOf = ({ name }) => ICONS[name] ?? (OF_TOPICS.has(name) ? "forum" : "bot");

/**
 * @param {HTMLElement} section
 * @param {(offer: Offer) => void} happen
 */
export function happeningRows(section, happen) {
  const list = /** @type {HTMLElement} */ (section.querySelector("ul"));

  /** @param {Offer} offer */
  function row(offer) {
    const words = element(
      "span",
      { class: "row-words" },
      element("span", { class: "row-text" }, offer.label),
      element("span", { class: "row-note" }, offer.note),
    );
    const made = element("button", { type: "button", class: offer.grave ? "row grave" : "row" }, icon(iconOf(offer)), words);
    made.addEventListener("click", () => happen(offer));
    return element("li", {}, made);
  }

  return {
    /** @param {Offer[]} offers @param {number | null} topicId the topic on screen */
    show(offers, topicId) {
      const fitting = offers.filter(({ name, target_id: target }) => !OF_TOPICS.has(name) || target === topicId);
      const focused = [...list.querySelectorAll("button")].findIndex((button) => button === document.activeElement);
      section.hidden = fitting.length === 0;
      list.replaceChildren(...fitting.map(row));
      // What was done often leaves its opposite in its place.
      if (focused >= 0) list.querySelectorAll("button")[focused]?.focus();
    },
  };
}
