/** A circle with the first letters of a name, in the colour of whoever has it. */

import { html } from "./lib/standalone.js";

const COLOURS = 7;

/** Which of the colours an id has, always the same one. */
export const colourOf = (id) => Math.abs(id) % COLOURS;

/** @param {{ id: number, name: string, small?: boolean }} props */
export function Avatar({ id, name, small = false }) {
  const letters = name.split(/\s+/).filter(Boolean).slice(0, 2).map((word) => [...word][0]).join(
    "",
  );
  return html`
    <span class=${`avatar back-${colourOf(id)}${small ? " small" : ""}`} aria-hidden="true">
      ${letters.toUpperCase()}
    </span>
  `;
}
