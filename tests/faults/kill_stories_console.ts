/** What is done at the console, for dying on it. */

import { assertEquals, assertExists } from "@std/assert";
import type { Company } from "../../src/domain/company.ts";
import { en } from "../../src/view/texts/en/en.ts";
import { keyboard, type Person } from "../simulator/simulator.ts";
import type { KillDesk } from "./kill_desk.ts";
import type { KillStory } from "./kill_story.ts";
import { sees } from "./patience.ts";

/** Presses a button of the console, whatever page it shows. */
async function presses({ admin }: KillDesk, ...words: (string | number)[]): Promise<void> {
  const on = admin.private.messages.find((message) =>
    keyboard(message).flat().some((button) =>
      "callback_data" in button && button.callback_data === "close"
    )
  );
  assertExists(on);
  await admin.presses(on, "", { data: ["a", ...words, 0].join(":") });
}

/** A department by its name, and its members from the list of people. */
const grown: KillStory = {
  name: "a department and its members come by the console",
  async given({ telegram, admin }, id) {
    const [boss, dan, eve, ana] = ["Boss", "Dan", "Eve", "Ana"].map((name) =>
      telegram.person(`${name} of ${id}`)
    ) as [Person, Person, Person, Person];
    const group = telegram.group(`${id} yard`, { owner: boss, members: [dan], withBot: false });
    await admin.says(admin.private, `/add_company ${id} ${id} Haulage`);
    await admin.says(admin.private, "/admin");
    return { id, group, boss, dan, eve, ana, mayPin: true };
  },
  async happens(desk, { id, dan, eve }) {
    const { admin } = desk;
    await presses(desk, "add_department", id);
    await sees(desk, "the question for a name", () => questionIn(desk, "/add_department"));
    await admin.says(admin.private, "Workshop");
    await presses(desk, "add_members", id, 2);
    await sees(
      desk,
      "the list of people",
      () => admin.private.keyboard.length > 0 ? questionIn(desk, "/add_member") : undefined,
    );
    await admin.chooses([dan, eve]);
    return {};
  },
  async after(desk, { id }) {
    const company = (await desk.store.get<Company>(["company", id])).value;
    assertEquals(company?.departments.map(({ name, members }) => [name, members]), [
      ["Dispatch", 0],
      ["Workshop", 2],
    ]);
    // A question that was sent twice brings its keyboard again: it leads nowhere, and goes.
    const { admin } = desk;
    if (admin.private.keyboard.length > 0) await admin.taps(en.admin.ask.cancel);
    assertEquals(admin.private.keyboard, []);
  },
};

function questionIn({ admin }: KillDesk, command: string) {
  return admin.private.messages.find(({ text }) => text?.includes(command) && text.includes("?"));
}

/** All of them. */
export const CONSOLE_STORIES: readonly KillStory[] = [grown];
