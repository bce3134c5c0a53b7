/** What can be broken on purpose, and whether it is. */

import { html } from "./lib/standalone.js";
import { useDesk } from "./desk.js";
import { Popover } from "./popover.js";

const FAULTS = [
  ["tooMany", "Too many requests (429)", "Telegram tells the bot to wait"],
  ["serverError", "Server error (500)", "Telegram fails to carry out a call"],
  ["lostConnection", "Lost connection", "A call gets no answer"],
];
const REFUSALS = [
  ["noPin", "No right to pin", "In the group that is open"],
  ["noEphemeral", "No ephemeral messages", "Telegram refuses what only one person would see"],
];

/** The menu of troubles. */
export function TroubleMenu() {
  const { view } = useDesk();
  const count = countTroubles(view);
  const label = html`
    <span aria-hidden="true">⚡</span> Trouble
    ${count > 0 &&
      html`<span class="badge bad">${count}<span class="unseen"> under way</span></span>`}
  `;
  return html`
    <${Popover} id="trouble" name="Trouble" label=${label}>
      ${() =>
        html`
          <h2>Break something</h2>
          ${FAULTS.map(([key, title, hint]) =>
            html`
              <${Fault} key=${key} fault=${key} title=${title} hint=${hint} />
            `
          )}
          ${REFUSALS.map(([key, title, hint]) =>
            html`
              <${Refusal} key=${key} fault=${key} title=${title} hint=${hint} />
            `
          )}
          <${Program} />
        `}
    <//>
  `;
}

function countTroubles({ trouble, program }) {
  const broken = Object.values(trouble).filter((value) => value !== 0 && value !== false);
  return broken.length + (program === "running" ? 0 : 1);
}

function Fault({ fault, title, hint }) {
  const { view, run } = useDesk();
  const left = view.trouble[fault];
  const set = (value) => run({ do: "trouble", set: { [fault]: value } });
  const state = left < 0 ? "every call" : left === 0 ? "off" : `next ${left}`;
  return html`
    <div class="trouble" role="group" aria-label=${title}>
      <p><b>${title}</b> <span class=${left === 0 ? "state" : "state bad"}>${state}</span></p>
      <p class="quiet">${hint}</p>
      <div class="segments">
        ${[[0, "Off"], [1, "Next call"], [3, "Next 3"], [-1, "Every call"]].map(([value, label]) =>
          html`
            <button
              key=${value}
              class="button"
              type="button"
              aria-pressed=${left === value ? "true" : "false"}
              onClick=${() => set(value)}
            >
              ${label}
            </button>
          `
        )}
      </div>
    </div>
  `;
}

function Refusal({ fault, title, hint }) {
  const { view, run } = useDesk();
  const isOn = view.trouble[fault];
  const set = ({ currentTarget }) =>
    run({
      do: "trouble",
      set: { [fault]: currentTarget.checked },
      ...(view.open ? { chat: view.open.id } : {}),
    });
  return html`
    <label class="trouble switch">
      <input type="checkbox" role="switch" checked=${isOn} onChange=${set} />
      <span>
        <b>${title}</b> <span class=${isOn ? "state bad" : "state"}>${isOn ? "on" : "off"}</span>
        <span class="quiet">${hint}</span>
      </span>
    </label>
  `;
}

const PROGRAM_WORDS = { running: "runs", stopped: "is stopped", starting: "is starting" };

function Program() {
  const { view, run } = useDesk();
  const runs = view.program === "running";
  return html`
    <div class="trouble" role="group" aria-label="The program">
      <p>
        <b>The program</b>
        <span class=${runs ? "state" : "state bad"}>${PROGRAM_WORDS[view.program]}</span>
      </p>
      <p class="quiet">Killed in the middle of its work; started again over the same store</p>
      <div class="segments">
        <button
          class="button danger"
          type="button"
          disabled=${!runs}
          onClick=${() => run({ do: "kill" })}
        >
          Kill
        </button>
        <button
          class="button"
          type="button"
          disabled=${view.program === "starting"}
          onClick=${() => run({ do: "restart" })}
        >
          ${runs ? "Restart" : "Start again"}
        </button>
      </div>
    </div>
  `;
}
