/** A button that opens a panel; Escape and a press elsewhere close it. */

import { html, useRef, useState } from "/assets/lib/standalone.js";

/**
 * @param {{
 *   id: string,
 *   label: unknown,
 *   name: string,
 *   className?: string,
 *   children: (close: () => void) => unknown,
 * }} props `name`: what the button and the panel are called for those who don't see the label.
 */
export function Popover({ id, label, name, className = "", children }) {
  const panel = useRef(null);
  const [isOpen, setOpen] = useState(false);
  const close = () => panel.current.hidePopover();
  const toggled = ({ newState }) => {
    setOpen(newState === "open");
    if (newState === "open") panel.current.querySelector("button, input, a")?.focus();
  };
  return html`
    <div class=${`menu ${className}`}>
      <button
        class="button"
        type="button"
        popovertarget=${id}
        aria-expanded=${isOpen ? "true" : "false"}
        aria-label=${name}
        title=${name}
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
        onToggle=${toggled}
      >
        ${children(close)}
      </div>
    </div>
  `;
}
