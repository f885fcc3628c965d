// The bot at work: three dots in the chat and a word in the bar, for as long as Telegram shows it.

const LASTS_MS = 5_000;

/** @type {Record<string, string>} */
const WORDS = { typing: "typing…", upload_photo: "sending a picture…", upload_document: "sending a file…" };

/**
 * @param {HTMLElement} dots
 * @param {HTMLElement} status
 */
export function acting(dots, status) {
  let idle = "bot";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  function stop() {
    clearTimeout(timer);
    dots.hidden = true;
    status.textContent = idle;
    status.classList.remove("busy");
  }

  return {
    /** @param {string | undefined} action */
    start(action) {
      stop();
      dots.hidden = false;
      status.textContent = WORDS[action ?? "typing"] ?? "working…";
      status.classList.add("busy");
      timer = setTimeout(stop, LASTS_MS);
    },
    stop,
    /** @param {string} text what stands there while nothing is done */
    idle(text) {
      idle = text;
      if (dots.hidden) stop();
    },
  };
}
