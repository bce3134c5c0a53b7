/** Tabs: the arrow keys choose, the chosen one is in the tab order. */

import { html } from "./lib/standalone.js";
import { arrowKeys } from "./arrow_keys.js";

/**
 * @param {{
 *   name: string,
 *   tabs: { id: string, title: string }[],
 *   chosen: string,
 *   onChoose: (id: string) => void,
 *   children: unknown,
 * }} props
 */
export function Tabs({ name, tabs, chosen, onChoose, children }) {
  return html`
    <div
      class="tabs"
      role="tablist"
      aria-label=${name}
      onKeyDown=${(event) => arrowKeys(event, "[role=tab]", "horizontal")}
    >
      ${tabs.map(({ id, title }) =>
        html`
          <button
            key=${id}
            type="button"
            role="tab"
            id=${`tab-${id}`}
            aria-selected=${id === chosen ? "true" : "false"}
            aria-controls="tab-panel"
            tabindex=${id === chosen ? 0 : -1}
            onFocus=${() => onChoose(id)}
            onClick=${() => onChoose(id)}
          >
            ${title}
          </button>
        `
      )}
    </div>
    <div id="tab-panel" class="tab-panel" role="tabpanel" aria-labelledby=${`tab-${chosen}`} tabindex="0">
      ${children}
    </div>
  `;
}
