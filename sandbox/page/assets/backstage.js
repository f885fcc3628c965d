// What the side panel moves behind the scene: the clock, and the vendor's accounts. What can be done comes from the server.

import { present } from "./clock.js";
import { element } from "./dom.js";

/** @typedef {import("./types.js").Backstage} Backstage */
/** @typedef {import("./types.js").Account} Account */
/** @typedef {import("./types.js").Lever} Lever */

const TICK_MS = 1_000;
const GB = 1024 ** 3;
const FIGURE = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 });

/** Ways to move the clock. @type {[string, string, string][]} */
const MOVES = [
  ["hour", "+1 hour", "One hour on"],
  ["day", "+1 day", "One day on, hour by hour"],
  ["morning", "Tomorrow 09:00", "To tomorrow at 09:00, hour by hour"],
];

/**
 * @param {object} parts
 * @param {HTMLElement} parts.time
 * @param {HTMLElement} parts.vendor
 * @param {(name: string) => void} parts.move
 * @param {(name: string, accountId: number) => void} parts.pull
 */
export function backstagePanel({ time, vendor, move, pull }) {
  const clock = clockFace(time);
  const moves = part(time, ".chips");
  const places = part(vendor, ".places");
  const rows = part(vendor, ".levers");
  /** @type {Backstage | null} */
  let now = null;
  let chosen = 0;

  moves.append(...MOVES.map(([name, label, title]) => chip(label, title, () => act(() => move(name)))));

  /** While the clock moves, a press does nothing. @param {() => void} action */
  function act(action) {
    if (!now?.is_busy) action();
  }

  /** @param {Account} account */
  function place(account) {
    const input = /** @type {HTMLInputElement} */ (element("input", { type: "radio", name: "account", class: "unseen" }));
    input.checked = account.id === chosen;
    input.addEventListener("change", () => {
      chosen = account.id;
      show(now);
    });
    const share = account.total_bytes > 0 ? Math.min(1, account.available_bytes / account.total_bytes) : 0;
    const bar = element("meter", { class: "share", min: "0", max: "1", low: "0.1", optimum: "1", value: String(share), "aria-label": "Available" });
    const head = element("span", { class: "place-head" }, element("strong", {}, account.name), element("span", { class: "place-figure" }, figures(account)));
    return element("label", { class: "place" }, input, head, bar, element("span", { class: "place-note" }, ...notes(account)));
  }

  /** @param {Lever[]} levers @param {number} accountId */
  function grouped(levers, accountId) {
    const names = [...new Set(levers.map(({ row }) => row))];
    return names.map((name) => {
      const chips = levers
        .filter(({ row }) => row === name)
        .map((lever) => {
          const made = chip(lever.label, lever.note, () => act(() => pull(lever.name, accountId)));
          made.classList.toggle("grave", lever.grave);
          return made;
        });
      const title = element("span", { class: "lever-row" }, name);
      return element("div", { class: "lever", role: "group", "aria-label": name }, title, element("div", { class: "chips" }, ...chips));
    });
  }

  /** @param {Backstage | null} backstage */
  function show(backstage) {
    now = backstage;
    time.hidden = vendor.hidden = backstage === null;
    if (!backstage) return;
    const account = backstage.accounts.find(({ id }) => id === chosen) ?? backstage.accounts[0];
    clock.show(backstage);
    part(vendor, ".answers").textContent = backstage.is_down ? "is down" : "answers";
    part(vendor, ".answers").classList.toggle("bad", backstage.is_down);
    keepFocus(places, () => places.replaceChildren(...backstage.accounts.map(place)));
    keepFocus(rows, () => rows.replaceChildren(...(account ? grouped(account.levers, account.id) : [])));
    for (const button of [...moves.children, ...rows.querySelectorAll("button")]) {
      button.setAttribute("aria-disabled", String(backstage.is_busy));
    }
  }

  return { show };
}

/** @param {HTMLElement} time */
function clockFace(time) {
  const face = part(time, ".clock");
  const note = part(time, ".clock-note");
  /** @type {Intl.DateTimeFormat} */
  let day;
  /** @type {Intl.DateTimeFormat} */
  let hour;
  let zone = "";

  function tick() {
    if (!zone) return;
    const [told, date] = [hour.format(present()), day.format(present())];
    const [first, second] = face.children;
    if (first && first.textContent !== told) first.textContent = told;
    if (second && second.textContent !== date) second.textContent = date;
  }

  setInterval(tick, TICK_MS);

  return {
    /** @param {Backstage} backstage */
    show({ zone: its, ahead_seconds: ahead, is_busy: busy }) {
      if (its !== zone) {
        zone = its;
        day = new Intl.DateTimeFormat(undefined, { weekday: "short", day: "numeric", month: "long", timeZone: zone });
        hour = new Intl.DateTimeFormat(undefined, { hour: "numeric", minute: "2-digit", timeZone: zone });
      }
      note.textContent = busy ? "Living through it, hour by hour…" : `${city(zone)} · ${aheadOf(ahead)}`;
      tick();
    },
  };
}

/** @param {string} zone */
const city = (zone) => (zone === "UTC" ? "UTC" : `${(zone.split("/").pop() ?? zone).replaceAll("_", " ")} time`);

/** @param {number} seconds */
function aheadOf(seconds) {
  if (seconds < 60) return "the same as your own clock";
  const [unit, size] = seconds >= 172_800 ? ["day", 86_400] : seconds >= 5_400 ? ["hour", 3_600] : ["minute", 60];
  const length = new Intl.NumberFormat("en", { style: "unit", unit: String(unit), unitDisplay: "long", maximumFractionDigits: 0 });
  return `${length.format(seconds / Number(size))} ahead of your own clock`;
}

/** @param {string} label @param {string} title @param {() => void} action */
function chip(label, title, action) {
  const made = element("button", { type: "button", class: "chip", title }, label);
  made.addEventListener("click", action);
  return made;
}

/** @param {Account} account */
const figures = (account) => `${size(account.available_bytes)} of ${size(account.total_bytes)}`;

/** @param {number} bytes */
function size(bytes) {
  const [unit, one] = bytes >= GB || bytes === 0 ? ["GB", GB] : ["MB", 1024 ** 2];
  return `${FIGURE.format(bytes / Number(one))} ${unit}`;
}

/** @param {Account} account @returns {(Node | string)[]} */
function notes(account) {
  const bad = [...(account.is_revoked ? ["token revoked"] : []), ...(account.is_miscounted ? ["counts oddly"] : [])];
  const days = account.expires === null ? 0 : Math.max(0, Math.round((account.expires * 1000 - present().getTime()) / 86_400_000));
  const left = `${size(account.expiring_bytes)} expire ${days === 0 ? "today" : days === 1 ? "tomorrow" : `in ${days} days`}`;
  const tags = bad.map((text) => element("span", { class: "bad" }, text));
  const said = account.expires === null ? "no package is active" : left;
  return [...tags.flatMap((tag) => [tag, " · "]), said];
}

/** @param {HTMLElement} place @param {() => void} redraw what the focus is put back into, where it was */
function keepFocus(place, redraw) {
  const focusable = () => [.../** @type {NodeListOf<HTMLElement>} */ (place.querySelectorAll("button, input"))];
  const at = focusable().findIndex((one) => one === document.activeElement);
  redraw();
  if (at >= 0) focusable()[at]?.focus();
}

/** @param {HTMLElement} section @param {string} selector */
const part = (section, selector) => /** @type {HTMLElement} */ (section.querySelector(selector));
