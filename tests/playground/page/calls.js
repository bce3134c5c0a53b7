/** Every call of the Bot API and every update as it passes, the newest first. */

import { html, useState } from "./lib/standalone.js";
import { useDesk } from "./desk.js";
import { timeToTheSecond } from "./moment.js";

/** The list of calls and updates, with a filter. */
export function Calls() {
  const { lines } = useDesk();
  const [wanted, setWanted] = useState("");
  const words = wanted.trim().toLowerCase();
  const shown = lines.filter((line) =>
    line.kind !== "log" && (words === "" || nameOf(line).toLowerCase().includes(words))
  );
  return html`
    <label class="field filter">
      <span class="unseen">Filter by method or update</span>
      <input
        type="search"
        placeholder="Filter by method or update"
        value=${wanted}
        onInput=${({ currentTarget }) => setWanted(currentTarget.value)}
      />
    </label>
    ${shown.length === 0 && html`<p class="empty">Nothing has passed yet.</p>`}
    <ol class="plain lines" aria-label="Calls and updates, the newest first">
      ${inRuns(shown).map(({ line, times }) =>
        html`
          <li key=${line.id}>
            <${Line} line=${line} times=${times} />
          </li>
        `
      )}
    </ol>
  `;
}

/** Neighbours that say the same stand together: what is asked each minute would hide the rest. */
function inRuns(lines) {
  const runs = [];
  for (const line of lines) {
    const last = runs.at(-1);
    if (last && signature(last.line) === signature(line)) last.times++;
    else runs.push({ line, times: 1 });
  }
  return runs;
}

const signature = (line) => [line.kind, nameOf(line), aboutOf(line), line.ok].join(" ");

const nameOf = (line) => line.kind === "call" ? line.method : line.type;

function Line({ line, times }) {
  const [isOpen, setOpen] = useState(false);
  const isCall = line.kind === "call";
  const result = isCall ? (line.ok ? "ok" : "failed") : "update";
  const arrow = isCall ? "→" : "←";
  const told = isCall ? "Bot to Telegram" : "Telegram to bot";
  return html`
    <details class=${`line ${result}`} onToggle=${({ currentTarget }) =>
      setOpen(currentTarget.open)}>
      <summary>
        <span class="arrow" title=${told}>
          <span aria-hidden="true">${arrow}</span><span class="unseen">${told}: </span>
        </span>
        <span class="line-name">
          ${nameOf(line)}${times > 1 && html`<span class="tag">${`${times} times`}</span>`}
        </span>
        <span class="line-about">${aboutOf(line)}</span>
        ${isCall &&
          html`<span class=${`result ${result}`}>${line.ok ? "ok" : errorOf(line)}</span>`}
        <span class="quiet line-time">
          ${`${line.ms === null ? "" : `${Math.round(line.ms)} ms · `}${timeToTheSecond(line.at)}`}
        </span>
      </summary>
      ${isOpen && html`<${Contents} line=${line} />`}
    </details>
  `;
}

function Contents({ line }) {
  if (line.kind === "update") return html`<${Json} title="Update" value=${line.update} />`;
  return html`
    <${Json} title="Parameters" value=${line.params} />
    <${Json} title="Answer" value=${line.answer} />
  `;
}

function Json({ title, value }) {
  return html`
    <p class="json-title">${title}</p>
    <pre class="json" tabindex="0" role="region" aria-label=${title}>${readable(value)}</pre>
  `;
}

/** JSON within JSON (`reply_markup`) is opened too. */
function readable(value) {
  return JSON.stringify(value, (_key, inner) => {
    if (typeof inner !== "string" || !/^[[{]/.test(inner)) return inner;
    try {
      return JSON.parse(inner);
    } catch {
      return inner;
    }
  }, 2) ?? "nothing";
}

/** What it is about, in a few words: the text, else the chat. */
function aboutOf(line) {
  if (line.kind === "call") {
    const { text, caption, chat_id } = line.params ?? {};
    return withoutTags(text ?? caption ?? (chat_id === undefined ? "" : `chat ${chat_id}`));
  }
  const inner = line.update?.[line.type] ?? {};
  const { text, caption, data, new_chat_member: member } = inner;
  const words = text ?? caption ?? data ??
    (member && `${member.user.first_name}: ${member.status}`);
  return String(words ?? Object.keys(inner).find((key) => !ENVELOPE.includes(key)) ?? "");
}

/** What every message has; what is beside it says what the message is. */
const ENVELOPE = ["message_id", "message_thread_id", "from", "chat", "date", "sender_chat"];

const withoutTags = (text) => String(text).replace(/<[^>]+>/g, "");

function errorOf({ answer }) {
  return answer?.error_code ? String(answer.error_code) : "failed";
}
