/** Who runs the playground does it from here: the clock, trouble, stories, the theme. */

import { html, useState } from "./lib/standalone.js";
import { useDesk } from "./desk.js";
import { dayOf, timeToTheSecond, useNow } from "./moment.js";
import { RecordMenu, StoryMenu } from "./stories.js";
import { applyTheme, chosenTheme, nextTheme } from "./theme.js";
import { TroubleMenu } from "./trouble.js";

/** The bar at the top. */
export function TopBar() {
  return html`
    <header class="top-bar">
      <h1><span aria-hidden="true">🔔</span> Tocsin <span class="quiet">playground</span></h1>
      <${Clock} />
      <div class="tools">
        <${TroubleMenu} />
        <${StoryMenu} />
        <${RecordMenu} />
        <${ThemeButton} />
      </div>
    </header>
  `;
}

const SPEEDS = [[0, "❚❚", "Stop the clock"], [1, "1×", "As fast as real time"], [
  60,
  "60×",
  "A minute each second",
]];
const JUMPS = [[10, "+10 min", "Ten minutes later"], [60, "+1 h", "One hour later"]];

function Clock() {
  const { view, seenAt, run } = useDesk();
  const now = useNow(view.clock, seenAt);
  return html`
    <section class="clock" aria-label="Clock">
      <p class="time">
        <time datetime=${new Date(now).toISOString()}>${timeToTheSecond(now)}</time>
        <span class="quiet">${dayOf(now)}</span>
      </p>
      <div class="segments" role="group" aria-label="Speed">
        ${SPEEDS.map(([speed, label, name]) =>
          html`
            <button
              key=${speed}
              class="button"
              type="button"
              aria-pressed=${view.clock.speed === speed ? "true" : "false"}
              aria-label=${`${label}: ${name}`}
              title=${name}
              onClick=${() => run({ do: "clock", speed })}
            >
              ${label}
            </button>
          `
        )}
      </div>
      <div class="segments" role="group" aria-label="Jump">
        ${JUMPS.map(([minutes, label, name]) =>
          html`
            <button
              key=${minutes}
              class="button"
              type="button"
              aria-label=${`${label}: ${name}`}
              title=${name}
              onClick=${() => run({ do: "jump", minutes })}
            >
              ${label}
            </button>
          `
        )}
      </div>
    </section>
  `;
}

const THEME_ICONS = { system: "◐", light: "☀", dark: "☾" };

function ThemeButton() {
  const [theme, setTheme] = useState(chosenTheme);
  const name = `Theme: ${theme === "system" ? "as the system says" : theme}`;
  return html`
    <button
      class="button"
      type="button"
      aria-label=${name}
      title=${name}
      onClick=${() => setTheme(applyTheme(nextTheme(theme)))}
    >
      <span aria-hidden="true">${THEME_ICONS[theme]}</span>
    </button>
  `;
}
