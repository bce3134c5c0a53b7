/** A button that opens a panel; Escape and a press elsewhere close it. */

import { html, useRef, useState } from "/assets/lib/standalone.js";

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
        onToggle=${toggled}
      >
        ${children(close)}
      </div>
    </div>
  `;
}
