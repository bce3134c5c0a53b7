/** The commands that begin with what is written. */

import { html, useEffect, useRef } from "./lib/standalone.js";

/**
 * @param {import("../contract.ts").OpenChat["commands"]} commands
 * @param {string} text
 */
export function matching(commands, text) {
  const begun = /^\/(\w*)$/.exec(text)?.[1]?.toLowerCase();
  if (begun === undefined) return [];
  return commands.filter(({ name }) => name.startsWith(begun));
}

/** The list above the field; it is walked from the field. */
export function CommandMenu({ menu }) {
  const list = useRef(null);
  useEffect(() => {
    list.current?.children[menu.at]?.scrollIntoView({ block: "nearest" });
  }, [menu.at, menu.isOpen]);
  return html`
    <p class="unseen" role="status">
      ${menu.isOpen ? `${menu.found.length} commands; arrow keys choose, Enter takes one` : ""}
    </p>
    ${menu.isOpen && html`
      <ul ref=${list} id="commands" class="commands plain" role="listbox" aria-label="Commands"
        tabindex="0">
        ${menu.found.map((command, at) =>
          html`
            <li
              key=${command.name}
              id=${`command-${at}`}
              class="command"
              role="option"
              aria-selected=${at === menu.at ? "true" : "false"}
              onMouseDown=${(event) => event.preventDefault()}
              onClick=${() => menu.choose(command)}
            >
              <b>${`/${command.name}`}</b>
              <span class="quiet">${command.description}</span>
              ${command.isEphemeral &&
                html`<span role="img" aria-label="only you see the answer" title="Only you see the answer">👁</span>`}
            </li>
          `
        )}
      </ul>
    `}
  `;
}
