/** A dialogue over the page: keeps the focus, closes with Escape, gives the focus back. */

import { html, useEffect, useRef } from "./lib/standalone.js";

/** @param {{ title: string, role?: string, onClose: () => void, children: unknown }} props */
export function Dialog({ title, role = "dialog", onClose, children }) {
  const element = useRef(null);
  useEffect(() => {
    const before = document.activeElement;
    element.current.showModal();
    return () => {
      // A control that is gone can't take it back.
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  const cancel = (event) => {
    event.preventDefault();
    onClose();
  };
  return html`
    <dialog ref=${element} class="dialog" role=${role} aria-label=${title} onCancel=${cancel}>
      <h2>${title}</h2>
      ${children}
    </dialog>
  `;
}

/** Asks for one line of text. */
export function Question({ title, label, button, value = "", onAnswer, onClose }) {
  const input = useRef(null);
  const submit = (event) => {
    event.preventDefault();
    const answer = input.current.value.trim();
    if (answer) onAnswer(answer);
  };
  return html`
    <${Dialog} title=${title} onClose=${onClose}>
      <form onSubmit=${submit}>
        <label class="field">
          <span>${label}</span>
          <input ref=${input} type="text" maxlength="64" required autofocus
            defaultValue=${value} />
        </label>
        <div class="dialog-buttons">
          <button class="button" type="button" onClick=${onClose}>Cancel</button>
          <button class="button primary" type="submit">${button}</button>
        </div>
      </form>
      <//>
  `;
}
