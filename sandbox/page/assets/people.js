// Whom the visitor plays: one of a few people, chosen as one of a group of radio buttons.

import { element } from "./dom.js";
import { avatar } from "./faces.js";
import { tintOf } from "./scene.js";

/** @typedef {import("./types.js").Scene} Scene */

/**
 * @param {object} parts
 * @param {HTMLElement} parts.place
 * @param {HTMLElement} parts.role where it says what the chosen one is to the team
 * @param {(personId: number) => void} parts.choose
 */
export function peoplePicker({ place, role, choose }) {
  /** @type {Map<number, HTMLInputElement>} */
  const inputs = new Map();

  /** @param {Scene} scene @param {import("./types.js").Player} person */
  function option(scene, person) {
    const input = /** @type {HTMLInputElement} */ (
      element("input", { type: "radio", name: "person", class: "unseen", value: String(person.id) })
    );
    input.addEventListener("change", () => choose(person.id));
    inputs.set(person.id, input);
    const face = avatar({ name: person.first_name, tint: tintOf(scene, person.id) });
    const dot = element("span", { class: "person-news", hidden: true });
    return element("label", { class: "person" }, input, face, dot, element("span", { class: "person-name", dir: "auto" }, person.first_name));
  }

  return {
    /** @param {Scene} scene */
    fill(scene) {
      inputs.clear();
      place.replaceChildren(...scene.people.map((person) => option(scene, person)));
    },

    /** @param {Scene} scene @param {number} chosen @param {(personId: number) => number} news how much somebody has not seen */
    show(scene, chosen, news) {
      for (const person of scene.people) {
        const input = inputs.get(person.id);
        const dot = input?.parentElement?.querySelector(".person-news");
        if (!input || !(dot instanceof HTMLElement)) continue;
        input.checked = person.id === chosen;
        dot.hidden = person.id === chosen || news(person.id) === 0;
        input.setAttribute("aria-label", dot.hidden ? person.first_name : `${person.first_name}, has unread messages`);
        if (input.checked) role.textContent = person.role;
      }
    },
  };
}
