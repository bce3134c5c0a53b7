/** Toasts, alerts, and what a screen reader is told. */

import { html, useEffect, useMemo, useRef, useState } from "./lib/standalone.js";
import { Dialog } from "./dialog.js";

const TOAST_MS = 5000;

/** @returns Ways to tell the person something, and what is shown just now. */
export function useMessages() {
  const [shown, setShown] = useState({ toast: null, alert: null, url: null, said: "" });
  const timer = useRef(0);
  const tell = useMemo(() => {
    const change = (part) => setShown((old) => ({ ...old, ...part }));
    const toast = (text) => {
      clearTimeout(timer.current);
      change({ toast: text });
      timer.current = setTimeout(() => change({ toast: null }), TOAST_MS);
    };
    return {
      toast,
      /** @param {NonNullable<import("../contract.ts").ActAnswer["toast"]>} answer */
      answer: (answer) => {
        if ("missing" in answer) return toast("The bot did not answer the press.");
        if (answer.url) change({ url: answer.url });
        if (answer.alert) change({ alert: answer.text });
        else if (answer.text) toast(answer.text);
      },
      /** Read aloud, not shown. */
      say: (text) => change({ said: text }),
      close: () => change({ alert: null }),
      urlOpened: () => change({ url: null }),
    };
  }, []);
  return { ...tell, shown };
}

/** What {@linkcode useMessages} has to show. */
export function Messages({ messages }) {
  const { toast, alert, said } = messages.shown;
  return html`
    <div class="toasts" role="status" aria-live="polite">
      ${toast && html`<p class="toast">${toast}</p>`}
    </div>
    <div class="unseen" aria-live="polite">${said}</div>
    ${alert !== null && html`
      <${Dialog} title="Tocsin" role="alertdialog" onClose=${messages.close}>
        <p class="alert-text">${alert}</p>
        <div class="dialog-buttons">
          <button class="button primary" type="button" onClick=${messages.close}>OK</button>
        </div>
        <//>
    `}
  `;
}

/** Tells a screen reader what others have written since the last view of the same chat. */
export function useAnnouncer(open, say) {
  const last = useRef({ chat: null, keys: new Set() });
  useEffect(() => {
    if (!open) return;
    const { chat, keys } = last.current;
    const fresh = open.bubbles.filter(({ key, isOwn }) => !keys.has(key) && !isOwn);
    if (chat === open.id && fresh.length > 0) {
      say(
        fresh.map((bubble) =>
          `${bubble.from?.name ?? ""}: ${bubble.parts.map(({ text }) => text).join("")}`
        ).join("\n"),
      );
    }
    last.current = { chat: open.id, keys: new Set(open.bubbles.map(({ key }) => key)) };
  }, [open]);
}
