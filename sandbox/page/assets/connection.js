// The slim bar that says when the line to the server is lost, and when it is back.

const BACK_MS = 1_800;

/** @param {HTMLElement} bar */
export function connection(bar) {
  let lost = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  return (/** @type {boolean} */ connected) => {
    if (connected !== lost) return;
    lost = !connected;
    clearTimeout(timer);
    bar.hidden = false;
    bar.classList.toggle("back", connected);
    bar.textContent = connected ? "Connected again" : "Connection lost. Trying again…";
    if (connected) timer = setTimeout(() => (bar.hidden = true), BACK_MS);
  };
}
