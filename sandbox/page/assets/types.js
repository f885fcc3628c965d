// The shapes that come from the server, for editors and readers; nothing runs here.

/** @typedef {{id: number, is_bot: boolean, first_name: string, last_name?: string, username?: string, language_code?: string}} User */
/** @typedef {{type: string, offset: number, length: number, url?: string, language?: string, unix_time?: number, date_time_format?: string}} Entity offsets in UTF-16 units */
/** @typedef {{text: string, callback_data?: string, url?: string, copy_text?: {text: string}, style?: string}} Button */
/**
 * @typedef {object} Message as the Bot API has it; what happened in a group is in a field of its own
 * @property {number} message_id
 * @property {number} date seconds since 1970
 * @property {number} [edit_date]
 * @property {{id: number, type: string}} chat
 * @property {User} [from]
 * @property {{id: number, title?: string}} [sender_chat] the chat for which somebody speaks
 * @property {number} [message_thread_id]
 * @property {boolean} [is_topic_message]
 * @property {Message} [reply_to_message]
 * @property {string} [text]
 * @property {Entity[]} [entities]
 * @property {string} [caption]
 * @property {Entity[]} [caption_entities]
 * @property {{file_id: string, width: number, height: number}[]} [photo] the same picture in several sizes, the largest last
 * @property {{file_id: string, file_name?: string, file_size?: number}} [document]
 * @property {unknown} [sticker]
 * @property {{inline_keyboard?: Button[][]}} [reply_markup]
 * @property {User[]} [new_chat_members]
 * @property {User} [left_chat_member]
 * @property {boolean} [group_chat_created]
 * @property {boolean} [supergroup_chat_created]
 * @property {number} [migrate_to_chat_id]
 * @property {number} [migrate_from_chat_id]
 * @property {{name: string}} [forum_topic_created]
 * @property {object} [forum_topic_closed]
 * @property {object} [forum_topic_reopened]
 * @property {object} [pinned_message]
 * @property {boolean} [is_automatic_forward]
 * @property {boolean} has_file whether what it carries can be fetched
 * @property {number} author_id who really wrote it, also where a group or a channel speaks
 */
/** @typedef {{command: string, description: string}} Command */
/** @typedef {{text: string, note: string}} Try */
/** @typedef {{tokens: {label: string, value: string, note: string}[], private: Try[], group: Try[]}} Hints */
/** @typedef {{name: string, label: string, note: string, grave: boolean, target_id: number | null}} Offer something that can be made to happen */

/** @typedef {User & {role: string}} Player */
/** @typedef {{id: number, status: string, anonymous: boolean}} Member */
/** @typedef {{id: number, name: string, closed: boolean}} Topic */
/**
 * @typedef {object} Chat a private one has the id of its person, and nothing of what a group has
 * @property {number} id
 * @property {"private" | "group" | "supergroup"} kind
 * @property {string} title
 * @property {boolean} [blocked]
 * @property {boolean} [is_forum]
 * @property {number | null} [formerly] the basic group that it has been
 * @property {string} [bot] what the bot is in it
 * @property {Member[]} [members]
 * @property {Topic[]} [topics]
 */
/** @typedef {{bot: User, people: Player[], chats: Chat[]}} Scene */
/** @typedef {{name: string, row: string, label: string, note: string, grave: boolean}} Lever something that can be done to an account or to the vendor */
/**
 * @typedef {object} Account one of the vendor's, as it knows it
 * @property {number} id
 * @property {string} name
 * @property {number} total_bytes
 * @property {number} available_bytes
 * @property {number | null} expires when the next package does, in seconds since 1970
 * @property {number} expiring_bytes what is left in that one
 * @property {boolean} is_revoked
 * @property {boolean} is_miscounted
 * @property {Lever[]} levers
 */
/** @typedef {{ahead_seconds: number, zone: string, is_busy: boolean, is_down: boolean, accounts: Account[]}} Backstage */
/** @typedef {{scene: Scene, messages: Record<string, Message[]>, pinned: Record<string, number[]>, hints: Hints, backstage: Backstage | null}} State */
/** @typedef {{personId: number, chatId: number, topicId: number | null}} View what is on screen: a chat as one person sees it, in a forum one topic */
/** @typedef {{scene: Scene, hints: Hints, view: View}} Now what the page knows, and what is on screen; its parts share one */

/**
 * What happened, as the server tells it.
 * @typedef {{type: "snapshot", state: State}
 *   | {type: "scene", scene: Scene}
 *   | {type: "backstage", backstage: Backstage}
 *   | {type: "sent" | "edited", chat_id: number, message: Message}
 *   | {type: "deleted", chat_id: number, message_id: number}
 *   | {type: "pinned", chat_id: number, message_ids: number[]}
 *   | {type: "answered", chat_id: number, query_id: string, user_id: number, text?: string, show_alert?: boolean, url?: string}
 *   | {type: "acting", chat_id: number, message_thread_id?: number, action?: string}} Happening
 */

export {};
