// Points in time within a text, told as Telegram's apps tell them: in the reader's zone and the person's language.
// What the letters of a format stand for: https://core.telegram.org/bots/api#date-time-entity-formatting

import { present } from "./clock.js";
import { element } from "./dom.js";

const NOW_S = 10;
const TICK_MS = 1_000;

/** How long each unit is, and so from which age on it is counted in. @type {[Intl.RelativeTimeFormatUnit, number][]} */
const UNITS = [["year", 31_536_000], ["month", 2_592_000], ["day", 86_400], ["hour", 3_600], ["minute", 60], ["second", 1]];

/** @type {Record<string, Intl.DateTimeFormatOptions>} */
const PARTS = {
  w: { weekday: "long" },
  d: { year: "numeric", month: "numeric", day: "numeric" },
  D: { year: "numeric", month: "long", day: "numeric" },
  t: { hour: "numeric", minute: "2-digit" },
  T: { hour: "numeric", minute: "2-digit", second: "2-digit" },
};

/**
 * @param {(Node | string)[]} written what stands in the text; it is shown where the format is empty
 * @param {number} seconds since 1970
 * @param {string} format
 * @param {string | undefined} language
 * @returns {HTMLElement}
 */
export function moment(written, seconds, format, language) {
  const at = new Date(seconds * 1000);
  if (Number.isNaN(at.getTime())) return element("time", {}, ...written);
  const lang = known(language);
  const title = new Intl.DateTimeFormat(lang, { dateStyle: "full", timeStyle: "long" }).format(at);
  const told = format === "" ? written : [format === "r" ? relative(at, lang) : absolute(at, format, lang)];
  return element("time", { datetime: at.toISOString(), title, lang, "data-format": format || undefined }, ...told);
}

/**
 * Keep what is relative to now true while it is shown.
 * @param {HTMLElement} list
 */
export function ticking(list) {
  setInterval(() => {
    for (const shown of list.querySelectorAll('time[data-format="r"]')) {
      const text = shown.firstChild;
      const told = relative(new Date(/** @type {HTMLTimeElement} */ (shown).dateTime), shown.getAttribute("lang") ?? undefined);
      // The letters change, the node stays: what is selected stays so, and nothing is read out every second.
      if (text && text.nodeValue !== told) text.nodeValue = told;
    }
  }, TICK_MS);
}

/** @param {Date} at @param {string | undefined} language */
function relative(at, language) {
  const seconds = (at.getTime() - present().getTime()) / 1000;
  const age = Math.abs(seconds);
  if (age < NOW_S) return new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(0, "second");
  const [unit, size] = UNITS.find(([, size]) => age >= size) ?? ["second", 1];
  return new Intl.RelativeTimeFormat(language).format(Math.round(seconds / size), unit);
}

/** @param {Date} at @param {string} format @param {string | undefined} language */
function absolute(at, format, language) {
  const options = Object.assign({}, ...[...format].map((letter) => PARTS[letter] ?? {}));
  return new Intl.DateTimeFormat(language, options).format(at);
}

/** The language if the browser can read its code; otherwise it is the browser's own. @param {string | undefined} language */
function known(language) {
  try {
    return language ? Intl.DateTimeFormat.supportedLocalesOf(language)[0] : undefined;
  } catch {
    return undefined;
  }
}
