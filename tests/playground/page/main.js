/** Where the page begins. */

import { html, render } from "./lib/standalone.js";
import { App } from "./app.js";
import { applyTheme } from "./theme.js";

applyTheme();
const root = document.getElementById("app");
root.replaceChildren();
render(html`<${App} />`, root);
