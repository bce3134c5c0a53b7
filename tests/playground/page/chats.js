/** The left pane: who I am, and my chats. */

import { html, useState } from "./lib/standalone.js";
import { arrowKeys } from "./arrow_keys.js";
import { Avatar } from "./avatar.js";
import { useDesk } from "./desk.js";
import { timeOfDay } from "./moment.js";
import { People } from "./people.js";

/** @param {{ onOpen: () => void }} props */
export function Chats({ onOpen }) {
  const { view, openChat } = useDesk();
  const open = (id) => {
    openChat(id);
    onOpen();
  };
  const [focused, setFocused] = useState(null);
  const inTabOrder =
    [focused, view.open?.id].find((id) => view.chats.some((chat) => chat.id === id)) ??
      view.chats[0]?.id;
  return html`
    <section id="chats" class="pane chats" aria-label="People and chats" tabindex="-1">
      <${People} onOpen=${onOpen} />
      <nav aria-label="Chats" class="chat-list">
        <ul class="plain" onKeyDown=${(event) => arrowKeys(event, "button", "vertical")}>
          ${view.chats.map((chat) =>
            html`
              <li key=${chat.id}>
                <${ChatLine}
                  chat=${chat}
                  isOpen=${chat.id === view.open?.id}
                  tabIndex=${chat.id === inTabOrder ? 0 : -1}
                  onFocus=${() => setFocused(chat.id)}
                  onOpen=${() => open(chat.id)}
                />
              </li>
            `
          )}
        </ul>
        ${view.chats.length === 0 && html`
          <p class="empty">${view.you.name} is in no chat yet.</p>
        `}
      </nav>
    </section>
  `;
}

const KINDS = { private: "with the bot", group: "group", supergroup: "group", forum: "forum" };

function ChatLine({ chat, isOpen, tabIndex, onFocus, onOpen }) {
  return html`
    <button
      type="button"
      class="chat-line"
      tabindex=${tabIndex}
      aria-current=${isOpen ? "true" : null}
      onFocus=${onFocus}
      onClick=${onOpen}
    >
      <${Avatar} id=${chat.id} name=${chat.title} />
      <span class="chat-words">
        <span class="chat-top">
          <b>${chat.title}</b>
          <span class="quiet">${chat.at > 0 ? timeOfDay(chat.at) : ""}</span>
        </span>
        <span class="chat-top">
          <span class="chat-last">${chat.last || KINDS[chat.kind]}</span>
          ${chat.unread > 0 && html`
            <span class="badge">${chat.unread}<span class="unseen"> unread</span></span>
          `}
        </span>
      </span>
    </button>
  `;
}
