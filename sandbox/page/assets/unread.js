// What somebody has not seen yet, by person, chat and topic: the messages themselves, so that a deleted one counts no more.

import { chatsOf, isIn, sameView, topicIdOf } from "./scene.js";
import { isService } from "./services.js";

/** @typedef {import("./types.js").Message} Message */
/** @typedef {import("./types.js").Scene} Scene */
/** @typedef {import("./types.js").View} View */
/** @typedef {import("./types.js").Chat} Chat */

export function unreadMessages() {
  /** @type {Map<string, Set<number>>} */
  const unseen = new Map();

  /** @param {View} view */
  const key = ({ personId, chatId, topicId }) => `${personId}/${chatId}/${topicId ?? ""}`;
  /** @param {View} view */
  const of = (view) => unseen.get(key(view))?.size ?? 0;
  /** @param {number} personId @param {Chat} chat */
  function ofChat(personId, chat) {
    if (!isIn(chat, personId)) return 0;
    let sum = of({ personId, chatId: chat.id, topicId: null });
    for (const { id: topicId } of chat.topics ?? []) sum += of({ personId, chatId: chat.id, topicId });
    return sum;
  }

  return {
    of,
    ofChat,
    /** @param {number} personId */
    ofPrivate: (personId) => of({ personId, chatId: personId, topicId: null }),

    /** @param {Scene} scene @param {number} personId */
    ofPerson: (scene, personId) => chatsOf(scene, personId).reduce((sum, chat) => sum + ofChat(personId, chat), 0),

    /** Count a new message for everybody who has not written it and is not looking. @param {Message} message @param {Scene} scene @param {View} looking */
    add(message, scene, looking) {
      const chat = scene.chats.find(({ id }) => id === message.chat.id);
      if (!chat || isService(message)) return;
      for (const { id: personId } of scene.people) {
        const view = { personId, chatId: chat.id, topicId: topicIdOf(message) };
        if (!isIn(chat, personId) || message.author_id === personId || sameView(view, looking)) continue;
        unseen.set(key(view), (unseen.get(key(view)) ?? new Set()).add(message.message_id));
      }
    },

    /** @param {number} chatId @param {number} id */
    drop(chatId, id) {
      for (const [where, messages] of unseen) if (where.split("/")[1] === String(chatId)) messages.delete(id);
    },

    /** @param {View} view */
    seen: (view) => void unseen.delete(key(view)),

    clear: () => unseen.clear(),
  };
}

/** @param {number} count */
export const shortly = (count) => (count > 99 ? "99+" : String(count));
