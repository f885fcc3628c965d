// Where the person writes: Enter sends, Shift+Enter breaks the line, the up arrow brings back what was sent last.
// What one began to write in a chat waits there; where nothing can be written stands what can be done instead.

/** @typedef {import("./types.js").View} View */
/** @typedef {{label: string, act: () => Promise<boolean>} | {note: string}} Bar what stands in place of the field */

/**
 * @param {object} parts
 * @param {HTMLFormElement} parts.form
 * @param {HTMLTextAreaElement} parts.field
 * @param {HTMLButtonElement} parts.start
 * @param {HTMLElement} parts.shut
 * @param {() => {takesKey: (event: KeyboardEvent) => boolean, close: () => void}} parts.menu
 * @param {(text: string) => Promise<boolean>} parts.send resolves to whether it was sent
 * @param {() => string | undefined} parts.lastSent
 */
export function composer({ form, field, start, shut, menu, send, lastSent }) {
  /** @type {Map<string, string>} */
  const drafts = new Map();
  /** @type {Bar | undefined} */
  let bar;
  let place = "";
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
    const from = place;
    if (await send(text)) return;
    if (place !== from) drafts.set(from, drafts.get(from) ?? text);
    else if (field.value === "") write(text);
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
  start.addEventListener("click", async () => {
    if (!bar || !("act" in bar) || starting) return;
    starting = true;
    if (!(await bar.act())) starting = false;
  });

  return {
    /** Put away what was begun to be written, and bring back what was in another chat. @param {View} view */
    move({ personId, chatId, topicId }) {
      drafts.set(place, field.value);
      place = [personId, chatId, topicId].join("/");
      menu().close();
      starting = false;
      write(drafts.get(place) ?? "");
    },
    /** @param {Bar | undefined} wanted what stands in place of the field, if it does not stand itself */
    bar(wanted) {
      bar = wanted;
      start.hidden = !wanted || "note" in wanted;
      shut.hidden = !wanted || "act" in wanted;
      form.hidden = wanted !== undefined;
      if (wanted && "act" in wanted) start.textContent = wanted.label;
      if (wanted && "note" in wanted) shut.textContent = wanted.note;
      fit();
      if (starting && !wanted) {
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
