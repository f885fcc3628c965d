// The demo's time, which may be ahead of this machine's. Whatever on the page says "now" asks here.

let aheadMs = 0;

/** The present instant in the demo. */
export const present = () => new Date(Date.now() + aheadMs);

/**
 * @param {number} seconds how far it is ahead of this machine's
 * @returns {boolean} whether that is news
 */
export function setAhead(seconds) {
  const was = aheadMs;
  aheadMs = seconds * 1000;
  return aheadMs !== was;
}
