// What the page asks of its server. A refusal becomes an Error whose message may be shown.

/** @typedef {import("./types.js").View} View */

/**
 * @param {string} path
 * @param {RequestInit} [options]
 */
async function ask(path, options) {
  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new Error("The demo cannot be reached. Is it still running?");
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(answer.error ?? "The demo could not do that.");
  return answer;
}

/**
 * @param {string} path
 * @param {object} body
 */
const post = (path, body) =>
  ask(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

/** @param {View} view */
const actor = ({ personId, chatId }) => ({ person_id: personId, chat_id: chatId });

/**
 * @param {View} view
 * @returns {Promise<{commands: import("./types.js").Command[], happenings: import("./types.js").Offer[]}>}
 */
export const offered = (view) => ask(`/view?person_id=${view.personId}&chat_id=${view.chatId}`);

/**
 * @param {View} view
 * @param {string} text
 */
export const send = (view, text) => post("/messages", { ...actor(view), topic_id: view.topicId, text });

/**
 * @param {number} personId
 * @param {import("./types.js").Message} message
 * @param {string} data
 * @returns {Promise<{query_id: string}>}
 */
export const press = (personId, message, data) =>
  post("/presses", { person_id: personId, chat_id: message.chat.id, message_id: message.message_id, data });

/**
 * @param {View} view
 * @param {string} code
 */
export const invite = (view, code) => post("/invitations", { ...actor(view), code });

/**
 * @param {string} name
 * @returns {Promise<{said: string}>}
 */
export const moveClock = (name) => post("/clock", { name });

/**
 * @param {string} name
 * @param {number} accountId
 * @returns {Promise<{said: string}>}
 */
export const pull = (name, accountId) => post("/levers", { name, account_id: accountId });

/**
 * @param {View} view
 * @param {string} name
 * @param {number | null} targetId
 */
export const happen = (view, name, targetId) => post(`/happenings/${name}`, { ...actor(view), target_id: targetId });
