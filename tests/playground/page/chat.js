/** The middle pane: the chat that is open. */

import { html, useEffect, useState } from "./lib/standalone.js";
import { arrowKeys } from "./arrow_keys.js";
import { Avatar } from "./avatar.js";
import { ChatMenu } from "./chat_menu.js";
import { Composer } from "./composer.js";
import { useDesk } from "./desk.js";
import { MessageList } from "./message_list.js";
import { follow } from "./links.js";

/** @param {{ onBack: () => void }} props */
export function Chat({ onBack }) {
  const { view, act } = useDesk();
  const { open } = view;
  const [topic, setTopic] = useState(null);
  const [jumpTo, setJumpTo] = useState(null);
  const [reply, setReply] = useState(null);
  const newest = open?.bubbles.at(-1)?.key;
  useEffect(() => {
    setTopic(null);
    setReply(null);
  }, [open?.id, view.you.id]);
  useEffect(() => {
    if (open && document.visibilityState === "visible") act({ do: "read", chat: open.id });
  }, [open?.id, view.you.id, newest]);
  if (!open) {
    return html`
      <main class="pane chat none" aria-label="Chat">
        <p class="empty">Choose a chat.</p>
      </main>
    `;
  }
  const bubbles = topic === null
    ? open.bubbles
    : open.bubbles.filter(({ topicId }) => topicId === (topic === "general" ? null : topic));
  return html`
    <main class="pane chat" aria-label=${`Chat: ${open.title}`}>
      <${Header} open=${open} onBack=${onBack} />
      ${open.topics.length > 0 && html`
        <${Topics} topics=${open.topics} chosen=${topic} onChoose=${setTopic} />
      `}
      ${open.pinned && html`<${Pinned} pinned=${open.pinned} onJump=${setJumpTo} />`}
      <${LinkPressed} onJump=${setJumpTo} />
      <${MessageList}
        key=${`${view.you.id}:${open.id}`}
        bubbles=${bubbles}
        topics=${topic === null ? open.topics : []}
        jumpTo=${jumpTo}
        onJump=${setJumpTo}
        onReply=${setReply}
      />
      <${Composer}
        key=${`${view.you.id}:${open.id}:composer`}
        open=${open}
        topic=${typeof topic === "number" ? topic : null}
        reply=${reply}
        onReply=${setReply}
      />
    </main>
  `;
}

function Header({ open, onBack }) {
  const about = open.kind === "private"
    ? "bot"
    : `${open.members} ${open.members === 1 ? "member" : "members"}`;
  return html`
    <header class="chat-header">
      <button class="button icon back" type="button" aria-label="Back to the chats" onClick=${onBack}>
        <span aria-hidden="true">←</span>
      </button>
      <${Avatar} id=${open.id} name=${open.title} />
      <div class="who">
        <h2>${open.title}</h2>
        <span class="quiet">${about}</span>
      </div>
      ${open.kind !== "private" && html`<${ChatMenu} open=${open} />`}
    </header>
  `;
}

function Topics({ topics, chosen, onChoose }) {
  const all = [
    { id: null, name: "All" },
    { id: "general", name: "General" },
    ...topics,
  ];
  return html`
    <div
      class="topics"
      role="group"
      aria-label="Topics"
      onKeyDown=${(event) => arrowKeys(event, "button", "horizontal")}
    >
      ${all.map(({ id, name, closed }) =>
        html`
          <button
            key=${id}
            type="button"
            class="topic"
            aria-pressed=${id === chosen ? "true" : "false"}
            onClick=${() => onChoose(id)}
          >
            ${closed ? `${name} (closed)` : name}
          </button>
        `
      )}
    </div>
  `;
}

function Pinned({ pinned, onJump }) {
  const title = pinned.count > 1 ? `Pinned message (${pinned.count})` : "Pinned message";
  return html`
    <button class="pinned" type="button" onClick=${() => onJump({ key: pinned.key })}>
      <span aria-hidden="true">📌</span>
      <span class="pinned-words">
        <b>${title}</b>
        <span class="pinned-line">${pinned.line}</span>
      </span>
    </button>
  `;
}

/** A press that the bot answered with an address: it is followed once. */
function LinkPressed({ onJump }) {
  const desk = useDesk();
  const { url } = desk.messages.shown;
  useEffect(() => {
    if (!url) return;
    desk.messages.urlOpened();
    follow(url, { desk, jump: onJump });
  }, [url]);
  return null;
}
