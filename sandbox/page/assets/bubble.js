// One message as one list item. It is drawn anew from its JSON at every edit, so it can never show two versions mixed.

import { element, icon } from "./dom.js";
import { rich } from "./entities.js";
import { keyboard } from "./keyboard.js";

/** @typedef {import("./types.js").Message} Message */
/** @typedef {import("./entities.js").Acts & import("./keyboard.js").Acts} Acts */

const CLOCK = new Intl.DateTimeFormat(undefined, { hour: "numeric", minute: "2-digit" });

/**
 * @param {Message} message
 * @param {Acts} acts
 * @returns {HTMLElement}
 */
export function bubble(message, acts) {
  const side = message.outgoing ? "out" : "in";
  const item = element("li", { class: `message ${side}`, "data-id": String(message.message_id) });
  draw(item, message, acts);
  return item;
}

/**
 * @param {HTMLElement} item what `bubble` made
 * @param {Message} message
 * @param {Acts} acts
 */
export function draw(item, message, acts) {
  const focused = keys(item).indexOf(/** @type {HTMLElement} */ (document.activeElement));
  const author = message.outgoing ? "You" : (message.from?.first_name ?? "Bot");
  const avatar = message.outgoing ? [] : [element("img", { class: "avatar", src: "/assets/favicon.svg", alt: "" })];
  const card = element(
    "div",
    { class: "card" },
    element("span", { class: "unseen" }, `${author}: `),
    element("div", { class: "bubble", dir: "auto" }, ...avatar, ...media(message), text(message, acts), meta(message)),
  );
  const buttons = keyboard(message, acts);
  if (buttons) card.append(buttons);
  item.replaceChildren(card);
  // A person at the keyboard who turned a page stays on the button that turns it.
  if (focused >= 0) (keys(item)[focused] ?? keys(item).at(-1))?.focus();
}

/** @param {HTMLElement} item @returns {HTMLElement[]} */
const keys = (item) => /** @type {HTMLElement[]} */ ([...item.querySelectorAll(".key")]);

/** @param {Message} message @param {Acts} acts */
function text(message, acts) {
  const words = message.text ?? message.caption ?? "";
  const entities = message.entities ?? message.caption_entities ?? [];
  return element("span", { class: "text" }, rich(words, entities, acts));
}

/** @param {Message & {photo?: unknown, document?: {file_name?: string}}} message */
function media(message) {
  if (message.document) return [element("span", { class: "media" }, message.document.file_name ?? "File")];
  if (message.photo) return [element("span", { class: "media" }, "Picture")];
  return [];
}

/** @param {Message} message */
function meta(message) {
  const sent = new Date(message.date * 1000);
  const made = element("span", { class: "meta" });
  if (message.edit_date) made.append(element("span", { class: "edited" }, "edited"), " ");
  made.append(element("time", { datetime: sent.toISOString(), title: sent.toLocaleString() }, CLOCK.format(sent)));
  if (message.outgoing) made.append(icon("sent"));
  return made;
}
