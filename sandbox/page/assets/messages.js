// The messages of the chat that is open, in order, with a line for each day. Takes the same event twice without harm.

import { bubble, draw } from "./bubble.js";
import { calm, element } from "./dom.js";
import { markWaiting } from "./keyboard.js";
import { ticking } from "./times.js";

/** @typedef {import("./types.js").Message} Message */
/** @typedef {{message: Message, node: HTMLElement, leaving: boolean}} Item */

/** Messages of one side that follow each other within this are drawn as a group. */
const GROUP_S = 300;
const FADE_MS = 240;
const FLASH_MS = 900;

/**
 * @param {HTMLElement} list
 * @param {import("./bubble.js").Acts} acts
 */
export function messageList(list, acts) {
  /** @type {Map<number, Item>} */
  const items = new Map();
  /** @type {Map<string, HTMLElement>} */
  const days = new Map();

  const ordered = () => [...items.values()].sort((a, b) => a.message.message_id - b.message.message_id);
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
      const joins = before !== undefined && together(before.message, item.message);
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
    const known = items.get(message.message_id);
    if (known && !known.leaving) {
      known.message = message;
      draw(known.node, message, acts);
      return known;
    }
    known?.node.remove();
    const item = { message, node: bubble(message, acts), leaving: false };
    items.set(message.message_id, item);
    return item;
  }

  return {
    isEmpty: () => visible().length === 0,

    /** The text the person sent last, if it is still there: what was deleted is not to be brought back. */
    lastSent: () => visible().findLast((item) => item.message.outgoing)?.message.text,

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
      if (!calm()) {
        const glow = [{ boxShadow: "0 0 0 3px var(--flash)" }, { boxShadow: "0 0 0 3px transparent" }];
        node.querySelector(".bubble")?.animate(glow, { duration: FLASH_MS, easing: "ease-out" });
      }
    },

    /** @param {number} id */
    async remove(id) {
      const item = items.get(id);
      if (!item || item.leaving) return;
      item.leaving = true;
      item.node.inert = true;
      if (!calm() && !document.hidden) await fade(item.node);
      if (items.get(id) !== item) return;
      items.delete(id);
      item.node.replaceChildren();
      arrange();
    },

    /** @param {number} id */
    mark(id) {
      const item = items.get(id);
      if (item) markWaiting(item.node, (data) => acts.waits(id, data));
    },
  };
}

/** @param {Message} a @param {Message} b */
function together(a, b) {
  const day = (/** @type {Message} */ message) => new Date(message.date * 1000).toDateString();
  if (a.reply_markup) return false;
  return a.from?.id === b.from?.id && b.date - a.date < GROUP_S && day(a) === day(b);
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
  const midnight = new Date();
  midnight.setHours(0, 0, 0, 0);
  const age = Math.round((midnight.getTime() - new Date(date).setHours(0, 0, 0, 0)) / 86_400_000);
  if (age === 0) return "Today";
  if (age === 1) return "Yesterday";
  const year = date.getFullYear() === midnight.getFullYear() ? undefined : "numeric";
  return date.toLocaleDateString(undefined, { day: "numeric", month: "long", year });
}
