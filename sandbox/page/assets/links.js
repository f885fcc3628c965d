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
 * The command that a link to this very bot stands for: `t.me/bot?start=code` is `/start code` typed here.
 * @param {string} address
 * @param {string | undefined} username the bot's
 * @returns {string | undefined}
 */
export function startCommand(address, username) {
  const url = new URL(safe(address) ?? "about:blank");
  const code = url.searchParams.get("start");
  if (url.hostname !== "t.me" || code === null || !username) return undefined;
  if (url.pathname.slice(1).toLowerCase() !== username.toLowerCase()) return undefined;
  return /^[A-Za-z0-9_-]{0,64}$/.test(code) ? `/start ${code}`.trim() : undefined;
}
