/** The messages of a chat: follows the newest, jumps to one, walks with the arrow keys. */

import { html, useEffect, useLayoutEffect, useRef, useState } from "./lib/standalone.js";
import { arrowKeys } from "./arrow_keys.js";
import { Bubble } from "./bubble.js";
import { dayOf } from "./moment.js";

/** Messages of one person within this time stand together, under one name. */
const TOGETHER_MS = 5 * 60_000;
/** Nearer to the end than this, the list follows what is new. */
const NEAR_END_PX = 80;

/**
 * @param {{
 *   bubbles: import("../contract.ts").Bubble[],
 *   topics: { id: number, name: string }[],
 *   jumpTo: { key: string } | { chat: number, messageId: number } | null,
 *   onJump: (place: unknown) => void,
 *   onReply: (bubble: import("../contract.ts").Bubble) => void,
 * }} props
 */
export function MessageList({ bubbles, topics, jumpTo, onJump, onReply }) {
  const list = useRef(null);
  const [active, setActive] = useState(null);
  const inTabOrder = bubbles.some(({ key }) => key === active) ? active : bubbles.at(-1)?.key;
  const isBehind = useFollowing(list, bubbles);
  useJump(list, { bubbles, jumpTo, onJump });
  const pressed = useKeptFocus(list);
  const toEnd = () => {
    list.current.scrollTop = list.current.scrollHeight;
    list.current.querySelector("article:last-of-type")?.focus({ preventScroll: true });
  };
  const keyDown = (event) => {
    if (event.target.matches("article")) arrowKeys(event, "article", "vertical");
  };
  return html`
    <div class="messages-frame">
      <section ref=${list} class="messages" aria-label="Messages" onKeyDown=${keyDown}>
        ${bubbles.length === 0 && html`<p class="empty">No messages here yet.</p>`}
        ${bubbles.flatMap((bubble, at) => {
          const before = bubbles[at - 1];
          return [
            startsDay(bubble, before) && html`
              <p key=${`day ${bubble.key}`} class="service">${dayOf(bubble.at)}</p>
            `,
            html`
              <${Bubble}
                key=${bubble.key}
                bubble=${bubble}
                follows=${isTogether(bubble, before)}
                topic=${topics.find(({ id }) => id === bubble.topicId)?.name}
                isActive=${bubble.key === inTabOrder}
                onActive=${() => setActive(bubble.key)}
                onPressed=${() => (pressed.current = bubble.key)}
                onJump=${onJump}
                onReply=${() => onReply(bubble)}
              />
            `,
          ];
        })}
      </section>
      ${isBehind && html`
        <button class="to-end" type="button" aria-label="To the newest message" onClick=${toEnd}>
          <span aria-hidden="true">↓</span>
        </button>
      `}
    </div>
  `;
}

const startsDay = (bubble, before) =>
  !before || new Date(bubble.at).toDateString() !== new Date(before.at).toDateString();

const isTogether = (bubble, before) =>
  before !== undefined && !before.isService && !startsDay(bubble, before) &&
  before.from?.id === bubble.from?.id && bubble.at - before.at < TOGETHER_MS &&
  before.topicId === bubble.topicId && before.isEphemeral === bubble.isEphemeral;

/** Stays at the end when it was there; tells whether it is not. */
function useFollowing(list, bubbles) {
  const atEnd = useRef(true);
  const [isBehind, setBehind] = useState(false);
  useEffect(() => {
    const element = list.current;
    const look = () => {
      const rest = element.scrollHeight - element.scrollTop - element.clientHeight;
      atEnd.current = rest < NEAR_END_PX;
      setBehind(!atEnd.current);
    };
    const stay = () => {
      if (atEnd.current) element.scrollTop = element.scrollHeight;
    };
    element.addEventListener("scroll", look, { passive: true });
    const size = new ResizeObserver(stay);
    size.observe(element);
    return () => {
      element.removeEventListener("scroll", look);
      size.disconnect();
    };
  }, []);
  useLayoutEffect(() => {
    if (atEnd.current) list.current.scrollTop = list.current.scrollHeight;
  }, [bubbles]);
  return isBehind;
}

/** Brings a message into view, lights it up and gives it the focus. */
function useJump(list, { bubbles, jumpTo, onJump }) {
  useEffect(() => {
    if (!jumpTo) return;
    const target = bubbles.find(({ key, messageId }) =>
      "key" in jumpTo ? key === jumpTo.key : messageId === jumpTo.messageId
    );
    const element = target &&
      [...list.current.querySelectorAll("article")].find(({ dataset }) =>
        dataset.key === target.key
      );
    if (!element) return;
    onJump(null);
    element.scrollIntoView({ block: "center" });
    element.focus({ preventScroll: true });
    element.classList.add("lit");
    setTimeout(() => element.classList.remove("lit"), 1500);
  }, [jumpTo, bubbles]);
}

/** A pressed button that is replaced leaves the focus on its message, not nowhere. */
function useKeptFocus(list) {
  const pressed = useRef(null);
  useLayoutEffect(() => {
    if (pressed.current === null || document.activeElement !== document.body) return;
    const element = [...list.current.querySelectorAll("article")].find(({ dataset }) =>
      dataset.key === pressed.current
    );
    pressed.current = null;
    element?.focus({ preventScroll: true });
  });
  return pressed;
}
