// A message's text with its entities, as DOM nodes. Offsets are UTF-16 units, which is how JavaScript counts.

import { element, icon, pressable } from "./dom.js";
import { safe } from "./links.js";
import { moment } from "./times.js";

/** @typedef {import("./types.js").Entity} Entity */
/**
 * @typedef {object} Acts
 * @property {(text: string) => void} send
 * @property {(text: string) => void} copy
 * @property {(link: HTMLAnchorElement) => void} follow
 * @property {() => string | undefined} language of the person
 */

/** Beyond these a quote is folded; the numbers are what fits three lines of a bubble. */
const FOLDED_LINES = 3;
const FOLDED_LENGTH = 180;
const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);

/**
 * @param {string} text
 * @param {Entity[]} entities
 * @param {Acts} acts
 * @returns {DocumentFragment}
 */
export function rich(text, entities, acts) {
  const known = entities
    .filter((entity) => Object.hasOwn(SHAPES, entity.type))
    .map((entity) => ({ entity, from: Math.max(0, entity.offset), to: Math.min(text.length, entity.offset + entity.length) }))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from || b.to - a.to);
  const fragment = document.createDocumentFragment();
  fragment.append(...nodes(text, 0, text.length, known, acts));
  return fragment;
}

/** @typedef {{entity: Entity, from: number, to: number}} Span */

/**
 * One level of the tree: what lies inside a span belongs to it, what overlaps its end is cut there and goes on after it.
 * @param {string} text
 * @param {number} from
 * @param {number} to
 * @param {Span[]} spans sorted by where they begin, the longer first
 * @param {Acts} acts
 * @returns {(Node | string)[]}
 */
function nodes(text, from, to, spans, acts) {
  const made = [];
  let at = from;
  let waiting = spans;
  while (waiting.length > 0) {
    const [span, ...later] = waiting;
    const inside = later.filter((other) => other.from < span.to).map((other) => ({ ...other, to: Math.min(other.to, span.to) }));
    const cut = later.filter((other) => other.from < span.to && other.to > span.to).map((other) => ({ ...other, from: span.to }));
    waiting = [...cut, ...later.filter((other) => other.from >= span.to)].sort((a, b) => a.from - b.from || b.to - a.to);
    if (span.from > at) made.push(text.slice(at, span.from));
    const raw = text.slice(span.from, span.to);
    made.push(SHAPES[span.entity.type](nodes(text, span.from, span.to, inside, acts), raw, span.entity, acts));
    // A block ends its line by itself; the line break behind it would be an empty line more.
    at = BLOCKS.has(span.entity.type) && text[span.to] === "\n" ? Math.min(span.to + 1, to) : span.to;
  }
  if (at < to) made.push(text.slice(at, to));
  return made;
}

/** @param {string} name @param {string} [className] */
const plain = (name, className) => (/** @type {(Node | string)[]} */ children) =>
  element(name, { class: className }, ...children);

/** @type {Record<string, (children: (Node | string)[], raw: string, entity: Entity, acts: Acts) => Node>} */
const SHAPES = {
  bold: plain("strong"),
  italic: plain("em"),
  underline: plain("u"),
  strikethrough: plain("s"),
  mention: plain("span", "mention"),
  text_mention: plain("span", "mention"),
  hashtag: plain("span", "mention"),
  cashtag: plain("span", "mention"),
  code: (children, raw, _entity, acts) =>
    pressable(element("code", { title: "Copy" }, ...children), () => acts.copy(raw)),
  pre,
  blockquote: plain("blockquote"),
  expandable_blockquote: foldable,
  spoiler,
  url: (children, raw, _entity, acts) => link(children, raw, acts),
  text_link: (children, _raw, entity, acts) => link(children, entity.url ?? "", acts),
  email: (children, raw, _entity, acts) => link(children, `mailto:${raw}`, acts),
  phone_number: (children, raw, _entity, acts) => link(children, `tel:${raw.replace(/[^+\d]/g, "")}`, acts),
  bot_command: (children, raw, _entity, acts) =>
    pressable(element("span", { class: "command" }, ...children), () => acts.send(raw)),
  date_time: (children, _raw, entity, acts) =>
    moment(children, entity.unix_time ?? NaN, entity.date_time_format ?? "", acts.language()),
};

/** @param {(Node | string)[]} children @param {string} address @param {Acts} acts */
function link(children, address, acts) {
  const href = safe(address);
  if (!href) return element("span", {}, ...children);
  const made = /** @type {HTMLAnchorElement} */ (
    element("a", { href, title: href, target: "_blank", rel: "noopener noreferrer" }, ...children)
  );
  made.addEventListener("click", (event) => {
    event.preventDefault();
    acts.follow(made);
  });
  return made;
}

/** @param {(Node | string)[]} children @param {string} raw @param {Entity} entity @param {Acts} acts */
function pre(children, raw, entity, acts) {
  const copier = element("button", { type: "button", class: "pre-copy", "aria-label": "Copy", title: "Copy" }, icon("copy"));
  copier.addEventListener("click", () => acts.copy(raw));
  return element("pre", { dir: "ltr", "data-language": entity.language }, element("code", {}, ...children), copier);
}

/** @param {(Node | string)[]} children @param {string} raw */
function foldable(children, raw) {
  const quote = element("blockquote", {}, element("span", { class: "quoted" }, ...children));
  if (raw.split("\n").length <= FOLDED_LINES && raw.length <= FOLDED_LENGTH) return quote;
  const unfold = element("button", { type: "button", class: "unfold", "aria-expanded": "false" }, "Show more");
  unfold.addEventListener("click", () => {
    const folded = quote.classList.toggle("folded");
    unfold.setAttribute("aria-expanded", String(!folded));
    unfold.textContent = folded ? "Show more" : "Show less";
  });
  quote.classList.add("folded");
  quote.append(unfold);
  return quote;
}

/** @param {(Node | string)[]} children */
function spoiler(children) {
  const hidden = element("span", { class: "spoiler-text", "aria-hidden": "true", inert: true }, ...children);
  const cover = pressable(element("span", { class: "spoiler", "aria-label": "Hidden text, press to show" }, hidden), () => {
    hidden.removeAttribute("aria-hidden");
    hidden.removeAttribute("inert");
    cover.classList.add("shown");
    for (const name of ["role", "tabindex", "aria-label"]) cover.removeAttribute(name);
  });
  return cover;
}
