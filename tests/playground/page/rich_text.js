/** Text with its formatting, as Telegram shows it; never read as HTML. */

import { html, useState } from "./lib/standalone.js";
import { useDesk } from "./desk.js";
import { follow, readLink } from "./links.js";
import { formatted, useNow } from "./moment.js";

/** @param {{ parts: import("../contract.ts").TextPart[], isActive: boolean, onJump: Function }} props */
export function RichText({ parts, isActive, onJump }) {
  return blocksOf(parts).map((block, at) => {
    const inner = block.parts.map((part, index) =>
      html`
        <${Part} key=${index} part=${part} isActive=${isActive} onJump=${onJump} />
      `
    );
    if (block.quote === undefined) return html`<span key=${at}>${inner}</span>`;
    if (block.quote === "open") return html`<blockquote key=${at}>${inner}</blockquote>`;
    return html`<${Folded} key=${at} isActive=${isActive}>${inner}<//>`;
  });
}

/** Neighbours of one quotation stand in one block; line breaks around a quotation are its own. */
function blocksOf(parts) {
  const blocks = [];
  for (const part of parts) {
    const last = blocks.at(-1);
    if (last && last.quote === part.quote) last.parts.push(part);
    else blocks.push({ quote: part.quote, parts: [part] });
  }
  return blocks.map((block, at) => trimmed(block, blocks, at)).filter(({ parts }) => parts.length);
}

function trimmed(block, blocks, at) {
  if (block.quote !== undefined) return block;
  const parts = [...block.parts];
  if (at > 0) parts[0] = { ...parts[0], text: parts[0].text.replace(/^\n/, "") };
  const last = parts.length - 1;
  if (at < blocks.length - 1) {
    parts[last] = { ...parts[last], text: parts[last].text.replace(/\n$/, "") };
  }
  return { ...block, parts: parts.filter(({ text, moment }) => text !== "" || moment) };
}

function Folded({ isActive, children }) {
  const [isOpen, setOpen] = useState(false);
  return html`
    <blockquote class=${isOpen ? "folding open" : "folding"}>
      <div class="folded">${children}</div>
      <button
        type="button"
        class="fold"
        tabindex=${isActive ? 0 : -1}
        aria-expanded=${isOpen ? "true" : "false"}
        onClick=${() => setOpen(!isOpen)}
      >
        ${isOpen ? "Less" : "More"}
      </button>
    </blockquote>
  `;
}

const TAGS = {
  bold: "b",
  italic: "i",
  underline: "u",
  strike: "s",
  code: "code",
  pre: "pre",
};

function Part({ part, isActive, onJump }) {
  let inner = part.moment ? html`<${Moment} moment=${part.moment} text=${part.text} />` : part.text;
  inner = html`<${Target} part=${part} isActive=${isActive} onJump=${onJump}>${inner}<//>`;
  for (const mark of part.marks) {
    if (mark === "spoiler") inner = html`<${Spoiler} isActive=${isActive}>${inner}<//>`;
    else if (TAGS[mark]) inner = html`<${TAGS[mark]}>${inner}<//>`;
  }
  return inner;
}

function Moment({ moment, text }) {
  const { view, seenAt } = useDesk();
  const now = useNow(view.clock, seenAt);
  const worded = formatted(moment.at, { format: moment.format, now });
  return html`<time datetime=${new Date(moment.at).toISOString()} title=${text}>${worded}</time>`;
}

/** What a piece of text leads to, if it leads anywhere. */
function Target({ part, isActive, onJump, children }) {
  const desk = useDesk();
  const tabIndex = isActive ? 0 : -1;
  const link = part.href ? readLink(part.href) : null;
  if (link?.kind === "away") {
    return html`
      <a href=${link.href} tabindex=${tabIndex} target="_blank" rel="noopener noreferrer">
        ${children}
      </a>
    `;
  }
  const press = link
    ? () => follow(part.href, { desk, jump: onJump })
    : part.command
    ? () => desk.act({ do: "say", chat: desk.view.open.id, text: part.command })
    : null;
  if (press) {
    return html`
      <button type="button" class="link" tabindex=${tabIndex} onClick=${press}>${children}</button>
    `;
  }
  if (part.person !== undefined) return html`<span class="mention">${children}</span>`;
  return children;
}

function Spoiler({ isActive, children }) {
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return html`<span>${children}</span>`;
  return html`
    <button
      type="button"
      class="spoiler"
      tabindex=${isActive ? 0 : -1}
      aria-label="Hidden text, press to read"
      onClick=${() => setOpen(true)}
    >
      <span aria-hidden="true">${children}</span>
    </button>
  `;
}
