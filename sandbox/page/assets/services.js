// What happened in a group, as the sentence in the middle of the chat. Names are isolated, so that they turn nothing around.

import { element } from "./dom.js";

/** @typedef {import("./types.js").Message} Message */
/** @typedef {import("./types.js").User} User */
/** @typedef {{me: number, actor: string}} Seen whose eyes, and by what name the one who did it goes there */

/** Fields that tell something of their own, each with its sentence. @type {[keyof Message, (message: Message, seen: Seen) => (Node | string)[]][]} */
const SENTENCES = [
  ["new_chat_members", arrived],
  ["left_chat_member", left],
  ["group_chat_created", (message, seen) => [doer(message, seen), " created the group"]],
  ["supergroup_chat_created", (message, seen) => [doer(message, seen), " created the group"]],
  ["forum_topic_created", (message, seen) => [doer(message, seen), " created the topic ", name(message.forum_topic_created?.name ?? "")]],
  ["forum_topic_closed", (message, seen) => [doer(message, seen), " closed the topic"]],
  ["forum_topic_reopened", (message, seen) => [doer(message, seen), " reopened the topic"]],
  ["migrate_to_chat_id", () => ["The group was upgraded to a supergroup"]],
  ["migrate_from_chat_id", () => ["The group was upgraded to a supergroup"]],
  ["pinned_message", (message, seen) => [doer(message, seen), " pinned a message"]],
];

/** @param {Message} message */
export const isService = (message) => SENTENCES.some(([field]) => message[field] !== undefined);

/**
 * @param {Message} message one that tells what happened
 * @param {Seen} seen
 * @returns {(Node | string)[]}
 */
export function sentence(message, seen) {
  const found = SENTENCES.find(([field]) => message[field] !== undefined);
  return found ? found[1](message, seen) : [];
}

/** @param {Message} message @param {Seen} seen */
function arrived(message, seen) {
  const who = message.new_chat_members ?? [];
  if (who.length === 1 && who[0]?.id === message.from?.id) return [doer(message, seen), " joined the group"];
  const names = who.flatMap((user, at) => [at === 0 ? " added " : ", ", known(user, seen, "you")]);
  return [doer(message, seen), ...names];
}

/** @param {Message} message @param {Seen} seen */
function left(message, seen) {
  const who = message.left_chat_member;
  if (!who || who.id === message.from?.id) return [doer(message, seen), " left the group"];
  return [doer(message, seen), " removed ", known(who, seen, "you")];
}

/** @param {Message} message @param {Seen} seen */
const doer = (message, seen) => (message.author_id === seen.me ? "You" : name(seen.actor));

/** @param {User} user @param {Seen} seen @param {string} you */
const known = (user, seen, you) => (user.id === seen.me ? you : name(user.first_name));

/** @param {string} text */
const name = (text) => element("bdi", {}, text);
