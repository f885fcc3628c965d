// The bot's commands, filtered as the person types one. Focus stays in the message field; the field points at the choice.

import { element } from "./dom.js";

/** @typedef {import("./types.js").Command} Command */

/**
 * @param {object} parts
 * @param {HTMLElement} parts.list
 * @param {HTMLElement} parts.toggle
 * @param {HTMLTextAreaElement} parts.field
 * @param {(command: string) => void} parts.pick
 * @param {(command: string) => string} parts.address what a command is written as in the chat on screen
 */
export function commandMenu({ list, toggle, field, pick, address }) {
  /** @type {Command[]} */
  let commands = [];
  /** @type {Command[]} */
  let shown = [];
  let chosen = -1;
  let filter = "";

  const isOpen = () => !list.hidden;

  /** @param {number} index */
  function choose(index) {
    chosen = index;
    [...list.children].forEach((row, at) => row.setAttribute("aria-selected", String(at === chosen)));
    const row = list.children[chosen];
    row?.scrollIntoView({ block: "nearest" });
    if (row) field.setAttribute("aria-activedescendant", row.id);
    else field.removeAttribute("aria-activedescendant");
  }

  function close() {
    list.hidden = true;
    shown = [];
    list.replaceChildren();
    toggle.setAttribute("aria-expanded", "false");
    choose(-1);
  }

  /** @param {Command} command @param {number} index */
  function row(command, index) {
    const made = element(
      "div",
      { class: "menu-row", role: "option", id: `command-${index}` },
      element("span", { class: "menu-command" }, `/${command.command}`),
      element("span", { class: "menu-description", dir: "auto" }, command.description),
    );
    // A press must not take the focus from the field.
    made.addEventListener("mousedown", (event) => event.preventDefault());
    made.addEventListener("pointermove", () => choose(index));
    made.addEventListener("click", () => take(index));
    return made;
  }

  /** @param {number} index */
  function take(index) {
    const command = shown[index];
    close();
    if (command) pick(address(`/${command.command}`));
  }

  /** @param {string} typed what stands after the slash */
  function open(typed) {
    filter = typed;
    shown = matching(commands, typed);
    if (shown.length === 0) return close();
    list.replaceChildren(...shown.map(row));
    list.hidden = false;
    toggle.setAttribute("aria-expanded", "true");
    choose(0);
  }

  /** Open or close by what stands in the field. */
  function read() {
    const typed = /^\/(\w*)$/.exec(field.value);
    if (typed) open(typed[1] ?? "");
    else close();
  }

  toggle.addEventListener("mousedown", (event) => event.preventDefault());
  toggle.addEventListener("click", () => {
    if (isOpen()) return close();
    open("");
    field.focus();
  });
  field.addEventListener("input", read);
  field.addEventListener("blur", close);

  return {
    close,
    /** @param {Command[]} now */
    update(now) {
      const none = commands.length === 0;
      commands = now;
      toggle.hidden = now.length === 0;
      if (isOpen()) open(filter);
      else if (none && document.activeElement === field) read();
    },
    /**
     * @param {KeyboardEvent} event
     * @returns {boolean} whether the key was the menu's
     */
    takesKey(event) {
      if (!isOpen()) return false;
      if (event.key === "ArrowDown") choose((chosen + 1) % shown.length);
      else if (event.key === "ArrowUp") choose((chosen - 1 + shown.length) % shown.length);
      else if (event.key === "Escape") close();
      else if (event.key === "Enter" && !event.shiftKey) take(chosen);
      else if (event.key === "Tab" && !event.shiftKey) {
        field.value = `${address(`/${shown[chosen]?.command ?? ""}`)} `;
        close();
      } else return false;
      event.preventDefault();
      return true;
    },
  };
}

/**
 * Commands that begin with what was typed, then those that contain it.
 * @param {Command[]} commands
 * @param {string} typed
 */
function matching(commands, typed) {
  const wanted = typed.toLowerCase();
  const begins = commands.filter(({ command }) => command.startsWith(wanted));
  return [...begins, ...commands.filter(({ command }) => !command.startsWith(wanted) && command.includes(wanted))];
}
