// What stands in place of the message field where somebody cannot simply write.

import { isIn, leads, topicOf } from "./scene.js";

/** @typedef {import("./types.js").Chat} Chat */
/** @typedef {import("./types.js").View} View */

/**
 * @param {Chat} chat
 * @param {View} view
 * @param {object} now
 * @param {boolean} now.empty whether nothing was said yet
 * @param {boolean} now.writing whether the person has begun to write all the same
 * @param {object} acts
 * @param {(text: string) => Promise<boolean>} acts.send
 * @param {(name: string) => Promise<boolean>} acts.happen
 * @returns {import("./composer.js").Bar | undefined}
 */
export function barOf(chat, view, { empty, writing }, { send, happen }) {
  if (chat.kind === "private") {
    if (chat.blocked) return { label: "RESTART BOT", act: async () => (await happen("unblock")) && send("/start") };
    return empty && !writing ? { label: "START", act: () => send("/start") } : undefined;
  }
  if (!isIn(chat, view.personId)) return { label: "JOIN GROUP", act: () => happen("join") };
  const closed = topicOf(chat, view.topicId)?.closed ?? false;
  return closed && !leads(chat, view.personId) ? { note: "This topic is closed. Only admins may write in it." } : undefined;
}
