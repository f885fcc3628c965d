// Small round pictures of who speaks: the bot's own, and for everybody else a letter on a colour.

import { element } from "./dom.js";

/** @typedef {{bot: true} | {name: string, tint: number, square?: boolean}} Face */

const LETTERS = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/**
 * @param {Face} face
 * @param {string} [className]
 */
export function avatar(face, className = "avatar") {
  if ("bot" in face) return element("img", { class: className, src: "/assets/favicon.svg", alt: "" });
  const [letter] = LETTERS.segment(face.name.trim());
  const shape = face.square ? " square" : "";
  // With a direction of its own the letter has no say in that of the text it stands beside.
  return element("span", { class: `${className} face tint-${face.tint}${shape}`, "aria-hidden": "true", dir: "auto" }, (letter?.segment ?? "?").toUpperCase());
}
