// What the page asks of its server. A refusal becomes an Error whose message may be shown.

/** @typedef {import("./types.js").State} State */

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

/** @returns {Promise<State>} */
export const state = () => ask("/state");

/**
 * @param {number} chatId
 * @param {string} text
 */
export const send = (chatId, text) => post("/messages", { chat_id: chatId, text });

/**
 * @param {number} chatId
 * @param {number} messageId
 * @param {string} data
 * @returns {Promise<{query_id: string}>}
 */
export const press = (chatId, messageId, data) => post("/presses", { chat_id: chatId, message_id: messageId, data });
