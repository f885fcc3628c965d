// Every message of every chat, as it is now. Takes the same event twice without harm.

/** @typedef {import("./types.js").Message} Message */
/** @typedef {import("./types.js").Chat} Chat */

export function messageStore() {
  /** @type {Map<number, Map<number, Message>>} */
  let chats = new Map();
  /** The ids of what is pinned, the one pinned last at the end. @type {Map<number, number[]>} */
  let pins = new Map();

  /** @param {number} chatId */
  const of = (chatId) => [...(chats.get(chatId)?.values() ?? [])];

  /** Whether a message belongs into a chat. That there was an upgrade is said once, though both sides tell it. @param {Chat} chat @param {Message} message */
  function shows(chat, message) {
    if (message.chat.id === chat.id) return !message.migrate_from_chat_id || !of(chat.formerly ?? 0).some((one) => one.migrate_to_chat_id);
    return message.chat.id === chat.formerly;
  }

  return {
    /** @param {Record<string, Message[]>} messages by the id of their chat @param {Record<string, number[]>} pinned likewise */
    replaceAll(messages, pinned) {
      pins = new Map(Object.entries(pinned).map(([id, all]) => [Number(id), all]));
      chats = new Map(
        Object.entries(messages).map(([id, all]) => [Number(id), new Map(all.map((message) => [message.message_id, message]))]),
      );
    },

    /** @param {Message} message */
    put(message) {
      const chat = chats.get(message.chat.id) ?? new Map();
      chats.set(message.chat.id, chat.set(message.message_id, message));
    },

    /** @param {number} chatId @param {number} id */
    drop: (chatId, id) => void chats.get(chatId)?.delete(id),

    /** @param {number} chatId @param {number} id */
    find: (chatId, id) => chats.get(chatId)?.get(id),

    /** @param {number} chatId @param {number[]} ids */
    pin: (chatId, ids) => void pins.set(chatId, ids),

    /** What was pinned last of those that fit and are still there. @param {number} chatId @param {(message: Message) => boolean} fits */
    pinned: (chatId, fits) =>
      (pins.get(chatId) ?? []).flatMap((id) => chats.get(chatId)?.get(id) ?? []).findLast(fits),

    /** What a chat holds, oldest first; what was said before an upgrade comes before the rest. @param {Chat} chat */
    within(chat) {
      const before = chat.formerly ? of(chat.formerly) : [];
      return [...before, ...of(chat.id)].filter((message) => shows(chat, message));
    },
    shows,
  };
}
