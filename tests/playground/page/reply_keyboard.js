/** The bot's keyboard under the field: words to say, people to choose. */

import { html, useState } from "./lib/standalone.js";
import { useDesk } from "./desk.js";
import { PeoplePicker } from "./people_picker.js";

/** @param {{ open: import("../contract.ts").OpenChat }} props */
export function ReplyKeyboard({ open }) {
  const { act } = useDesk();
  const [picks, setPicks] = useState(null);
  const press = (button) => {
    if (button.picksUsers) setPicks(button);
    else act({ do: "say", chat: open.id, text: button.text });
  };
  const picked = (users) => {
    setPicks(null);
    act({ do: "pick_users", chat: open.id, users });
  };
  return html`
    <div class="reply-keyboard" role="group" aria-label="Keyboard of the bot">
      ${open.replyKeyboard.rows.map((row, at) =>
        html`
          <div key=${at} class="keyboard-row">
            ${row.map((button) =>
              html`
                <button
                  key=${button.text}
                  class="button"
                  type="button"
                  onClick=${() => press(button)}
                >
                  ${button.text}
                </button>
              `
            )}
          </div>
        `
      )}
    </div>
    ${picks && html`
      <${PeoplePicker}
        title=${picks.text}
        most=${picks.picksUsers.most}
        button="Send"
        onPicked=${picked}
        onClose=${() => setPicks(null)}
      />
    `}
  `;
}
