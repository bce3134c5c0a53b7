/** One message. */

import { html, useState } from "./lib/standalone.js";
import { arrowKeys } from "./arrow_keys.js";
import { Avatar, colourOf } from "./avatar.js";
import { useDesk } from "./desk.js";
import { follow, readLink } from "./links.js";
import { timeOfDay } from "./moment.js";
import { RichText } from "./rich_text.js";

/**
 * @param {{
 *   bubble: import("../contract.ts").Bubble,
 *   follows: boolean,
 *   topic?: string,
 *   isActive: boolean,
 *   onActive: () => void,
 *   onPressed: () => void,
 *   onJump: (place: unknown) => void,
 *   onReply: () => void,
 * }} props `follows`: stands under the one before, of the same person. `isActive`: its controls are in
 *   the tab order.
 */
export function Bubble(props) {
  const { bubble, isActive, onActive } = props;
  const common = {
    "data-key": bubble.key,
    tabIndex: isActive ? 0 : -1,
    onFocusCapture: onActive,
  };
  if (bubble.isService) {
    return html`
      <article ...${common} class="service" aria-label="Notice">
        <${Words} ...${props} />
      </article>
    `;
  }
  const { from, isOwn, isEphemeral } = bubble;
  const name = from?.name ?? "Somebody";
  const classes = [
    "message",
    isOwn ? "own" : "",
    props.follows ? "follows" : "",
    isEphemeral ? "ephemeral" : "",
  ].filter(Boolean).join(" ");
  return html`
    <article ...${common} class=${classes} aria-label=${spoken(bubble, name)}>
      ${!isOwn && html`<${Avatar} id=${from?.id ?? 0} name=${name} small />`}
      <div class="column">
        <div class="bubble">
          ${!isOwn && !props.follows && html`<${Sender} from=${from} name=${name} />`}
          ${props.topic && html`<p class="in-topic"># ${props.topic}</p>`}
          ${isEphemeral && html`
            <p class="only-you"><span aria-hidden="true">👁</span> Only you see this</p>
          `}
          ${bubble.replyTo && html`<${Quoted} ...${props} />`}
          <${Attachments} attachments=${bubble.attachments} />
          <div class="words"><${Words} ...${props} /></div>
          <${Foot} bubble=${bubble} />
        </div>
        ${bubble.keyboard.length > 0 && html`<${Keyboard} ...${props} />`}
      </div>
      ${!isEphemeral && html`
        <button
          type="button"
          class="button icon reply"
          tabindex=${isActive ? 0 : -1}
          aria-label=${`Reply to ${name}`}
          title="Reply"
          onClick=${props.onReply}
        >
          <span aria-hidden="true">↩</span>
        </button>
      `}
    </article>
  `;
}

const spoken = ({ isOwn, at }, name) => `${isOwn ? "You" : name}, ${timeOfDay(at)}`;

function Sender({ from, name }) {
  return html`
    <p class=${`sender text-${colourOf(from?.id ?? 0)}`}>
      ${name}${from?.isBot && html`
        <span class="tag">bot</span>
      `}
    </p>
  `;
}

function Words({ bubble, isActive, onJump }) {
  return html`<${RichText} parts=${bubble.parts} isActive=${isActive} onJump=${onJump} />`;
}

function Quoted({ bubble, isActive, onJump }) {
  const { key, name, line } = bubble.replyTo;
  return html`
    <button
      type="button"
      class="quoted"
      tabindex=${isActive ? 0 : -1}
      onClick=${() => onJump({ key })}
    >
      <span class="unseen">In reply to </span>
      <b>${name}</b>
      <span>${line}</span>
    </button>
  `;
}

const ICONS = { photo: "🖼", video: "🎞", voice: "🎙", audio: "🎵" };

function Attachments({ attachments }) {
  return attachments.map(({ kind, name }, at) =>
    html`
      <p key=${at} class=${`attachment ${kind}`}>
        <span class="attachment-icon" aria-hidden="true">${ICONS[kind] ?? "📄"}</span>
        <span>
        <b>${name}</b>
        ${name !== kind && html`<span class="quiet">${kind}</span>`}
        </span>
      </p>
    `
  );
}

function Foot({ bubble: { at, editedAt, isPinned } }) {
  return html`
    <p class="foot">
      ${isPinned && html`<span role="img" aria-label="pinned">📌</span>`}
      ${editedAt !== null && html`<span>edited</span>`}
      <time datetime=${new Date(at).toISOString()}>${timeOfDay(at)}</time>
    </p>
  `;
}

function Keyboard({ bubble, isActive, onPressed, onJump }) {
  return html`
    <div
      class="keyboard"
      role="group"
      aria-label="Buttons of the message"
      onKeyDown=${(event) => arrowKeys(event, ".inline-button", "both")}
    >
      ${bubble.keyboard.map((row, at) =>
        html`
          <div key=${at} class="keyboard-row">
            ${row.map((button) =>
              html`
                <${InlineButton}
                  key=${`${button.column} ${button.text}`}
                  bubble=${bubble}
                  button=${button}
                  isActive=${isActive}
                  onPressed=${onPressed}
                  onJump=${onJump}
                />
              `
            )}
          </div>
        `
      )}
    </div>
  `;
}

function InlineButton({ bubble, button, isActive, onPressed, onJump }) {
  const desk = useDesk();
  const [isBusy, setBusy] = useState(false);
  const common = {
    class: `inline-button ${button.style ?? ""}`,
    tabIndex: isActive ? 0 : -1,
  };
  const link = button.url ? readLink(button.url) : null;
  if (link?.kind === "away") {
    return html`
      <a ...${common} href=${link.href} target="_blank" rel="noopener noreferrer">
        ${button.text}<span aria-hidden="true" class="corner">↗</span>
      </a>
    `;
  }
  const press = async () => {
    if (link) return follow(button.url, { desk, jump: onJump });
    if (isBusy) return;
    onPressed();
    setBusy(true);
    const { row, column, text, data } = button;
    const chat = desk.view.open.id;
    await desk.act({ do: "press", chat, key: bubble.key, row, column, text, data });
    setBusy(false);
  };
  return html`
    <button ...${common} type="button" aria-busy=${isBusy ? "true" : null} onClick=${press}>
      ${button.text}${link && html`<span aria-hidden="true" class="corner">↗</span>`}
    </button>
  `;
}
