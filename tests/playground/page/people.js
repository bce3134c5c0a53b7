/** Who I am, and whom else I can be. */

import { html, useEffect, useState } from "./lib/standalone.js";
import { arrowKeys } from "./arrow_keys.js";
import { linkTo } from "./address.js";
import { Avatar } from "./avatar.js";
import { Question } from "./dialog.js";
import { useDesk } from "./desk.js";
import { Popover } from "./popover.js";

/** The button with my name, and the list behind it. */
export function People({ onOpen }) {
  const { view, act, run } = useDesk();
  const [asks, setAsks] = useState(null);
  const setAwaited = useAwaited(onOpen);
  const label = html`
    <${Avatar} id=${view.you.id} name=${view.you.name} />
    <span class="who">
      <b><span class="unseen">You are </span>${view.you.name}</b>
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
    const { ok } = await act({ do: "new_group", title });
    if (ok) setAwaited(title);
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
        name="Who are you?"
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
      <${Groups} onNew=${(close) => ask("group", close)} onOpen=${onOpen} />
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

/** Opens a group as soon as the person is in it. */
function useAwaited(onOpen) {
  const { view, openChat } = useDesk();
  const [awaited, setAwaited] = useState(null);
  useEffect(() => {
    const found = view.chats.find(({ title }) => title === awaited);
    if (!found) return;
    setAwaited(null);
    openChat(found.id);
    onOpen();
  }, [awaited, view.chats]);
  return setAwaited;
}

/** New groups, and those that the person is not in. */
function Groups({ onNew, onOpen }) {
  const { view, act } = useDesk();
  const setAwaited = useAwaited(onOpen);
  const others = view.groups.filter(({ id }) => view.chats.every((chat) => chat.id !== id));
  const join = async ({ id, title }, close) => {
    close();
    const { ok } = await act({ do: "join", chat: id });
    if (ok) setAwaited(title);
  };
  return html`
    <${Popover}
      id="groups"
      className="icon-menu groups-menu"
      isIcon
      name="New group, or join one"
      label=${html`<span aria-hidden="true">✎</span>`}
    >
      ${(close) =>
        html`
          <ul class="plain">
            <li>
              <button class="row" type="button" onClick=${() => onNew(close)}>New group …</button>
            </li>
            ${others.map((group) =>
              html`
                <li key=${group.id}>
                  <button class="row" type="button" onClick=${() => join(group, close)}>
                    ${`Join ${group.title}`}
                  </button>
                </li>
              `
            )}
          </ul>
        `}
    <//>
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
