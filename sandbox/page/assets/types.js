// The shapes that come from the server, for editors and readers; nothing runs here.

/** @typedef {{id: number, is_bot: boolean, first_name: string, last_name?: string, username?: string, language_code?: string}} User */
/** @typedef {{type: string, offset: number, length: number, url?: string, language?: string, unix_time?: number, date_time_format?: string}} Entity offsets in UTF-16 units */
/** @typedef {{text: string, callback_data?: string, url?: string, copy_text?: {text: string}, style?: string}} Button */
/**
 * @typedef {object} Message
 * @property {number} message_id
 * @property {number} date seconds since 1970
 * @property {number} [edit_date]
 * @property {{id: number, type: string}} chat
 * @property {User} [from]
 * @property {string} [text]
 * @property {Entity[]} [entities]
 * @property {string} [caption]
 * @property {Entity[]} [caption_entities]
 * @property {{inline_keyboard?: Button[][]}} [reply_markup]
 * @property {boolean} outgoing whether the person wrote it
 */
/** @typedef {{command: string, description: string}} Command */
/** @typedef {{tokens: {label: string, value: string, note: string}[], tries: {text: string, note: string}[]}} Hints */
/** @typedef {{id: number, kind: string, title: string}} Chat */
/** @typedef {{bot: User, person: User, chats: Chat[], messages: Message[], commands: Command[], hints: Hints}} State */

/**
 * What happened, as the server tells it.
 * @typedef {{type: "snapshot", state: State}
 *   | {type: "sent" | "edited", chat_id: number, message: Message}
 *   | {type: "deleted", chat_id: number, message_id: number}
 *   | {type: "answered", chat_id: number, query_id: string, text?: string, show_alert?: boolean, url?: string}
 *   | {type: "acting", chat_id: number, action?: string}} Happening
 */

export {};
