// What the person at the screen does, each in the chat that was on screen when they did it. A refusal is said as a toast.

import * as api from "./api.js";
import { copy } from "./clipboard.js";
import { addressed, toTheBot } from "./links.js";
import { faceOf } from "./listing.js";
import { chatOf, chatsOf, isIn, membersOf } from "./scene.js";

/** @typedef {import("./types.js").View} View */

/**
 * @param {import("./types.js").Now} now
 * @param {object} parts
 * @param {ReturnType<import("./notices.js").notices>} parts.notice
 * @param {ReturnType<import("./invite.js").groupPicker>} parts.groups
 * @param {(view: View) => void} parts.show
 */
export function deedsOf(now, { notice, groups, show }) {
  /** @param {() => Promise<unknown>} asked @returns {Promise<boolean>} whether it was granted */
  async function granted(asked) {
    try {
      await asked();
      return true;
    } catch (trouble) {
      notice.toast(/** @type {Error} */ (trouble).message, "trouble");
      return false;
    }
  }

  /** @param {string} text */
  function send(text) {
    const { view } = now;
    return granted(() => api.send(view, text));
  }

  /** @param {string} name @param {number | null} [targetId] */
  function happen(name, targetId = null) {
    const { view } = now;
    return granted(() => api.happen(view, name, targetId));
  }

  /** A text as it is sent from a button or a menu: in a group a command says for whom it is. @param {string} text */
  function address(text) {
    const alone = chatOf(now.scene, now.view.chatId)?.kind === "private";
    return alone ? text : addressed(text, now.scene.bot.username);
  }

  /** @param {string} code */
  async function invite(code) {
    const { personId } = now.view;
    const mine = chatsOf(now.scene, personId).filter((chat) => chat.kind !== "private" && isIn(chat, personId));
    const choices = mine.map((chat) => ({ id: chat.id, title: chat.title, note: membersOf(chat), face: faceOf(now.scene, chat) }));
    const chatId = await groups.ask(choices);
    if (chatId === undefined) return;
    const into = { personId, chatId, topicId: null };
    if (await granted(() => api.invite(into, code))) show(into);
  }

  /** What is done behind the scene takes a moment; what was done is said then. @param {() => Promise<{said: string}>} asked */
  const behind = (asked) =>
    granted(async () => {
      const { said } = await asked();
      notice.toast(said);
    });

  return {
    send,
    happen,
    /** @param {string} name */
    moveClock: (name) => behind(() => api.moveClock(name)),
    /** @param {string} name @param {number} accountId */
    pull: (name, accountId) => behind(() => api.pull(name, accountId)),
    address,
    /** @param {string} text */
    command: (text) => send(address(text)),

    /** @param {string} text */
    async copy(text) {
      notice.toast((await copy(text)) ? "Copied" : "This browser does not let the page copy.");
    },

    /** @param {HTMLAnchorElement} link */
    async follow(link) {
      const asked = toTheBot(link.href, now.scene.bot.username);
      if (!asked) return void open(link.href, "_blank", "noopener,noreferrer");
      if (asked.where === "startgroup") return invite(asked.code);
      show({ ...now.view, chatId: now.view.personId, topicId: null });
      await send(`/start ${asked.code}`.trim());
    },
  };
}
