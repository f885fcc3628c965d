// Where the parts are made and handed to each other. What happens on the server comes in at `happened`, and nowhere else.

import { acting } from "./acting.js";
import { remember, remembered } from "./address.js";
import * as api from "./api.js";
import { backstagePanel } from "./backstage.js";
import { blankCard } from "./blank.js";
import { chatList } from "./chats.js";
import { setAhead } from "./clock.js";
import { composer } from "./composer.js";
import { connection } from "./connection.js";
import { deedsOf } from "./deeds.js";
import { byId } from "./dom.js";
import { frameOf } from "./frame.js";
import { happeningRows } from "./happenings.js";
import { groupPicker } from "./invite.js";
import { commandMenu } from "./menu.js";
import { messageList } from "./messages.js";
import { notices } from "./notices.js";
import { sidePanel } from "./panel.js";
import { peoplePicker } from "./people.js";
import { pinnedBar } from "./pinned.js";
import { presses } from "./presses.js";
import { sideRail } from "./rail.js";
import { chatOf, isIn, personOf, sameView, settled, topicIdOf } from "./scene.js";
import { following } from "./scroll.js";
import { look } from "./seen.js";
import { messageStore } from "./store.js";
import { listen } from "./stream.js";
import { themes } from "./theme.js";
import { topicBar } from "./topics.js";
import { unreadMessages } from "./unread.js";

/** @typedef {import("./types.js").Message} Message */
/** @typedef {import("./types.js").View} View */

/** @type {import("./types.js").Now} */
const now = {
  scene: { bot: { id: 0, is_bot: true, first_name: "Bot" }, people: [], chats: [] },
  hints: { tokens: [], private: [], group: [] },
  view: { personId: 0, chatId: 0, topicId: null },
};
/** Whether the person was in the chat when it was last shown. */
let inside = false;

const store = messageStore();
const unread = unreadMessages();
const field = /** @type {HTMLTextAreaElement} */ (byId("draft"));
const notice = notices(byId("toasts"), /** @type {HTMLDialogElement} */ (byId("alert")));
const line = connection(byId("connection"));
const bot = acting(byId("acting"), byId("chat-status"));
const groups = groupPicker(/** @type {HTMLDialogElement} */ (byId("invite")));
const deeds = deedsOf(now, { notice, groups, show });

const pressed = presses({
  post: api.press,
  changed: () => messages.mark(),
  answered: ({ text, show_alert: asAlert, user_id: presser }) => {
    if (!text) return;
    if (presser === now.view.personId) (asAlert ? notice.alert : notice.toast)(text);
    else if (asAlert) notice.keep(presser, text);
  },
  failed: (trouble) => notice.toast(trouble.message, "trouble"),
});

const messages = messageList(byId("messages"), {
  send: (text) => void deeds.command(text),
  press: (message, data) => void pressed.press(now.view.personId, message, data),
  waits: (message, data) => pressed.waits(now.view.personId, message, data),
  copy: (text) => void deeds.copy(text),
  follow: (link) => void deeds.follow(link),
  language: () => personOf(now.scene, now.view.personId)?.language_code,
  look: (message) => look(message, now.scene, now.view.personId),
  replied: (message) => store.find(message.chat.id, message.reply_to_message?.message_id ?? 0),
});

const scroll = following(byId("scroller"), [byId("messages"), byId("acting")], byId("jump"), byId("jump-count"));

const writing = composer({
  form: /** @type {HTMLFormElement} */ (byId("composer")),
  field,
  start: /** @type {HTMLButtonElement} */ (byId("start")),
  shut: byId("shut"),
  menu: () => menu,
  send: deeds.send,
  lastSent: messages.lastSent,
});

const menu = commandMenu({ list: byId("menu"), toggle: byId("menu-toggle"), field, pick: writing.pick, address: deeds.address });

const panel = sidePanel({
  panel: byId("panel"),
  behind: [byId("rail"), byId("chat")],
  scrim: byId("scrim"),
  toggle: byId("panel-toggle"),
  closer: byId("panel-close"),
  copy: (text) => void copyToPaste(text),
  send: (text) => void deeds.command(text),
  prepare: (text) => writing.prepare(deeds.address(text)),
});

const rows = happeningRows(byId("happenings"), ({ name, target_id: target }) => {
  panel.stepAside();
  void deeds.happen(name, target);
});

const behind = backstagePanel({
  time: byId("time"),
  vendor: byId("vendor"),
  move: (name) => {
    panel.stepAside();
    void deeds.moveClock(name);
  },
  pull: (name, accountId) => {
    panel.stepAside();
    void deeds.pull(name, accountId);
  },
});

const rail = sideRail({ rail: byId("rail"), chat: byId("chat"), toggle: byId("rail-toggle") });

const frame = frameOf(now, {
  store,
  unread,
  messages,
  bot,
  writing,
  panel,
  deeds,
  blank: blankCard(byId("welcome"), (name) => void deeds.happen(name)),
  topics: topicBar(byId("topics"), (topicId) => show({ ...now.view, topicId })),
  pinned: pinnedBar(byId("pinned"), (message) => messages.point(message.chat.id, message.message_id)),
  people: peoplePicker({
    place: byId("people"),
    role: byId("role"),
    choose: (personId) => show({ ...now.view, personId, chatId: chosenBy(personId), topicId: null }),
  }),
  chats: chatList(byId("chats"), (chatId) => {
    show({ ...now.view, chatId, topicId: null });
    rail.close();
  }),
});

/** Who is chosen stays in the group that is on screen; a private chat gives way to their own. @param {number} personId */
const chosenBy = (personId) => (chatOf(now.scene, now.view.chatId)?.kind === "private" ? personId : now.view.chatId);

/** What the panel offers is for the message field, once there is one. @param {string} text */
async function copyToPaste(text) {
  await deeds.copy(text);
  if (byId("composer").hidden) return;
  panel.stepAside();
  field.focus();
}

/** Put another view on screen, or the same with all that has changed. @param {View} wanted */
function show(wanted) {
  const next = settled(now.scene, wanted);
  const other = !sameView(next, now.view);
  now.view = next;
  remember(next);
  unread.seen(next);
  if (other) {
    bot.stop();
    writing.move(next);
    menu.update([]);
    rows.show([], next.topicId);
  }
  inside = isInside();
  const chat = inside && chatOf(now.scene, next.chatId);
  messages.replaceAll(chat ? store.within(chat).filter((message) => topicIdOf(message) === next.topicId) : []);
  frame.show();
  void refreshOffers();
  if (other) scroll.anew();
  else scroll.stayAtBottom();
  notice.greet(next.personId);
}

function isInside() {
  const chat = chatOf(now.scene, now.view.chatId);
  return chat !== undefined && isIn(chat, now.view.personId);
}

// The bot may set its commands at any time, and nothing tells: so they are asked for when they are about to be needed.
let offersAsked = 0;
let offersShown = 0;

async function refreshOffers() {
  const asked = now.view;
  const turn = ++offersAsked;
  try {
    const { commands, happenings } = await api.offered(asked);
    // An answer may come after that to a later question, and knows less.
    if (!sameView(asked, now.view) || turn < offersShown) return;
    offersShown = turn;
    menu.update(commands);
    rows.show(happenings, asked.topicId);
  } catch {
    // The last known ones will do.
  }
}

/** @param {import("./types.js").State} state */
function restart({ scene, messages: said, pinned, hints, backstage }) {
  const first = now.scene.people.length === 0;
  const anew = !first && now.scene.people[0]?.id !== scene.people[0]?.id;
  if (anew) {
    line.anew();
    unread.clear();
  }
  Object.assign(now, { scene, hints });
  setAhead(backstage?.ahead_seconds ?? 0);
  behind.show(backstage);
  store.replaceAll(said, pinned);
  pressed.forget();
  bot.stop();
  frame.meet();
  show(first ? (remembered() ?? now.view) : now.view);
}

/** @param {Message} message @param {boolean} fresh whether it has just been sent */
function said(message, fresh) {
  const outgoing = message.author_id === now.view.personId;
  const chat = chatOf(now.scene, now.view.chatId);
  store.put(message);
  if (fresh) unread.add(message, now.scene, now.view);
  if (!chat || !inside || !store.shows(chat, message) || topicIdOf(message) !== now.view.topicId) return;
  // An edited page is the answer to a press, as a new message is to a command.
  if (!outgoing) bot.stop();
  if (fresh) messages.add(message);
  else messages.edit(message);
  if (fresh) scroll.arrived(outgoing);
}

/** @param {import("./types.js").Happening} happening */
function happened(happening) {
  switch (happening.type) {
    case "snapshot":
      return restart(happening.state);
    case "scene":
      now.scene = happening.scene;
      if (!sameView(settled(now.scene, now.view), now.view) || inside !== isInside()) return show(now.view);
      messages.redraw();
      frame.show();
      return void refreshOffers();
    case "backstage":
      if (setAhead(happening.backstage.ahead_seconds)) messages.retime();
      behind.show(happening.backstage);
      break;
    case "answered":
      return pressed.answer(happening.query_id, happening);
    case "acting":
      if (inside && sameView({ ...now.view, chatId: happening.chat_id, topicId: happening.message_thread_id ?? null }, now.view)) {
        bot.start(happening.action);
      }
      return;
    case "deleted":
      store.drop(happening.chat_id, happening.message_id);
      unread.drop(happening.chat_id, happening.message_id);
      void messages.remove(happening.chat_id, happening.message_id);
      break;
    case "pinned":
      store.pin(happening.chat_id, happening.message_ids);
      break;
    default:
      said(happening.message, happening.type === "sent");
  }
  frame.glance();
}

byId("menu-toggle").addEventListener("click", () => void refreshOffers());
field.addEventListener("focus", () => void refreshOffers());
field.addEventListener("input", () => {
  if (field.value === "/") void refreshOffers(); // it may have been focused long before
});

themes(byId("theme"));
listen("/events", happened, line.is);
