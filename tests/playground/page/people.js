/** Who I am, and whom else I can be. */

import { html, useState } from "/assets/lib/standalone.js";
import { arrowKeys } from "/assets/arrow_keys.js";
import { linkTo } from "/assets/address.js";
import { Avatar } from "/assets/avatar.js";
import { Question } from "/assets/dialog.js";
import { useDesk } from "/assets/desk.js";
import { Popover } from "/assets/popover.js";

/** The button with my name, and the list behind it. */
export function People({ onOpen }) {
  const { view, act, run, openChat } = useDesk();
  const [asks, setAsks] = useState(null);
  const label = html`
    <${Avatar} id=${view.you.id} name=${view.you.name} />
    <span class="who">
      <b>${view.you.name}</b>
      <span class="quiet">${view.you.part}</span>
    </span>
    <span aria-hidden="true" class="quiet">▾</span>
  `;
  const ask = (what, close) => {
    close();
    setAsks(what);
  };
  const newGroup = async (title) => {
    setAsks(null);
    const { ok, chat } = await act({ do: "new_group", title });
    if (!ok || !chat) return;
    openChat(chat);
    onOpen();
  };
  const newPerson = (name) => {
    setAsks(null);
    run({ do: "new_person", name });
  };
  return html`
    <div class="me">
      <${Popover}
        id="people"
        className="me-menu"
        name=${`You are ${view.you.name}, ${view.you.part}. Be somebody else`}
        label=${label}
      >
        ${(close) =>
          html`
            <h2>Who are you?</h2>
            <${CastList} onChosen=${close} />
            <div class="panel-buttons">
              <button class="button" type="button" onClick=${() => ask("person", close)}>
                New person …
              </button>
            </div>
          `}
      <//>
      <button
        class="button icon"
        type="button"
        aria-label="New group"
        title="New group"
        onClick=${() => setAsks("group")}
      >
        <span aria-hidden="true">✎</span>
      </button>
    </div>
    ${asks === "group" && html`
      <${Question}
        title="New group"
        label="Its title"
        button="Create"
        onAnswer=${newGroup}
        onClose=${() => setAsks(null)}
      />
    `}
    ${asks === "person" && html`
      <${Question}
        title="New person"
        label="First and last name"
        button="Create"
        onAnswer=${newPerson}
        onClose=${() => setAsks(null)}
      />
    `}
  `;
}

function CastList({ onChosen }) {
  const { view, setAddress } = useDesk();
  const become = (id) => {
    onChosen();
    setAddress({ as: id, chat: chatFor(view, id) });
  };
  return html`
    <ul class="plain" onKeyDown=${(event) => arrowKeys(event, ".row", "vertical")}>
      ${view.cast.map(({ id, name, part }) =>
        html`
          <li key=${id} class="cast-line">
            <button
              class="row"
              type="button"
              aria-current=${id === view.you.id ? "true" : null}
              onClick=${() => become(id)}
            >
              <${Avatar} id=${id} name=${name} small />
              <span class="who">
                <b>${name}</b>
                <span class="quiet">${part}</span>
              </span>
              ${id === view.you.id && html`<span class="you">you</span>`}
            </button>
            <a
              class="button icon"
              href=${linkTo({ as: id, chat: chatFor(view, id) })}
              target="_blank"
              rel="noopener"
              aria-label=${`Open as ${name} in a new window`}
              title=${`Open as ${name} in a new window`}
            >
              <span aria-hidden="true">↗</span>
            </a>
          </li>
        `
      )}
    </ul>
  `;
}

/** The group that is open stays open; a private chat is everybody's own. */
function chatFor({ open }, id) {
  if (!open) return null;
  return open.kind === "private" ? id : open.id;
}
