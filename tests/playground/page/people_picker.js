/** Chooses among the people of the playground. */

import { html, useState } from "./lib/standalone.js";
import { Avatar } from "./avatar.js";
import { Dialog } from "./dialog.js";
import { useDesk } from "./desk.js";

/**
 * @param {{
 *   title: string,
 *   most: number,
 *   button: string,
 *   onPicked: (ids: number[]) => void,
 *   onClose: () => void,
 * }} props `most`: how many may be chosen.
 */
export function PeoplePicker({ title, most, button, onPicked, onClose }) {
  const { view } = useDesk();
  const [chosen, setChosen] = useState([]);
  const toggle = (id) => {
    if (chosen.includes(id)) return setChosen(chosen.filter((other) => other !== id));
    // One more than may be takes the place of the one before.
    setChosen([...chosen, id].slice(-most));
  };
  const submit = (event) => {
    event.preventDefault();
    onPicked(chosen);
  };
  return html`
    <${Dialog} title=${title} onClose=${onClose}>
      <form onSubmit=${submit}>
        <fieldset class="picker">
          <legend class="quiet">${most === 1 ? "One person" : `Up to ${most} people`}</legend>
          ${view.cast.filter(({ id }) => id !== view.you.id).map(({ id, name, part }) =>
            html`
              <label key=${id} class="row">
                <input
                  type="checkbox"
                  checked=${chosen.includes(id)}
                  onChange=${() => toggle(id)}
                />
                <${Avatar} id=${id} name=${name} small />
                <span class="who">
                  <b>${name}</b>
                  <span class="quiet">${part}</span>
                </span>
              </label>
            `
          )}
        </fieldset>
        <div class="dialog-buttons">
          <button class="button" type="button" onClick=${onClose}>Cancel</button>
          <button class="button primary" type="submit" disabled=${chosen.length === 0}>
            ${button}
          </button>
        </div>
      </form>
      <//>
  `;
}
