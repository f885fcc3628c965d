// The rows of somebody's chat list, told from the scene and from what was said.

import { hasBot, isIn, tintOf } from "./scene.js";
import { gist, look } from "./seen.js";

/** @typedef {import("./types.js").Chat} Chat */
/** @typedef {import("./types.js").Message} Message */
/** @typedef {import("./types.js").Scene} Scene */

/** @param {Scene} scene @param {Chat} chat @returns {import("./faces.js").Face} */
export const faceOf = (scene, chat) =>
  chat.kind === "private" ? { bot: true } : { name: chat.title, tint: tintOf(scene, chat.id), square: chat.is_forum };

/**
 * @param {Chat} chat
 * @param {object} seen
 * @param {Scene} seen.scene
 * @param {import("./types.js").View} seen.view
 * @param {Message | undefined} seen.last
 * @param {number} seen.unread
 * @returns {import("./chats.js").Row}
 */
export function chatRow(chat, { scene, view, last, unread }) {
  const outside = !isIn(chat, view.personId);
  const shown = outside ? undefined : last;
  return {
    chat,
    face: faceOf(scene, chat),
    chosen: chat.id === view.chatId,
    outside,
    unread,
    last: outside ? ["Not a member"] : shown ? said(shown, scene, view.personId) : [hasBot(chat) ? "No messages yet" : "The bot is not here yet"],
    date: shown?.date,
  };
}

/** @param {Message} message @param {Scene} scene @param {number} me @returns {(Node | string)[]} */
function said(message, scene, me) {
  const { sentence, outgoing, name, named } = look(message, scene, me);
  if (sentence) return sentence;
  if (outgoing) return ["You: ", gist(message)];
  return named ? [`${name}: `, gist(message)] : [gist(message)];
}
