// Where the person writes: Enter sends, Shift+Enter breaks the line, the up arrow brings back what was sent last.

/**
 * @param {object} parts
 * @param {HTMLFormElement} parts.form
 * @param {HTMLTextAreaElement} parts.field
 * @param {HTMLButtonElement} parts.start
 * @param {() => {takesKey: (event: KeyboardEvent) => boolean, close: () => void}} parts.menu
 * @param {(text: string) => Promise<boolean>} parts.send resolves to whether it was sent
 * @param {() => string | undefined} parts.lastSent
 */
export function composer({ form, field, start, menu, send, lastSent }) {
  let starting = false;

  function fit() {
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight}px`;
    form.classList.toggle("blank", field.value.trim() === "");
  }

  /** @param {string} text */
  function write(text) {
    field.value = text;
    field.setSelectionRange(text.length, text.length);
    fit();
  }

  /** What could not be sent is given back, unless something new was begun meanwhile. @param {string} text */
  async function hand(text) {
    if (!(await send(text)) && field.value === "") write(text);
  }

  function submit() {
    const text = field.value.trim();
    if (text === "") return;
    write("");
    menu().close();
    void hand(text);
  }

  field.addEventListener("input", fit);
  field.addEventListener("keydown", (event) => {
    // Enter also confirms a word of an input method (Chinese, Japanese, Korean); that one is not ours.
    if (event.isComposing || event.keyCode === 229) return;
    if (menu().takesKey(event)) return fit();
    const last = lastSent();
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      submit();
    } else if (event.key === "ArrowUp" && field.value === "" && last !== undefined) {
      event.preventDefault();
      write(last);
    }
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
    field.focus();
  });
  start.addEventListener("click", () => {
    starting = true;
    void send("/start");
  });

  return {
    /** @param {boolean} waiting whether the chat has not begun: then there is START in place of the field */
    waitForStart(waiting) {
      start.hidden = !waiting;
      form.hidden = waiting;
      fit();
      if (starting && !waiting) {
        starting = false;
        field.focus();
      }
    },
    /** @param {string} text */
    prepare(text) {
      start.hidden = true;
      form.hidden = false;
      field.focus();
      write(text);
    },
    /** Send a command of the menu; of what stands in the field only a command in the making makes way. @param {string} command */
    pick(command) {
      if (field.value.startsWith("/")) write("");
      void hand(command);
    },
  };
}
