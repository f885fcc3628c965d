// The card in the middle of a chat in which nothing is said, or nothing that this person may see.

import { avatar } from "./faces.js";
import { hasBot, isIn } from "./scene.js";

/** @typedef {import("./types.js").Chat} Chat */

/**
 * @param {HTMLElement} card
 * @param {(name: string) => void} happen
 */
export function blankCard(card, happen) {
  const title = /** @type {HTMLElement} */ (card.querySelector("h2"));
  const [words, quiet] = /** @type {HTMLElement[]} */ ([...card.querySelectorAll("p")]);
  const add = /** @type {HTMLButtonElement} */ (card.querySelector("button"));
  add.addEventListener("click", () => happen("add-bot"));

  return {
    /**
     * @param {Chat} chat
     * @param {object} seen
     * @param {import("./types.js").Player} seen.person
     * @param {string} seen.bot the bot's name
     * @param {import("./faces.js").Face} seen.face
     * @param {boolean} seen.empty
     */
    show(chat, { person, bot, face, empty }) {
      card.hidden = !empty;
      if (!empty || !words || !quiet) return;
      card.firstElementChild?.replaceWith(avatar(face, "blank-face"));
      title.textContent = chat.title;
      const [first, second] = lines(chat, person, bot);
      words.textContent = first;
      quiet.textContent = second;
      add.hidden = hasBot(chat) || !isIn(chat, person.id);
      add.textContent = `Add ${bot}`;
    },
  };
}

/** @param {Chat} chat @param {import("./types.js").Player} person @param {string} bot @returns {[string, string]} */
function lines(chat, person, bot) {
  if (chat.kind === "private") {
    const next = chat.blocked ? `${person.first_name} has blocked the bot.` : "No messages here yet. Press START to say hello.";
    return ["How much traffic is left, where it went, and how long it will last.", next];
  }
  if (!isIn(chat, person.id)) return [`${person.first_name} is not in this group.`, "What is said in it is for its members."];
  if (!hasBot(chat)) return [`${bot} is not in this group yet.`, "Any member may add it."];
  return ["Nothing was said here yet.", "Try a command from the menu."];
}
