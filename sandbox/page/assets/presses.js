// Presses on their way: from the click until the bot's answer. The answer may overtake the reply that names its query.

/** A button stops pulsing by then, answered or not. */
const GIVE_UP_MS = 30_000;

/** @typedef {{user_id: number, text?: string, show_alert?: boolean}} Answer */
/** @typedef {import("./types.js").Message} Message */
/**
 * @param {object} with_
 * @param {(personId: number, message: Message, data: string) => Promise<{query_id: string}>} with_.post
 * @param {() => void} with_.changed
 * @param {(answer: Answer) => void} with_.answered
 * @param {(trouble: Error) => void} with_.failed
 */
export function presses({ post, changed, answered, failed }) {
  /** @type {Set<string>} */
  const waiting = new Set();
  /** @type {Map<string, () => void>} */
  const queries = new Map();
  /** @type {Map<string, Answer>} */
  const early = new Map();
  let posting = 0;

  /** @param {number} personId @param {Message} message @param {string} data */
  const key = (personId, message, data) => `${personId}/${message.chat.id}/${message.message_id}/${data}`;

  /** @param {string} its */
  function end(its) {
    waiting.delete(its);
    changed();
  }

  return {
    /** @param {number} personId @param {Message} message @param {string} data */
    waits: (personId, message, data) => waiting.has(key(personId, message, data)),

    /** @param {number} personId @param {Message} message @param {string} data */
    async press(personId, message, data) {
      const its = key(personId, message, data);
      if (waiting.has(its)) return;
      waiting.add(its);
      changed();
      posting += 1;
      try {
        const { query_id: query } = await post(personId, message, data);
        const done = () => {
          clearTimeout(timer);
          queries.delete(query);
          end(its);
        };
        const timer = setTimeout(done, GIVE_UP_MS);
        queries.set(query, done);
        const answer = early.get(query);
        if (answer) this.answer(query, answer);
      } catch (trouble) {
        end(its);
        failed(/** @type {Error} */ (trouble));
      } finally {
        posting -= 1;
        if (posting === 0) early.clear();
      }
    },

    /** @param {string} query @param {Answer} answer */
    answer(query, answer) {
      const done = queries.get(query);
      if (!done) {
        if (posting > 0) early.set(query, answer);
        return;
      }
      done();
      answered(answer);
    },

    /** Forget all that is on its way: the server that knew of it is gone. */
    forget() {
      for (const done of [...queries.values()]) done();
    },
  };
}
