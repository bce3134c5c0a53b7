/** Arrow keys within a list of things that can have the focus; one of them is in the tab order. */

const STEPS = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 };

/**
 * Moves the focus among the elements of `event.currentTarget` that `selector` finds.
 *
 * @param {KeyboardEvent} event
 * @param {string} selector
 * @param {"vertical" | "horizontal" | "both"} [along]
 */
export function arrowKeys(event, selector, along = "both") {
  const items = [...event.currentTarget.querySelectorAll(selector)];
  const at = items.indexOf(document.activeElement);
  if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
  const next = target(event.key, { at, last: items.length - 1, along });
  if (next === null) return;
  event.preventDefault();
  items[next].focus();
}

function target(key, { at, last, along }) {
  if (key === "Home") return 0;
  if (key === "End") return last;
  const isVertical = key === "ArrowUp" || key === "ArrowDown";
  if (!(key in STEPS) || (along === "vertical") !== isVertical && along !== "both") return null;
  return Math.min(last, Math.max(0, at + STEPS[key]));
}
