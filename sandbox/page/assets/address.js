// The view in the address, behind the #: what is loaded again comes back where it was.

/** @typedef {import("./types.js").View} View */

/** @returns {View | undefined} */
export function remembered() {
  const [personId, chatId, topicId] = location.hash.slice(1).split("/").map(Number);
  return personId && chatId ? { personId, chatId, topicId: topicId || null } : undefined;
}

/** @param {View} view */
export function remember({ personId, chatId, topicId }) {
  history.replaceState(null, "", `#${[personId, chatId, topicId].filter(Boolean).join("/")}`);
}
