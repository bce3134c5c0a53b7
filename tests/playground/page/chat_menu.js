/** What can be done to a group: its bot, its members. */

import { html, useState } from "./lib/standalone.js";
import { useDesk } from "./desk.js";
import { PeoplePicker } from "./people_picker.js";
import { Popover } from "./popover.js";

/** @param {{ open: import("../contract.ts").OpenChat }} props */
export function ChatMenu({ open }) {
  const { act } = useDesk();
  const [brings, setBrings] = useState(false);
  const acts = [
    ["Add the bot", () => act({ do: "add_bot", chat: open.id })],
    ["Remove the bot", () => act({ do: "remove_bot", chat: open.id })],
    ["Bring somebody in …", () => setBrings(true)],
    ["Leave the group", () => act({ do: "leave", chat: open.id })],
  ];
  const bring = (ids) => {
    setBrings(false);
    for (const as of ids) act({ do: "join", as, chat: open.id });
  };
  const label = html`<span aria-hidden="true">⋮</span>`;
  return html`
    <${Popover} id="chat-menu" className="icon-menu" isIcon name="Group menu" label=${label}>
      ${(close) =>
        html`
          <ul class="plain">
            ${acts.map(([name, does]) =>
              html`
                <li key=${name}>
                  <button
                    class="row"
                    type="button"
                    onClick=${() => {
                      close();
                      does();
                    }}
                  >
                    ${name}
                  </button>
                </li>
              `
            )}
          </ul>
        `}
    <//>
    ${brings && html`
      <${PeoplePicker}
        title="Who joins?"
        most=${5}
        button="Bring in"
        onPicked=${bring}
        onClose=${() => setBrings(false)}
      />
    `}
  `;
}
