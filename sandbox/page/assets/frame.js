// What surrounds the conversation: people and chats, the bar above it, what stands in place of the field, the panel.

import { barOf } from "./bars.js";
import { byId } from "./dom.js";
import { avatar } from "./faces.js";
import { chatRow, faceOf } from "./listing.js";
import { chatOf, chatsOf, hasBot, isIn, memberOf, membersOf, personOf, tintOf, topicIdOf } from "./scene.js";
import { shortly } from "./unread.js";

/** @type {never[]} */
const NONE = [];

/**
 * @param {import("./types.js").Now} now
 * @param {object} parts
 * @param {ReturnType<import("./store.js").messageStore>} parts.store
 * @param {ReturnType<import("./unread.js").unreadMessages>} parts.unread
 * @param {ReturnType<import("./messages.js").messageList>} parts.messages
 * @param {ReturnType<import("./acting.js").acting>} parts.bot
 * @param {ReturnType<import("./blank.js").blankCard>} parts.blank
 * @param {ReturnType<import("./composer.js").composer>} parts.writing
 * @param {ReturnType<import("./topics.js").topicBar>} parts.topics
 * @param {ReturnType<import("./pinned.js").pinnedBar>} parts.pinned
 * @param {ReturnType<import("./panel.js").sidePanel>} parts.panel
 * @param {ReturnType<import("./people.js").peoplePicker>} parts.people
 * @param {ReturnType<import("./chats.js").chatList>} parts.chats
 * @param {ReturnType<import("./deeds.js").deedsOf>} parts.deeds
 */
export function frameOf(now, { store, unread, messages, bot, blank, writing, topics, pinned, panel, people, chats, deeds }) {
  /** @param {(chat: import("./types.js").Chat, person: import("./types.js").Player) => void} show */
  function here(show) {
    const chat = chatOf(now.scene, now.view.chatId);
    const person = personOf(now.scene, now.view.personId);
    if (chat && person) show(chat, person);
  }

  /** @param {import("./types.js").Chat} chat @param {import("./types.js").Player} person */
  function head(chat, person) {
    const own = { name: person.first_name, tint: tintOf(now.scene, person.id) };
    const group = { name: chat.title, tint: tintOf(now.scene, chat.id), square: chat.is_forum };
    const spoken = memberOf(chat, person.id)?.anonymous ? group : own;
    byId("chat-face").replaceChildren(avatar(faceOf(now.scene, chat)));
    byId("as").replaceChildren(avatar(spoken));
    byId("as").setAttribute("aria-label", `Writing as ${spoken.name}`);
    byId("as").title = `Writing as ${spoken.name}`;
    byId("chat-title").textContent = chat.title;
    document.title = `${chat.title} · demo`;
    byId("messages").lang = person.language_code ?? "";
    bot.idle(chat.kind === "private" ? "bot" : membersOf(chat));
  }

  /** @param {import("./types.js").Chat} chat @param {import("./types.js").Player} person */
  function hint(chat, person) {
    const { tokens, private: alone, group } = now.hints;
    if (chat.kind === "private") panel.fill(tokens, alone);
    else panel.fill(NONE, hasBot(chat) && isIn(chat, person.id) ? group : NONE);
  }

  /** @param {import("./types.js").Chat} chat @param {import("./types.js").Player} person */
  function middle(chat, person) {
    const empty = messages.isEmpty();
    const began = !byId("composer").hidden && /** @type {HTMLTextAreaElement} */ (byId("draft")).value !== "";
    blank.show(chat, { person, bot: now.scene.bot.first_name, face: faceOf(now.scene, chat), empty });
    writing.bar(barOf(chat, now.view, { empty, writing: began }, deeds));
    const inside = chat.is_forum && isIn(chat, person.id);
    topics.show(inside ? chat.topics : undefined, now.view.topicId, (topicId) => unread.of({ ...now.view, topicId }));
    const inTopic = (/** @type {import("./types.js").Message} */ message) => topicIdOf(message) === now.view.topicId;
    pinned.show(isIn(chat, person.id) ? store.pinned(chat.id, inTopic) : undefined);
  }

  function beside() {
    const { scene, view } = now;
    const news = unread.ofPerson(scene, view.personId);
    people.show(scene, view.personId, unread.ofPrivate);
    chats.show(
      chatsOf(scene, view.personId).map((chat) =>
        chatRow(chat, { scene, view, last: store.within(chat).at(-1), unread: unread.ofChat(view.personId, chat) }),
      ),
    );
    byId("rail-count").hidden = news === 0;
    byId("rail-count").textContent = shortly(news);
    byId("rail-toggle").setAttribute("aria-label", news === 0 ? "Chats" : `Chats, ${news} unread`);
  }

  return {
    /** Show who there is to play. */
    meet: () => people.fill(now.scene),
    /** Show all of it: another view, or somebody is something else now. */
    show() {
      here(head);
      here(hint);
      here(middle);
      beside();
    },
    /** Show what also changes with every message. */
    glance() {
      here(middle);
      beside();
    },
  };
}
