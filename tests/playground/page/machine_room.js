/** The right pane: what passes between Telegram, the program and its store. */

import { html, useState } from "./lib/standalone.js";
import { Calls } from "./calls.js";
import { Log } from "./log.js";
import { Store } from "./store.js";
import { Tabs } from "./tabs.js";

const TABS = [
  { id: "calls", title: "Calls" },
  { id: "store", title: "Store" },
  { id: "log", title: "Log" },
];
const CONTENTS = { calls: Calls, store: Store, log: Log };

/** The machine room with its tabs. */
export function MachineRoom() {
  const [tab, setTab] = useState("calls");
  return html`
    <aside id="machine" class="pane machine" aria-label="Machine room" tabindex="-1">
      <header class="machine-header">
        <h2>Machine room</h2>
      </header>
      <${Tabs} name="Machine room" tabs=${TABS} chosen=${tab} onChoose=${setTab}>
        <${CONTENTS[tab]} />
        <//>
        </aside>
  `;
}
