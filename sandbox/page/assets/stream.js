// The line to the server. Each connection opens with a snapshot, so a lost line loses nothing.

/** @typedef {import("./types.js").Happening} Happening */

const AGAIN_MS = 1000;

/**
 * @param {string} path
 * @param {(happening: Happening) => void} happened
 * @param {(connected: boolean) => void} connected
 */
export function listen(path, happened, connected) {
  const source = new EventSource(path);
  source.addEventListener("message", (event) => {
    connected(true);
    happened(JSON.parse(event.data));
  });
  source.addEventListener("error", () => {
    connected(false);
    // The browser tries again by itself, except when something answered that is not a stream.
    if (source.readyState === EventSource.CLOSED) setTimeout(() => listen(path, happened, connected), AGAIN_MS);
  });
}
