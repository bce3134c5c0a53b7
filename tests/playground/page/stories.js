/** Stories that are played step by step, and the recording of new ones. */

import { html, useState } from "./lib/standalone.js";
import { Question } from "./dialog.js";
import { useDesk } from "./desk.js";
import { Popover } from "./popover.js";

/** Chooses a story. */
export function StoryMenu() {
  const { view, run } = useDesk();
  const choose = (id, close) => {
    close();
    run({ do: "story", id });
  };
  const label = html`<span aria-hidden="true">▶</span> Stories`;
  return html`
    <${Popover} id="stories" name="Stories" label=${label}>
      ${(close) =>
        html`
          <h2>Play a story</h2>
          ${view.stories.length === 0 && html`<p class="quiet">There are none.</p>`}
          <ul class="plain">
            ${view.stories.map(({ id, name, steps }) =>
              html`
                <li key=${id}>
                  <button class="row" type="button" onClick=${() => choose(id, close)}>
                    <span>${name}</span>
                    <span class="quiet">${steps} steps</span>
                  </button>
                </li>
              `
            )}
          </ul>
        `}
    <//>
  `;
}

/** The story under way: what comes next. */
export function StoryBar() {
  const { view, run } = useDesk();
  const { story } = view;
  if (!story) return null;
  const step = () => run({ do: "step" });
  return html`
    <section class="story" aria-label="Story">
      <progress
        max=${story.steps}
        value=${story.step}
        aria-label=${`Step ${story.step} of ${story.steps}`}
      ></progress>
      <p role="status">
        <b>${story.name}</b>
        <span class="quiet">${`${story.step} of ${story.steps}`}</span>
        <span class="next">${story.next ?? "The story is over."}</span>
      </p>
      <div class="story-buttons">
        ${story.next && html`
          <button class="button primary" type="button" onClick=${step}>Next step</button>
        `}
        <button class="button" type="button" onClick=${() => run({ do: "end_story" })}>End</button>
      </div>
    </section>
  `;
}

/** Records what is done, and saves it as a story. */
export function RecordMenu() {
  const { view, run, messages } = useDesk();
  const [isNaming, setNaming] = useState(false);
  const steps = view.recording?.steps;
  const save = async (name) => {
    setNaming(false);
    const { saved } = await run({ do: "save", name });
    if (!saved) return;
    download(saved, name);
    messages.toast(`Saved: ${name}`);
  };
  const start = () => run({ do: "record" });
  if (steps === undefined) {
    return html`
      <button class="button" type="button" onClick=${start}>
        <span aria-hidden="true">●</span> Record
      </button>
    `;
  }
  return html`
    <button class="button recording" type="button" onClick=${() => setNaming(true)}>
      <span aria-hidden="true">■</span> ${`Save ${steps} ${steps === 1 ? "step" : "steps"}`}
    </button>
    ${isNaming && html`
      <${Question}
        title="Save what was recorded"
        label="Name of the story"
        button="Save"
        onAnswer=${save}
        onClose=${() => setNaming(false)}
      />
    `}
  `;
}

function download(text, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = `${name.toLowerCase().replace(/[^\p{L}\d]+/gu, "_")}.json`;
  link.click();
  URL.revokeObjectURL(link.href);
}
