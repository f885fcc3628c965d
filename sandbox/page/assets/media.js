// What a message carries beside words: a picture to look at, a file to save, or, where there are no bytes, its name.

import { element, icon } from "./dom.js";
import { attached } from "./seen.js";

/** @typedef {import("./types.js").Message} Message */

const UNITS = ["B", "KB", "MB"];
const STEP = 1024;

/**
 * @param {Message} message
 * @param {HTMLElement} former where the message stood before; a picture that is still the same is moved, not loaded anew
 * @returns {HTMLElement[]}
 */
export function media(message, former) {
  const name = attached(message);
  if (!name) return [];
  if (message.has_file && message.photo) return [picture(message.photo, former)];
  if (message.has_file && message.document) return [file(message.document, name)];
  return [bare(name)];
}

/** @param {string} name */
const bare = (name) => element("span", { class: "media", dir: "auto" }, name);

/** @param {string} id */
const address = (id) => `/files/${encodeURIComponent(id)}`;

/** @param {NonNullable<Message["photo"]>} sizes @param {HTMLElement} former */
function picture(sizes, former) {
  const { file_id: id, width, height } = sizes[sizes.length - 1];
  const shown = /** @type {HTMLElement | null} */ (former.querySelector(".photo"));
  if (shown?.dataset.file === id) return shown;
  // With its measures it takes its place before it is there.
  const image = element("img", { src: address(id), width: String(width), height: String(height), alt: "Picture" });
  const href = address(id);
  const made = element("a", { class: "photo", href, target: "_blank", rel: "noopener", title: "Enlarge", "data-file": id }, image);
  image.addEventListener("error", () => made.replaceWith(bare("Picture")));
  return made;
}

/** @param {NonNullable<Message["document"]>} document @param {string} name */
function file({ file_id: id, file_size: size }, name) {
  return element(
    "a",
    { class: "file", href: address(id), title: "Save" },
    element("span", { class: "file-face" }, icon("down")),
    element("bdi", { class: "file-name" }, name),
    element("span", { class: "file-size", dir: "ltr" }, measured(size ?? 0)),
  );
}

/** @param {number} bytes */
function measured(bytes) {
  const power = bytes < STEP ? 0 : bytes < STEP ** 2 ? 1 : 2;
  return `${(bytes / STEP ** power).toLocaleString("en", { maximumFractionDigits: power ? 1 : 0 })} ${UNITS[power]}`;
}
