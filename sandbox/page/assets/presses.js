// Presses on their way: from the click until the bot's answer. The answer may overtake the reply that names its query.

/** A button stops pulsing by then, answered or not. */
const GIVE_UP_MS = 30_000;

/** @typedef {{text?: string, show_alert?: boolean}} Answer */
/**
 * @param {object} with_
 * @param {(messageId: number, data: string) => Promise<{query_id: string}>} with_.post
 * @param {(messageId: number) => void} with_.changed
 * @param {(answer: Answer) => void} with_.answered
 * @param {(trouble: Error) => void} with_.failed
 */
export function presses({ post, changed, answered, failed }) {
  /** @type {Map<number, Set<string>>} */
  const waiting = new Map();
  /** @type {Map<string, () => void>} */
  const queries = new Map();
  /** @type {Map<string, Answer>} */
  const early = new Map();
  let posting = 0;

  /** @param {number} messageId @param {string} data */
  function begin(messageId, data) {
    const keys = waiting.get(messageId) ?? new Set();
    waiting.set(messageId, keys.add(data));
    changed(messageId);
  }

  /** @param {number} messageId @param {string} data */
  function end(messageId, data) {
    waiting.get(messageId)?.delete(data);
    if (waiting.get(messageId)?.size === 0) waiting.delete(messageId);
    changed(messageId);
  }

  return {
    /** @param {number} messageId @param {string} data */
    waits: (messageId, data) => waiting.get(messageId)?.has(data) ?? false,

    /** @param {number} messageId @param {string} data */
    async press(messageId, data) {
      if (waiting.get(messageId)?.has(data)) return;
      begin(messageId, data);
      posting += 1;
      try {
        const { query_id: query } = await post(messageId, data);
        const done = () => {
          clearTimeout(timer);
          queries.delete(query);
          end(messageId, data);
        };
        const timer = setTimeout(done, GIVE_UP_MS);
        queries.set(query, done);
        const answer = early.get(query);
        if (answer) this.answer(query, answer);
      } catch (trouble) {
        end(messageId, data);
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
