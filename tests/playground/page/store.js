/** What the store says: an incident's keys, the outbox, what is due. */

import { html, useEffect, useState } from "./lib/standalone.js";
import { useDesk } from "./desk.js";
import { relatively, timeToTheSecond, useNow } from "./moment.js";
import { fetchMachinery } from "./server.js";

/** Changes come in bursts; the store is read when one has ended. */
const CALM_MS = 250;

/** The three parts of the store that matter here. */
export function Store() {
  const { lines, view } = useDesk();
  const [chosen, setChosen] = useState(null);
  const [machinery, setMachinery] = useState(null);
  const newest = lines[0]?.id;
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const fresh = await fetchMachinery(chosen);
      if (!isCurrent || !fresh) return;
      setMachinery(fresh);
      // The newest, until somebody chooses.
      if (!fresh.incident && fresh.incidents.length > 0) setChosen(fresh.incidents.at(-1));
    }, machinery ? CALM_MS : 0);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [chosen, newest, view]);
  if (!machinery) return html`<p class="empty" role="status">Reading the store …</p>`;
  return html`
    <${Incident} machinery=${machinery} onChoose=${setChosen} />
    <${Outbox} outbox=${machinery.outbox} />
    <${Deadlines} deadlines=${machinery.deadlines} />
  `;
}

function Incident({ machinery: { incident, incidents }, onChoose }) {
  return html`
    <section class="stored" aria-label="Incident">
      <label class="field inline">
        <span><b>Incident</b></span>
        <select
          value=${incident?.id ?? ""}
          onChange=${({ currentTarget }) => onChoose(currentTarget.value || null)}
        >
          ${!incident && html`<option value="">none yet</option>`}
          ${incidents.map((id) => html`<option key=${id} value=${id}>${id}</option>`)}
        </select>
      </label>
      ${incident && html`<${Keys} keys=${incident.keys} />`}
    </section>
  `;
}

/** More keys of one kind than this stand behind its name. */
const FEW = 3;

function Keys({ keys }) {
  const kinds = Map.groupBy(keys, ({ key }) => key.split(" / ")[0]);
  return html`
    <ul class="plain">
      ${[...kinds].map(([kind, all]) =>
        html`
          <li key=${kind}>
            ${all.length <= FEW
              ? all.map((each) =>
                html`<${Key} key=${each.key} name=${each.key} value=${each.value} />`
              )
              : html`
                <details class="line">
                  <summary>
                    <span class="line-name">
                      ${kind}<span class="tag">${`${all.length} keys`}</span>
                    </span>
                  </summary>
                  ${all.map((each) =>
                    html`<${Key} key=${each.key} name=${each.key} value=${each.value} />`
                  )}
                </details>
              `}
          </li>
        `
      )}
    </ul>
  `;
}

function Key({ name, value }) {
  return html`
    <details class="line">
      <summary><span class="line-name">${name}</span></summary>
      <pre class="json" tabindex="0" role="region" aria-label=${name}>${indented(value)}</pre>
    </details>
  `;
}

function indented(value) {
  try {
    return JSON.stringify(JSON.parse(value), null, 2);
  } catch {
    return value;
  }
}

function Outbox({ outbox }) {
  return html`
    <section class="stored" aria-label="Outbox">
      <h3>Outbox</h3>
      ${outbox.length === 0 && html`<p class="quiet">Empty: everything is delivered.</p>`}
      <ul class="plain">
        ${outbox.map((row, at) =>
          html`
            <li key=${at} class="stored-row">
              <b>${row.what}</b>
              <span class="quiet">${`to ${row.chat}`}</span>
              <span class="quiet">${waitOf(row)}</span>
            </li>
          `
        )}
      </ul>
    </section>
  `;
}

function waitOf({ waits, attempts }) {
  const tried = attempts > 0 ? `tried ${attempts} ${attempts === 1 ? "time" : "times"}` : "";
  return [waits, tried].filter(Boolean).join(" · ");
}

function Deadlines({ deadlines }) {
  const { view, seenAt } = useDesk();
  const now = useNow(view.clock, seenAt);
  return html`
    <section class="stored" aria-label="Deadlines">
      <h3>Due</h3>
      ${deadlines.length === 0 && html`<p class="quiet">Nothing is waited for.</p>`}
      <ul class="plain">
        ${deadlines.map(({ incident, at, why }, index) =>
          html`
            <li key=${index} class="stored-row">
              <b>${incident}</b>
              <span>${why}</span>
              <time
                class="quiet"
                datetime=${new Date(at).toISOString()}
                title=${timeToTheSecond(at)}
              >${relatively(at, now)}</time>
            </li>
          `
        )}
      </ul>
    </section>
  `;
}
