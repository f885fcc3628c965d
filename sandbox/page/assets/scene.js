// Who is who in which chat: questions to the scene, answered without changing anything.

/** @typedef {import("./types.js").Scene} Scene */
/** @typedef {import("./types.js").Chat} Chat */
/** @typedef {import("./types.js").Message} Message */
/** @typedef {import("./types.js").View} View */

const TINTS = 7;
const LEADING = new Set(["creator", "administrator"]);

/** @param {Scene} scene @param {number} id */
export const personOf = (scene, id) => scene.people.find((person) => person.id === id);

/** @param {Scene} scene @param {number} id */
export const chatOf = (scene, id) => scene.chats.find((chat) => chat.id === id);

/** The chats somebody has in their list: the private one, and every group, also those that they are not in. @param {Scene} scene @param {number} personId */
export const chatsOf = (scene, personId) => scene.chats.filter((chat) => chat.kind !== "private" || chat.id === personId);

/** @param {Chat} chat @param {number} personId */
export const memberOf = (chat, personId) => chat.members?.find((member) => member.id === personId);

/** @param {Chat} chat @param {number} personId */
export const isIn = (chat, personId) => (chat.kind === "private" ? chat.id === personId : Boolean(memberOf(chat, personId)));

/** @param {Chat} chat @param {number} personId */
export const leads = (chat, personId) => LEADING.has(memberOf(chat, personId)?.status ?? "");

/** @param {Chat} chat */
export const hasBot = (chat) => chat.kind === "private" || !["left", "kicked"].includes(chat.bot ?? "left");

/** How many are in a group, the bot among them, as the bar says it. @param {Chat} chat */
export function membersOf(chat) {
  const count = (chat.members?.length ?? 0) + (hasBot(chat) ? 1 : 0);
  return `${count} ${count === 1 ? "member" : "members"}`;
}

/** @param {Chat} chat @param {number | null} id */
export const topicOf = (chat, id) => chat.topics?.find((topic) => topic.id === id);

/** The topic in which a message stands; General is null. @param {Message} message */
export const topicIdOf = (message) => (message.is_topic_message ? (message.message_thread_id ?? null) : null);

/** A colour for everybody, told apart as long as there are few. @param {Scene} scene @param {number} id */
export function tintOf(scene, id) {
  const place = [...scene.people, ...scene.chats.filter((chat) => chat.kind !== "private")].findIndex((one) => one.id === id);
  return (place >= 0 ? place : Math.abs(id)) % TINTS;
}

/** The nearest there is to a view: what has moved is followed, what is gone gives way. @param {Scene} scene @param {View | undefined} wanted @returns {View} */
export function settled(scene, wanted) {
  const person = personOf(scene, wanted?.personId ?? 0) ?? scene.people[0];
  const mine = chatsOf(scene, person?.id ?? 0);
  const chat = mine.find(({ id, formerly }) => id === wanted?.chatId || (formerly && formerly === wanted?.chatId)) ?? mine[0];
  const topic = chat && topicOf(chat, wanted?.topicId ?? null);
  return { personId: person?.id ?? 0, chatId: chat?.id ?? 0, topicId: topic?.id ?? null };
}

/** @param {View} a @param {View} b */
export const sameView = (a, b) => a.personId === b.personId && a.chatId === b.chatId && a.topicId === b.topicId;
