// Where a link may lead. A bot's text is not trusted: only addresses that open a page, a mail or a call.

const SAFE = new Set(["http:", "https:", "mailto:", "tel:"]);

/**
 * @param {string} address as written; a bare domain is taken as https
 * @returns {string | undefined} undefined when it may not be followed
 */
export function safe(address) {
  const written = /^[a-z][a-z0-9+.-]*:/i.test(address) && !/^[^/]+:\d+(\/|$)/.test(address) ? address : `https://${address}`;
  try {
    const url = new URL(written);
    return SAFE.has(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/**
 * What a link to this very bot asks for: `t.me/bot?start=code` its private chat, `t.me/bot?startgroup=code` a group.
 * @param {string} address
 * @param {string | undefined} username the bot's
 * @returns {{where: "start" | "startgroup", code: string} | undefined}
 */
export function toTheBot(address, username) {
  const url = new URL(safe(address) ?? "about:blank");
  if (url.hostname !== "t.me" || !username) return undefined;
  if (url.pathname.slice(1).toLowerCase() !== username.toLowerCase()) return undefined;
  for (const where of /** @type {const} */ (["startgroup", "start"])) {
    const code = url.searchParams.get(where);
    if (code !== null) return /^[A-Za-z0-9_-]{0,64}$/.test(code) ? { where, code } : undefined;
  }
  return undefined;
}

/**
 * A command as it is sent where other bots may listen too: `/balance` becomes `/balance@bot`.
 * @param {string} text
 * @param {string | undefined} username
 */
export const addressed = (text, username) => text.replace(/^(\/\w+)(?=\s|$)/, username ? `$1@${username}` : "$1");
