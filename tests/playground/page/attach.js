/** Sends a sample photo or a sample document, with what is written as its caption. */

import { html } from "./lib/standalone.js";
import { useDesk } from "./desk.js";
import { Popover } from "./popover.js";

const SAMPLES = [
  { kind: "photo", name: "brakes.jpg", label: "A photo", icon: "🖼" },
  { kind: "document", name: "report.pdf", label: "A document", icon: "📄" },
];

/** @param {{ open: import("../contract.ts").OpenChat, caption: string, onSent: () => void }} props */
export function AttachMenu({ open, caption, onSent }) {
  const { act } = useDesk();
  const send = async ({ kind, name }, close) => {
    close();
    const words = caption.trim();
    const { ok } = await act({
      do: "send_file",
      chat: open.id,
      kind,
      name,
      ...(words ? { caption: words } : {}),
    });
    if (ok) onSent();
  };
  const label = html`<span aria-hidden="true">📎</span>`;
  return html`
    <${Popover} id="attach" className="icon-menu above" isIcon name="Attach a sample file"
      label=${label}>
      ${(close) =>
        html`
          <ul class="plain">
            ${SAMPLES.map((sample) =>
              html`
                <li key=${sample.kind}>
                  <button class="row" type="button" onClick=${() => send(sample, close)}>
                    <span aria-hidden="true">${sample.icon}</span>
                    <span class="who">
                      <b>${sample.label}</b>
                      <span class="quiet">${sample.name}</span>
                    </span>
                  </button>
                </li>
              `
            )}
          </ul>
        `}
    <//>
  `;
}
