// The only way elements are made here: from names and text, never from markup.

/**
 * @param {string} name
 * @param {Record<string, string | boolean | undefined>} [attributes] `true` sets an empty attribute; `false` and `undefined` none
 * @param {...(Node | string)} children
 * @returns {HTMLElement}
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children);
  return made;
}

/** @param {string} name one of the symbols in index.html */
export function icon(name) {
  const namespace = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(namespace, "svg");
  const use = document.createElementNS(namespace, "use");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  use.setAttribute("href", `#icon-${name}`);
  svg.append(use);
  return svg;
}

/**
 * Make running text act as a button does, for the mouse, the keyboard and a screen reader.
 * @template {HTMLElement} T
 * @param {T} target
 * @param {() => void} action
 * @returns {T}
 */
export function pressable(target, action) {
  target.setAttribute("role", "button");
  target.tabIndex = 0;
  target.addEventListener("click", () => {
    if (target.getAttribute("role") === "button") action();
  });
  target.addEventListener("keydown", (event) => {
    if (event.target !== target || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    target.click();
  });
  return target;
}

/** @param {string} id */
export function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}`);
  return found;
}

export const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
