// How a message looks to one person: on which side it stands, who it seems to be from, and what it answers.

import { chatOf, memberOf, tintOf } from "./scene.js";
import { isService, sentence } from "./services.js";

/** @typedef {import("./types.js").Message} Message */
/** @typedef {import("./types.js").Scene} Scene */
/** @typedef {import("./faces.js").Face} Face */
/**
 * @typedef {object} Look
 * @property {boolean} outgoing
 * @property {string} by who it seems to be from; what follows from the same is drawn as a group
 * @property {Face} face
 * @property {string} name
 * @property {boolean} named whether the name stands above it
 * @property {string} [tag] what somebody is in the group, where that is to be seen
 * @property {(Node | string)[]} [sentence] in place of all else: what happened
 */

/**
 * @param {Message} message
 * @param {Scene} scene
 * @param {number} me the person who looks
 * @returns {Look}
 */
export function look(message, scene, me) {
  const spoken = message.sender_chat;
  const here = chatOf(scene, message.chat.id) ?? scene.chats.find((chat) => chat.formerly === message.chat.id);
  const id = spoken?.id ?? message.from?.id ?? 0;
  const title = spoken && here && spoken.id === message.chat.id ? here.title : spoken?.title;
  const name = title ?? fullName(message.from);
  const anonymous = spoken !== undefined && spoken.id === message.chat.id;
  const bot = id === scene.bot.id;
  return {
    outgoing: message.author_id === me && !message.is_automatic_forward,
    by: `${id}`,
    face: bot ? { bot } : { name, tint: tintOf(scene, here && anonymous ? here.id : id), square: anonymous && here?.is_forum },
    name,
    named: here !== undefined && here.kind !== "private",
    tag: tagOf(message, here, anonymous),
    sentence: isService(message) ? sentence(message, { me, actor: name }) : undefined,
  };
}

/** @param {Message} message @param {import("./types.js").Chat | undefined} chat @param {boolean} anonymous */
function tagOf(message, chat, anonymous) {
  if (anonymous) return "admin";
  if (message.sender_chat) return "channel";
  const status = chat && memberOf(chat, message.from?.id ?? 0)?.status;
  return status === "creator" ? "owner" : status === "administrator" ? "admin" : undefined;
}

/** @param {import("./types.js").User | undefined} user */
const fullName = (user) => [user?.first_name ?? "Bot", user?.last_name].filter(Boolean).join(" ");

/** What a message says, in one line of plain text. @param {Message} message */
export const gist = (message) =>
  (message.text ?? message.caption ?? "").replace(/\s+/g, " ").trim() || (attached(message) ?? "");

/** The name of what a message carries beside words. @param {Message} message */
export function attached(message) {
  if (message.document) return message.document.file_name ?? "File";
  if (message.photo) return "Picture";
  return message.sticker ? "Sticker" : undefined;
}
