// Where the parts are made and handed to each other. What happens on the server comes in at `happened`, and nowhere else.

import { acting } from "./acting.js";
import * as api from "./api.js";
import { copy } from "./clipboard.js";
import { composer } from "./composer.js";
import { byId } from "./dom.js";
import { startCommand } from "./links.js";
import { commandMenu } from "./menu.js";
import { messageList } from "./messages.js";
import { notices } from "./notices.js";
import { sidePanel } from "./panel.js";
import { presses } from "./presses.js";
import { following } from "./scroll.js";
import { connection } from "./connection.js";
import { listen } from "./stream.js";
import { themes } from "./theme.js";

/** @typedef {import("./types.js").Happening} Happening */
/** @typedef {import("./types.js").State} State */

/** @type {State | undefined} */
let state;
let chatId = 0;

const field = /** @type {HTMLTextAreaElement} */ (byId("draft"));
const notice = notices(byId("toasts"), /** @type {HTMLDialogElement} */ (byId("alert")));
const bot = acting(byId("acting"), byId("chat-status"), "bot");
const line = connection(byId("connection"));

const pressed = presses({
  post: (messageId, data) => api.press(chatId, messageId, data),
  changed: (messageId) => messages.mark(messageId),
  answered: ({ text, show_alert: asAlert }) => {
    if (text) (asAlert ? notice.alert : notice.toast)(text);
  },
  failed: (trouble) => notice.toast(trouble.message, "trouble"),
});

const messages = messageList(byId("messages"), {
  send: (text) => void send(text),
  press: (messageId, data) => void pressed.press(messageId, data),
  waits: pressed.waits,
  copy: (text) => void copyAndSay(text),
  follow,
  language: () => state?.person.language_code,
});

const scroll = following(byId("scroller"), [byId("messages"), byId("acting")], byId("jump"), byId("jump-count"));

const writing = composer({
  form: /** @type {HTMLFormElement} */ (byId("composer")),
  field,
  start: /** @type {HTMLButtonElement} */ (byId("start")),
  menu: () => menu,
  send,
  lastSent: messages.lastSent,
});

const menu = commandMenu({
  list: byId("menu"),
  toggle: byId("menu-toggle"),
  field,
  pick: writing.pick,
});

const panel = sidePanel({
  panel: byId("panel"),
  chat: byId("chat"),
  scrim: byId("scrim"),
  toggle: byId("panel-toggle"),
  closer: byId("panel-close"),
  copy: (text) => void copyToPaste(text),
  send: (text) => void send(text),
  prepare: writing.prepare,
});

/** @param {string} text @returns {Promise<boolean>} */
async function send(text) {
  try {
    await api.send(chatId, text);
    return true;
  } catch (trouble) {
    notice.toast(/** @type {Error} */ (trouble).message, "trouble");
    return false;
  }
}

/** @param {string} text */
async function copyAndSay(text) {
  notice.toast((await copy(text)) ? "Copied" : "This browser does not let the page copy.");
}

/** What the panel offers is for the message field, once there is one. @param {string} text */
async function copyToPaste(text) {
  await copyAndSay(text);
  if (byId("composer").hidden) return;
  panel.stepAside();
  field.focus();
}

/** @param {HTMLAnchorElement} link */
function follow(link) {
  const command = startCommand(link.href, state?.bot.username);
  if (command) void send(command);
  else open(link.href, "_blank", "noopener,noreferrer");
}

/** @param {State} now */
function restart(now) {
  if (state && (state.bot.id !== now.bot.id || state.person.id !== now.person.id)) line.anew();
  state = now;
  chatId = now.chats[0]?.id ?? 0;
  const name = now.chats[0]?.title ?? now.bot.first_name;
  for (const id of ["chat-title", "welcome-title"]) byId(id).textContent = name;
  document.title = `${name} · demo`;
  byId("messages").lang = now.person.language_code ?? "";
  bot.stop();
  pressed.forget();
  messages.replaceAll(now.messages);
  menu.update(now.commands);
  panel.fill(now.hints);
  showBeginning();
  scroll.stayAtBottom();
}

function showBeginning() {
  const empty = messages.isEmpty();
  byId("welcome").hidden = !empty;
  if (!empty || field.value === "") writing.waitForStart(empty);
}

/** @param {Happening} happening */
function happened(happening) {
  if (happening.type === "snapshot") return restart(happening.state);
  if (happening.chat_id !== chatId) return;
  switch (happening.type) {
    case "sent":
      if (!happening.message.outgoing) bot.stop();
      messages.add(happening.message);
      showBeginning();
      scroll.arrived(happening.message.outgoing);
      break;
    case "edited":
      // An edited page is the answer to a press, as a new message is to a command.
      if (!happening.message.outgoing) bot.stop();
      messages.edit(happening.message);
      break;
    case "deleted":
      void messages.remove(happening.message_id);
      showBeginning();
      break;
    case "answered":
      pressed.answer(happening.query_id, happening);
      break;
    case "acting":
      bot.start(happening.action);
      break;
  }
}

// The bot may set its commands at any time, and nothing tells: so they are asked for when they are about to be needed.
async function refreshCommands() {
  try {
    menu.update((await api.state()).commands);
  } catch {
    // The last known ones will do.
  }
}
byId("menu-toggle").addEventListener("click", () => void refreshCommands());
field.addEventListener("focus", () => void refreshCommands());

themes(byId("theme"));
listen("/events", happened, line.is);
