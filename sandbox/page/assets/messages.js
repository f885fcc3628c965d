// The messages that are on screen, in order, with a line for each day. Takes the same event twice without harm.

import { bubble, draw } from "./bubble.js";
import { present } from "./clock.js";
import { calm, element } from "./dom.js";
import { markWaiting } from "./keyboard.js";
import { ticking } from "./times.js";

/** @typedef {import("./types.js").Message} Message */
/** @typedef {{message: Message, node: HTMLElement, tag: string | undefined, leaving: boolean}} Item */

/** Ids are unique within a chat, and a group that was upgraded shows those of two. @param {number} chatId @param {number} id */
const key = (chatId, id) => `${chatId}/${id}`;

/** Messages of one side that follow each other within this are drawn as a group. */
const GROUP_S = 300;
const FADE_MS = 240;
const FLASH_MS = 900;

/**
 * @param {HTMLElement} list
 * @param {import("./bubble.js").Acts} acts
 */
export function messageList(list, acts) {
  /** @type {Map<string, Item>} */
  const items = new Map();
  /** @type {Map<string, HTMLElement>} */
  const days = new Map();

  const ordered = () => [...items.values()].sort((a, b) => order(a.message, b.message));
  const visible = () => ordered().filter((item) => !item.leaving);
  ticking(list);

  function arrange() {
    const wanted = [];
    let day = "";
    /** @type {Item | undefined} */
    let before;
    for (const item of ordered()) {
      const date = new Date(item.message.date * 1000);
      const its = date.toDateString();
      if (its !== day) wanted.push(separator(its, date));
      day = its;
      wanted.push(item.node);
      if (item.leaving) continue;
      const joins = before !== undefined && together(before.message, item.message, acts.look);
      before?.node.classList.toggle("last", !joins);
      item.node.classList.toggle("first", !joins);
      item.node.classList.add("last");
      before = item;
    }
    wanted.forEach((node, index) => {
      if (list.children[index] !== node) list.insertBefore(node, list.children[index] ?? null);
    });
    while (list.children.length > wanted.length) list.lastElementChild?.remove();
  }

  /** @param {string} key @param {Date} date */
  function separator(key, date) {
    const known = days.get(key);
    if (known) return known;
    const made = element("li", { class: "day" }, element("span", {}, dayName(date)));
    days.set(key, made);
    return made;
  }

  /** @param {Message} message */
  function put(message) {
    const known = items.get(key(message.chat.id, message.message_id));
    if (known && !known.leaving) {
      known.message = message;
      draw(known.node, message, acts);
      return known;
    }
    known?.node.remove();
    const item = { message, node: bubble(message, acts), tag: acts.look(message).tag, leaving: false };
    items.set(key(message.chat.id, message.message_id), item);
    return item;
  }

  return {
    /** Whether nothing was said, whatever else may have happened. */
    isEmpty: () => visible().every((item) => acts.look(item.message).sentence),

    /** The text the person sent last, if it is still there: what was deleted is not to be brought back. */
    lastSent: () => visible().findLast((item) => acts.look(item.message).outgoing)?.message.text,

    /** @param {Message[]} messages */
    replaceAll(messages) {
      items.clear();
      days.clear();
      list.replaceChildren();
      messages.forEach(put);
      arrange();
    },

    /** @param {Message} message */
    add(message) {
      const { node } = put(message);
      arrange();
      if (!calm()) {
        const from = { opacity: 0, transform: "translateY(12px) scale(.98)" };
        node.animate([from, { opacity: 1, transform: "none" }], { duration: 200, easing: "cubic-bezier(.2,.8,.3,1)" });
      }
    },

    /** @param {Message} message */
    edit(message) {
      const { node } = put(message);
      arrange();
      if (!calm()) flash(node);
    },

    /** @param {number} chatId @param {number} id */
    async remove(chatId, id) {
      const its = key(chatId, id);
      const item = items.get(its);
      for (const other of visible()) if (repliesTo(other.message, chatId, id)) draw(other.node, other.message, acts);
      if (!item || item.leaving) return;
      item.leaving = true;
      item.node.inert = true;
      if (!calm() && !document.hidden) await fade(item.node);
      if (items.get(its) !== item) return;
      items.delete(its);
      item.node.replaceChildren();
      arrange();
    },

    /** Lead the eye to a message. @param {number} chatId @param {number} id */
    point(chatId, id) {
      const node = items.get(key(chatId, id))?.node;
      if (!node) return;
      node.scrollIntoView({ block: "center", behavior: calm() ? "auto" : "smooth" });
      if (!calm()) flash(node);
    },

    /** Show anew which buttons wait. */
    mark() {
      for (const { node, message } of items.values()) markWaiting(node, (data) => acts.waits(message, data));
    },

    /** Name the days anew: today may be another. */
    retime() {
      for (const [its, node] of days) node.firstElementChild?.replaceChildren(dayName(new Date(its)));
    },

    /** Draw anew whoever's place in the group has changed. */
    redraw() {
      for (const item of items.values()) {
        const { tag } = acts.look(item.message);
        if (tag === item.tag || item.leaving) continue;
        item.tag = tag;
        draw(item.node, item.message, acts);
      }
    },
  };
}

/** @param {HTMLElement} node */
function flash(node) {
  const glow = [{ boxShadow: "0 0 0 3px var(--flash)" }, { boxShadow: "0 0 0 3px transparent" }];
  node.querySelector(".bubble")?.animate(glow, { duration: FLASH_MS, easing: "ease-out" });
}

/** What was said before an upgrade comes first. @param {Message} a @param {Message} b */
function order(a, b) {
  if (a.chat.id === b.chat.id) return a.message_id - b.message_id;
  return a.chat.type === "group" ? -1 : 1;
}

/** @param {Message} message @param {number} chatId @param {number} id */
const repliesTo = (message, chatId, id) => message.chat.id === chatId && message.reply_to_message?.message_id === id;

/** @param {Message} a @param {Message} b @param {import("./bubble.js").Acts["look"]} look */
function together(a, b, look) {
  const day = (/** @type {Message} */ message) => new Date(message.date * 1000).toDateString();
  const [first, second] = [look(a), look(b)];
  if (a.reply_markup || first.sentence || second.sentence || first.outgoing !== second.outgoing) return false;
  return first.by === second.by && b.date - a.date < GROUP_S && day(a) === day(b);
}

/** @param {HTMLElement} node */
async function fade(node) {
  const height = `${node.offsetHeight}px`;
  const frames = [
    { opacity: 1, height, marginTop: getComputedStyle(node).marginTop, transform: "none", overflow: "hidden" },
    { opacity: 0, height, transform: "scale(.94)", overflow: "hidden", offset: 0.6 },
    { opacity: 0, height: "0px", marginTop: "0px", transform: "scale(.9)", overflow: "hidden" },
  ];
  // A cancelled animation rejects; the message goes all the same.
  await node.animate(frames, { duration: FADE_MS, easing: "ease-in", fill: "forwards" }).finished.catch(() => {});
}

/** @param {Date} date */
function dayName(date) {
  const midnight = present();
  midnight.setHours(0, 0, 0, 0);
  const age = Math.round((midnight.getTime() - new Date(date).setHours(0, 0, 0, 0)) / 86_400_000);
  if (age === 0) return "Today";
  if (age === 1) return "Yesterday";
  const year = date.getFullYear() === midnight.getFullYear() ? undefined : "numeric";
  return date.toLocaleDateString(undefined, { day: "numeric", month: "long", year });
}
