// One message as one list item. It is drawn anew from its JSON at every edit, so it can never show two versions mixed.

import { element, icon } from "./dom.js";
import { rich } from "./entities.js";
import { avatar } from "./faces.js";
import { keyboard } from "./keyboard.js";
import { media } from "./media.js";
import { gist } from "./seen.js";

/** @typedef {import("./types.js").Message} Message */
/** @typedef {import("./seen.js").Look} Look */
/**
 * @typedef {object} Sight
 * @property {(message: Message) => Look} look
 * @property {(message: Message) => Message | undefined} replied what it answers, if that is still there
 */
/** @typedef {import("./entities.js").Acts & import("./keyboard.js").Acts & Sight} Acts */

const CLOCK = new Intl.DateTimeFormat(undefined, { hour: "numeric", minute: "2-digit" });

/**
 * @param {Message} message
 * @param {Acts} acts
 * @returns {HTMLElement}
 */
export function bubble(message, acts) {
  const { sentence, outgoing, named } = acts.look(message);
  const side = `message ${outgoing ? "out" : "in"}${named ? " named" : ""}`;
  const item = element("li", { class: sentence ? "service" : side, "data-id": String(message.message_id) });
  draw(item, message, acts);
  return item;
}

/**
 * @param {HTMLElement} item what `bubble` made
 * @param {Message} message
 * @param {Acts} acts
 */
export function draw(item, message, acts) {
  const seen = acts.look(message);
  if (seen.sentence) return item.replaceChildren(element("span", { dir: "auto" }, ...seen.sentence));
  const focused = keys(item).indexOf(/** @type {HTMLElement} */ (document.activeElement));
  const others = seen.outgoing ? [] : [avatar(seen.face)];
  const content = [...headed(seen), ...quote(message, acts), ...media(message, item), text(message, acts), meta(message, seen)];
  const card = element(
    "div",
    { class: "card" },
    element("span", { class: "unseen" }, seen.outgoing ? "You: " : `${seen.name}: `),
    element("div", { class: "bubble", dir: "auto" }, ...others, ...content),
  );
  const buttons = keyboard(message, acts);
  if (buttons) card.append(buttons);
  item.replaceChildren(card);
  // A person at the keyboard who turned a page stays on the button that turns it.
  if (focused >= 0) (keys(item)[focused] ?? keys(item).at(-1))?.focus();
}

/** @param {HTMLElement} item @returns {HTMLElement[]} */
const keys = (item) => /** @type {HTMLElement[]} */ ([...item.querySelectorAll(".key")]);

/** Who it is from; also above one's own, where one writes as the group. @param {Look} seen */
function headed({ named, outgoing, name, face, tag }) {
  if (!named || (outgoing && tag !== "admin")) return [];
  const tint = "bot" in face ? "tint-bot" : `tint-${face.tint}`;
  const tags = tag ? [element("span", { class: "tag", dir: "ltr" }, tag)] : [];
  return [element("span", { class: "name" }, element("bdi", { class: tint, "aria-hidden": "true" }, name), ...tags)];
}

/** @param {Message} message @param {Acts} acts */
function quote(message, acts) {
  const answered = message.reply_to_message;
  // In a topic, whatever answers nothing else answers the message that began it.
  if (!answered || answered.message_id === message.message_thread_id) return [];
  const live = acts.replied(message);
  if (!live) return [element("span", { class: "reply gone", dir: "ltr" }, "Deleted message")];
  const { name, face } = acts.look(live);
  const tint = "bot" in face ? "tint-bot" : `tint-${face.tint}`;
  return [
    element(
      "span",
      { class: `reply ${tint}` },
      element("bdi", { class: "reply-name" }, name),
      element("span", { class: "reply-gist", dir: "auto" }, gist(live)),
    ),
  ];
}

/** @param {Message} message @param {Acts} acts */
function text(message, acts) {
  const words = message.text ?? message.caption ?? "";
  const entities = message.entities ?? message.caption_entities ?? [];
  return element("span", { class: "text" }, rich(words, entities, acts));
}

/** @param {Message} message @param {Look} seen */
function meta(message, { outgoing }) {
  const sent = new Date(message.date * 1000);
  const made = element("span", { class: "meta" });
  if (message.edit_date) made.append(element("span", { class: "edited" }, "edited"), " ");
  made.append(element("time", { dir: "auto", datetime: sent.toISOString(), title: sent.toLocaleString() }, CLOCK.format(sent)));
  if (outgoing) made.append(icon("sent"));
  return made;
}
