/** What the program has written to its log, the newest first. */

import { html } from "./lib/standalone.js";
import { useDesk } from "./desk.js";
import { timeToTheSecond } from "./moment.js";

/** The log. */
export function Log() {
  const { lines } = useDesk();
  const shown = lines.filter(({ kind }) => kind === "log");
  if (shown.length === 0) return html`<p class="empty">The program has logged nothing yet.</p>`;
  return html`
    <ol class="plain lines" aria-label="Log, the newest first">
      ${shown.map(({ id, at, level, text }) =>
        html`
          <li key=${id} class="log-line">
            <span class=${`level ${level}`}>${level}</span>
            <span class="log-text">${text}</span>
            <span class="quiet line-time">${timeToTheSecond(at)}</span>
          </li>
        `
      )}
    </ol>
  `;
}
