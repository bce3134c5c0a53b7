/** A button that opens a panel; Escape and a press elsewhere close it. */

import { html, useRef, useState } from "./lib/standalone.js";

/**
 * @param {{
 *   id: string,
 *   label: unknown,
 *   name: string,
 *   className?: string,
 *   isIcon?: boolean,
 *   children: (close: () => void) => unknown,
 * }} props `name`: what the panel is called, and the button too where its label is an icon.
 */
export function Popover({ id, label, name, className = "", isIcon = false, children }) {
  const panel = useRef(null);
  const [isOpen, setOpen] = useState(false);
  const button = useRef(null);
  const close = () => panel.current.hidePopover();
  const opens = ({ newState }) => {
    if (newState === "open") place(panel.current, button.current.getBoundingClientRect());
  };
  const toggled = ({ newState }) => {
    setOpen(newState === "open");
    if (newState === "open") panel.current.querySelector("button, input, a")?.focus();
  };
  return html`
    <div class=${`menu ${className}`}>
      <button
        ref=${button}
        class="button"
        type="button"
        popovertarget=${id}
        aria-expanded=${isOpen ? "true" : "false"}
        aria-label=${isIcon ? name : null}
        title=${isIcon ? name : null}
      >
        ${label}
      </button>
      <div
        ref=${panel}
        id=${id}
        popover="auto"
        class="panel"
        role="dialog"
        aria-label=${name}
        onBeforeToggle=${opens}
        onToggle=${toggled}
      >
        ${children(close)}
      </div>
    </div>
  `;
}

const GAP = 8;

/** Under its button, or above where there is more room; never out of the page. */
function place({ style }, { top, bottom, left, right }) {
  const isLow = top > innerHeight / 2;
  style.top = isLow ? "auto" : `${bottom + GAP / 2}px`;
  style.bottom = isLow ? `${innerHeight - top + GAP / 2}px` : "auto";
  const isRight = left + right > innerWidth;
  style.left = isRight ? "auto" : `${Math.max(GAP, left)}px`;
  style.right = isRight ? `${Math.max(GAP, innerWidth - right)}px` : "auto";
  style.maxHeight = `${(isLow ? top : innerHeight - bottom) - 2 * GAP}px`;
}
