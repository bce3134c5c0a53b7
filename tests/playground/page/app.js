/** The whole page: three panes, or one at a time where there is no room for more. */

import { html, useCallback, useEffect, useState } from "./lib/standalone.js";
import { Chat } from "./chat.js";
import { Chats } from "./chats.js";
import { Desk, useServer } from "./desk.js";
import { MachineRoom } from "./machine_room.js";
import { Messages, useAnnouncer } from "./messages.js";
import { StoryBar } from "./stories.js";
import { TopBar } from "./top_bar.js";

const PANES = [["chats", "Chats"], ["chat", "Chat"], ["machine", "Machine room"]];
/** From this width on the chat is seen beside the list of chats. */
const TWO_PANES = "(min-width: 45rem)";

/** Everything. */
export function App() {
  const desk = useServer();
  const { view, connected, messages } = desk;
  const [pane, setPane] = useState(desk.address.chat === null ? "chats" : "chat");
  useAnnouncer(view?.open, messages.say);
  useFirstChat(desk);
  useTitle(view);
  const toChat = useCallback(() => setPane("chat"), []);
  if (!view) return html`<p class="waiting" role="status">Opening the playground …</p>`;
  return html`
    <${Desk.Provider} value=${desk}>
      <${SkipLinks} onPane=${setPane} />
      <div class="page" data-pane=${pane}>
        <${TopBar} />
        ${!connected && html`
          <p class="strip bad" role="alert">The playground can't be reached; trying again …</p>
        `}
        <${Trouble} view=${view} />
        <${StoryBar} />
        <div class="panes">
          <${Chats} onOpen=${toChat} />
          <${Chat} onBack=${() => setPane("chats")} />
          <${MachineRoom} />
        </div>
        <${PaneBar} pane=${pane} onPane=${setPane} unread=${unreadElsewhere(view)} />
        <${Messages} messages=${messages} />
      </div>
      <//>
  `;
}

function SkipLinks({ onPane }) {
  const jump = (event, pane) => {
    event.preventDefault();
    onPane(pane);
    // The pane may have been hidden until now.
    setTimeout(() => document.getElementById(event.target.hash.slice(1))?.focus());
  };
  return html`
    <nav class="skip" aria-label="Skip links">
      <a href="#chats" onClick=${(event) => jump(event, "chats")}>To the chats</a>
      <a href="#message" onClick=${(event) => jump(event, "chat")}>To the message field</a>
      <a href="#machine" onClick=${(event) => jump(event, "machine")}>To the machine room</a>
    </nav>
  `;
}

function PaneBar({ pane, onPane, unread }) {
  return html`
    <nav class="pane-bar" aria-label="Panes">
      ${PANES.map(([id, name]) =>
        html`
          <button
            key=${id}
            type="button"
            aria-current=${pane === id ? "page" : null}
            onClick=${() => onPane(id)}
          >
            ${name}
            ${id === "chats" && unread > 0 && html`
              <span class="badge">${unread}<span class="unseen"> unread</span></span>
            `}
          </button>
        `
      )}
    </nav>
  `;
}

/** What is broken just now, and what is done about it. */
function Trouble({ view }) {
  const stopped = view.program !== "running";
  const notice = view.notice ?? (stopped ? STATES[view.program] : null);
  return html`
    <div role="status" class="strips">
      ${notice && html`<p class="strip warn"><span aria-hidden="true">⚠</span> ${notice}</p>`}
    </div>
  `;
}

const STATES = {
  stopped: "The program is stopped. Telegram keeps the updates until it is back.",
  starting: "The program is starting again and catches up with what it missed.",
};

const unreadElsewhere = ({ chats, open }) =>
  chats.reduce((sum, { id, unread }) => sum + (id === open?.id ? 0 : unread), 0);

/** Where there is room for it, some chat is always open. */
function useFirstChat({ view, address, openChat }) {
  useEffect(() => {
    const first = view?.chats[0];
    const none = address.chat === null && !view?.open;
    if (first && none && matchMedia(TWO_PANES).matches) openChat(first.id, { replace: true });
  }, [view?.you.id, address.chat]);
}

function useTitle(view) {
  useEffect(() => {
    if (!view) return;
    const unread = unreadElsewhere(view);
    document.title = [
      unread > 0 ? `(${unread}) ` : "",
      view.open ? `${view.open.title} · ` : "",
      `${view.you.name} · Tocsin playground`,
    ].join("");
  }, [view]);
}
