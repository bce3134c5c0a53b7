/** Where one writes: replies, edits, commands, files, the bot's own keyboard. */

import { html, useEffect, useRef, useState } from "./lib/standalone.js";
import { AttachMenu } from "./attach.js";
import { CommandMenu, matching } from "./command_menu.js";
import { useDesk } from "./desk.js";
import { ReplyKeyboard } from "./reply_keyboard.js";

/** What was begun, by person and chat. */
const drafts = new Map();

/**
 * @param {{
 *   open: import("../contract.ts").OpenChat,
 *   topic: number | null,
 *   reply: import("../contract.ts").Bubble | null,
 *   onReply: (bubble: import("../contract.ts").Bubble | null) => void,
 * }} props
 */
export function Composer({ open, topic, reply, onReply }) {
  const { act, as } = useDesk();
  const field = useRef(null);
  const draft = `${as}:${open.id}`;
  const [text, setText] = useState(drafts.get(draft) ?? "");
  const [edits, setEdits] = useState(null);
  const asks = useForceReply(open, { field, reply });
  useEffect(() => void drafts.set(draft, edits ? "" : text), [text, edits]);
  useEffect(() => {
    if (reply) field.current?.focus();
  }, [reply]);
  const menu = useCommandMenu(open.commands, { text, setText, field });
  if (open.needsStart) return html`<${StartButton} />`;
  if (!open.mayWrite) {
    return html`<p class="composer closed" id="message" tabindex="-1">You can't write here.</p>`;
  }

  const answers = reply?.messageId ?? asks.current?.messageId;
  const clear = () => {
    setText("");
    setEdits(null);
    onReply(null);
    asks.dismiss();
  };
  const send = async () => {
    const words = text.trim();
    if (!words) return;
    clear();
    const { ok } = edits
      ? await act({ do: "edit", chat: open.id, messageId: edits.messageId, text: words })
      : await act({
        do: "say",
        chat: open.id,
        text: words,
        ...(answers === undefined ? {} : { replyTo: answers }),
        ...(topic === null ? {} : { topic }),
      });
    if (!ok) setText(words);
  };
  const editLast = () => {
    const own = open.bubbles.findLast(({ isOwn, isService, parts }) =>
      isOwn && !isService && parts.length > 0
    );
    if (!own) return;
    setEdits(own);
    setText(own.parts.map((part) => part.text).join(""));
  };
  const keyDown = (event) => {
    if (event.isComposing || menu.keyDown(event)) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      send();
    } else if (event.key === "Escape" && (edits || answers !== undefined)) {
      if (edits) setText("");
      setEdits(null);
      onReply(null);
      asks.dismiss();
    } else if (event.key === "ArrowUp" && text === "" && !edits) {
      event.preventDefault();
      editLast();
    }
  };
  return html`
    <form
      class="composer"
      aria-label="Write a message"
      onSubmit=${(event) => {
        event.preventDefault();
        send();
      }}
    >
      <${CommandMenu} menu=${menu} />
      <${About} reply=${reply} asks=${asks.current} edits=${edits} open=${open} onClose=${clear} />
      <div class="composer-row">
        <${AttachMenu} open=${open} caption=${text} onSent=${clear} />
        <textarea
          id="message"
          ref=${field}
          rows="1"
          maxlength="4096"
          placeholder=${asks.current?.placeholder || open.replyKeyboard?.placeholder || "Message"}
          aria-label="Message"
          aria-autocomplete="list"
          aria-controls=${menu.isOpen ? "commands" : null}
          aria-activedescendant=${menu.isOpen ? `command-${menu.at}` : null}
          value=${text}
          onInput=${({ currentTarget }) => setText(currentTarget.value)}
          onKeyDown=${keyDown}
        ></textarea>
        <button
          class="button primary send"
          type="submit"
          disabled=${text.trim() === ""}
          aria-label=${edits ? "Save the change" : "Send"}
        >
          <span aria-hidden="true">${edits ? "✓" : "➤"}</span>
        </button>
      </div>
      ${open.replyKeyboard && html`<${ReplyKeyboard} open=${open} />`}
    </form>
  `;
}

function StartButton() {
  const { act } = useDesk();
  return html`
    <div class="composer closed">
      <button id="message" class="button primary wide" type="button" onClick=${() =>
        act({ do: "start" })}>
        Start
      </button>
    </div>
  `;
}

/** The bot's question opens the field, once; a reply of one's own goes before it. */
function useForceReply({ forceReply }, { field, reply }) {
  const [dismissed, setDismissed] = useState(null);
  const key = forceReply?.key ?? null;
  useEffect(() => {
    if (key !== null) field.current?.focus();
  }, [key]);
  return {
    current: reply || key === dismissed ? null : forceReply,
    dismiss: () => setDismissed(key),
  };
}

/** What the message will be: a reply, an answer to the bot, a change. */
function About({ reply, asks, edits, open, onClose }) {
  const target = edits ?? reply ?? (asks && open.bubbles.find(({ key }) => key === asks.key));
  if (!target && !asks) return null;
  const title = edits ? "Edit message" : `Reply to ${target?.from?.name ?? "the bot"}`;
  const line = target?.parts.map(({ text }) => text).join("") ?? "";
  return html`
    <div class="about">
      <p><b>${title}</b><span>${line}</span></p>
      <button class="button icon" type="button" aria-label="Cancel" onClick=${onClose}>
        <span aria-hidden="true">✕</span>
      </button>
    </div>
  `;
}

function useCommandMenu(commands, { text, setText, field }) {
  const [at, setAt] = useState(0);
  const [closedFor, setClosedFor] = useState(null);
  const found = closedFor === text ? [] : matching(commands, text);
  const isOpen = found.length > 0;
  useEffect(() => setAt(0), [text]);
  const choose = (command) => {
    const chosen = `/${command.name} `;
    setText(chosen);
    setClosedFor(chosen);
    field.current?.focus();
  };
  const keys = {
    ArrowDown: () => setAt((at + 1) % found.length),
    ArrowUp: () => setAt((at + found.length - 1) % found.length),
    Escape: () => setClosedFor(text),
    Tab: () => choose(found[at] ?? found[0]),
    Enter: () => choose(found[at] ?? found[0]),
  };
  const keyDown = (event) => {
    // A command that is written out is sent.
    const isWhole = event.key === "Enter" && text === `/${found[at]?.name}`;
    if (!isOpen || isWhole || event.shiftKey || !Object.hasOwn(keys, event.key)) return false;
    event.preventDefault();
    keys[event.key]();
    return true;
  };
  const openAll = () => {
    setClosedFor(null);
    setText("/");
    field.current?.focus();
  };
  return {
    isOpen,
    found,
    at: Math.min(at, Math.max(0, found.length - 1)),
    choose,
    keyDown,
    openAll,
  };
}
