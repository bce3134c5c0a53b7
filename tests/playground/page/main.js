/** Where the page begins. */

import { html, render } from "/assets/lib/standalone.js";
import { App } from "/assets/app.js";
import { applyTheme } from "/assets/theme.js";

applyTheme();
const root = document.getElementById("app");
root.replaceChildren();
render(html`<${App} />`, root);
