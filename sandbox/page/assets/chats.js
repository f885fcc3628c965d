// The list of chats as one person has it: what was said last, and how much they have not seen.

import { present } from "./clock.js";
import { element, icon } from "./dom.js";
import { avatar } from "./faces.js";
import { shortly } from "./unread.js";

/** @typedef {import("./types.js").Chat} Chat */
/**
 * @typedef {object} Row
 * @property {Chat} chat
 * @property {import("./faces.js").Face} face
 * @property {boolean} chosen
 * @property {boolean} outside whether the person is not in it
 * @property {number} unread
 * @property {(Node | string)[]} last
 * @property {number} [date] seconds since 1970
 */

const CLOCK = new Intl.DateTimeFormat(undefined, { hour: "numeric", minute: "2-digit" });
const DAY = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short" });

/**
 * @param {HTMLElement} list
 * @param {(chatId: number) => void} choose
 */
export function chatList(list, choose) {
  /** The buttons stay while their words change, and so does the focus. @type {Map<number, HTMLElement>} */
  const buttons = new Map();

  /** @param {number} id */
  function button(id) {
    const made = element("button", { type: "button", class: "chat-row" });
    made.addEventListener("click", () => choose(id));
    return made;
  }

  return {
    /** @param {Row[]} rows */
    show(rows) {
      const known = new Set(rows.map(({ chat }) => chat.id));
      for (const id of buttons.keys()) if (!known.has(id)) buttons.delete(id);
      const made = rows.map((row) => {
        const its = buttons.get(row.chat.id) ?? button(row.chat.id);
        buttons.set(row.chat.id, its);
        draw(its, row);
        return its;
      });
      const shown = [...list.children].map((item) => item.firstElementChild);
      if (made.length !== shown.length || made.some((one, at) => one !== shown[at])) {
        list.replaceChildren(...made.map((one) => element("li", {}, one)));
      }
    },
  };
}

/** @param {HTMLElement} button @param {Row} row */
function draw(button, { chat, face, chosen, outside, unread, last, date }) {
  button.classList.toggle("outside", outside);
  if (chosen) button.setAttribute("aria-current", "true");
  else button.removeAttribute("aria-current");
  const mark = chat.kind === "private" ? [] : [icon(chat.is_forum ? "forum" : "group")];
  const title = element("span", { class: "chat-title" }, ...mark, element("bdi", { class: "chat-name" }, chat.title));
  const badge = unread > 0 ? [element("span", { class: "badge" }, shortly(unread), element("span", { class: "unseen" }, " unread"))] : [];
  button.replaceChildren(
    avatar(face),
    element(
      "span",
      { class: "chat-words" },
      element("span", { class: "chat-line" }, title, element("span", { class: "chat-time" }, date ? when(date) : "")),
      element("span", { class: "chat-line" }, element("span", { class: "chat-last", dir: "auto" }, ...last), ...badge),
    ),
  );
}

/** @param {number} seconds */
function when(seconds) {
  const date = new Date(seconds * 1000);
  return (date.toDateString() === present().toDateString() ? CLOCK : DAY).format(date);
}
