// Keeps the newest message in sight while the person is at the bottom, and counts what they miss while they are not.

const NEAR_PX = 60;

/**
 * @param {HTMLElement} scroller
 * @param {HTMLElement[]} contents what grows inside it
 * @param {HTMLElement} jump
 * @param {HTMLElement} badge
 */
export function following(scroller, contents, jump, badge) {
  let stuck = true;
  let missed = 0;
  let top = 0;

  const away = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
  const toBottom = () => {
    scroller.scrollTop = scroller.scrollHeight;
  };

  function show() {
    if (stuck) missed = 0;
    jump.hidden = stuck;
    badge.hidden = missed === 0;
    badge.textContent = String(missed);
    jump.setAttribute("aria-label", missed === 0 ? "Newest messages" : `Newest messages, ${missed} new`);
  }

  scroller.addEventListener("scroll", () => {
    // Only moving up lets go: the bottom also moves away by itself when a message arrives.
    if (away() < NEAR_PX) stuck = true;
    else if (scroller.scrollTop < top) stuck = false;
    top = scroller.scrollTop;
    show();
  });
  jump.addEventListener("click", () => scroller.scrollTo({ top: scroller.scrollHeight, behavior: "smooth" }));
  const resized = new ResizeObserver(() => {
    if (stuck) toBottom();
    show();
  });
  [scroller, ...contents].forEach((part) => resized.observe(part));

  return {
    /** @param {boolean} own whether the person sent it: then it is shown wherever they were */
    arrived(own) {
      if (own) stuck = true;
      else if (!stuck) missed += 1;
      if (stuck) toBottom();
      show();
    },
    stayAtBottom() {
      if (stuck) toBottom();
    },
    /** Show the end of another conversation. */
    anew() {
      stuck = true;
      missed = 0;
      toBottom();
      show();
    },
  };
}
