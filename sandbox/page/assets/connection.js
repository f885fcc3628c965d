// The slim bar that says when the line to the server is lost, and when it, or only another server, is back.

const BACK_MS = 1_800;
const ANEW_MS = 8_000;

/** @param {HTMLElement} bar */
export function connection(bar) {
  let lost = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  /** @param {string} text @param {number} [forMs] for good, if left out */
  function say(text, forMs) {
    clearTimeout(timer);
    bar.hidden = false;
    bar.classList.toggle("back", !lost);
    bar.textContent = text;
    if (forMs !== undefined) timer = setTimeout(() => (bar.hidden = true), forMs);
  }

  return {
    /** @param {boolean} connected */
    is(connected) {
      if (connected !== lost) return;
      lost = !connected;
      if (connected) say("Connected again", BACK_MS);
      else say("Connection lost. Trying again…");
    },
    /** Say that what was there is gone. */
    anew: () => say("The demo was restarted. It begins anew.", ANEW_MS),
  };
}
