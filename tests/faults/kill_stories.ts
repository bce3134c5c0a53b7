/** The life of an incident in pieces, for dying in each. */

import { assertEquals, assertExists, assertStringIncludes } from "@std/assert";
import type { Message } from "grammy/types";
import { en } from "../../src/view/texts/en/en.ts";
import { buttons, type Group, type Person, plain } from "../simulator/simulator.ts";
import type { KillDesk } from "./kill_desk.ts";
import type { Cast, KillStory } from "./kill_story.ts";
import { pressesOn, saying, sees } from "./patience.ts";
import { seedCompany } from "./seed.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const { done } = en;

/** A company with one active group and people nobody has heard of yet. */
async function cast(
  desk: KillDesk,
  id: string,
  { departments = [], bot = "administrator" }: {
    departments?: string[];
    bot?: "member" | "administrator";
  } = {},
): Promise<Cast> {
  const { telegram, store } = desk;
  const [boss, dan, eve, ana] = [
    telegram.person(`Boss of ${id}`),
    telegram.person("Dan", { username: `dan_${id}` }),
    telegram.person("Eve"),
    telegram.person("Ana"),
  ] as const;
  const group = telegram.group(`${id} yard`, {
    owner: boss,
    members: [dan, eve, ana],
    botRights: bot,
  });
  desk.groups.push(group);
  await seedCompany(store, {
    id,
    groups: [group],
    departments,
    members: [dan, eve],
    now: desk.now(),
  });
  return { id, group, boss, dan, eve, ana, mayPin: bot === "administrator" };
}

/** The same with one incident, reported and, if wanted, claimed by Dan. */
async function castWithIncident(
  desk: KillDesk,
  id: string,
  { claimed = false }: { claimed?: boolean } = {},
): Promise<Cast> {
  const it = await cast(desk, id);
  await it.ana.says(it.group, "/new_issue Brakes failed on truck 12");
  if (claimed) {
    const toast = done.claim(`${id}-1`);
    await pressesOn(desk, `${id}-1`, { who: it.dan, group: it.group, label: "Claim", toast });
  }
  return it;
}

function question(group: Group, text: string): Message | undefined {
  return group.messages.find((message) => message.from?.is_bot && plain(message).includes(text));
}

/** A message is reported, sent to a department and claimed. */
const reported: KillStory = {
  name: "an incident is reported, sent to a department and claimed",
  given: (desk, id) => cast(desk, id, { departments: ["Workshop"] }),
  async happens(desk, { id, group, ana, dan }) {
    const incident = `${id}-1`;
    const said = await ana.says(group, "Brakes failed on truck 12, I-80 exit 42");
    await dan.says(group, "/new_issue", { replyTo: said });
    const choose = { who: dan, group, label: "Dispatch" };
    await pressesOn(desk, incident, {
      ...choose,
      toast: done.choose_department(incident),
    });
    await pressesOn(desk, incident, {
      who: dan,
      group,
      label: "Claim",
      toast: done.claim(incident),
    });
    return { [incident]: ["reported", "department_chosen", "claimed"] };
  },
};

/** Presses on one incident's card, by whoever is named. */
function presserOf(desk: KillDesk, incident: string, group: Group) {
  return (who: Person, label: string, toast: string) =>
    pressesOn(desk, incident, { who, group, label, toast });
}

/** Helpers come, the owner goes, a stranger is refused. */
const handedOver: KillStory = {
  name: "people join and leave until nobody is left",
  given: (desk, id) => castWithIncident(desk, id, { claimed: true }),
  async happens(desk, { id, group, dan, eve, ana }) {
    const incident = `${id}-1`;
    const press = presserOf(desk, incident, group);
    await press(eve, "Join", done.join(incident));
    await press(dan, "Leave", done.leave(incident));
    await press(eve, "Leave", done.leave(incident));
    const card = await sees(
      desk,
      "the free card",
      () =>
        group.messages.find((message) => buttons(message).some((text) => text.includes("Claim"))),
    );
    const refusal = await ana.presses(card, "Claim");
    assertEquals(refusal.text?.includes("members of the department"), true, refusal.text ?? "");
    return {
      [incident]: [
        "reported",
        "department_chosen",
        "claimed",
        "joined",
        "handed_over",
        "unclaimed",
      ],
    };
  },
};

/** Back and forth, then the summary. */
const resolved: KillStory = {
  name: "an incident is resolved with a summary",
  given: (desk, id) => castWithIncident(desk, id, { claimed: true }),
  async happens(desk, { id, group, dan, boss }) {
    const incident = `${id}-1`;
    const press = presserOf(desk, incident, group);
    await press(boss, "Resolve", done.resolve(incident));
    await press(dan, "Back to work", done.back_to_work(incident));
    await press(dan, "Resolve", done.resolve(incident));
    const asked = await sees(
      desk,
      "the question",
      () => question(group, `Dan, how was ${incident}`),
    );
    await dan.says(group, "Replaced the brake line", { replyTo: asked });
    return {
      [incident]: [
        "reported",
        "department_chosen",
        "claimed",
        "resolve_pressed",
        "back_to_work",
        "resolve_pressed",
        "summarized",
      ],
    };
  },
};

/** The clock reminds twice, then calls the managers. */
const reminded: KillStory = {
  name: "the sweep reminds of an incident that nobody claims, then escalates it",
  given: (desk, id) => castWithIncident(desk, id),
  async happens(desk, { id, group, boss }) {
    const incident = `${id}-1`;
    await desk.pass(10 * MINUTE);
    await desk.pass(10 * MINUTE);
    await sees(desk, "the reminder", () => question(group, `Nobody has claimed ${incident}`));
    await desk.pass(10 * MINUTE);
    await sees(desk, "the managers' call", () => question(group, `${incident} has escalated`));
    await pressesOn(desk, incident, {
      who: boss,
      group,
      label: "Claim",
      toast: done.claim(incident),
    });
    const before = ["reported", "department_chosen", "nudged", "nudged"] as const;
    return { [incident]: [...before, "escalated", "claimed"] };
  },
};

/** The clock closes; the summary comes late. */
const closed: KillStory = {
  name: "the sweep closes for want of a summary, which comes late",
  async given(desk, id) {
    const it = await castWithIncident(desk, id, { claimed: true });
    const toast = done.resolve(`${id}-1`);
    await pressesOn(desk, `${id}-1`, { who: it.dan, group: it.group, label: "Resolve", toast });
    return it;
  },
  async happens(desk, { id, group, dan }) {
    const incident = `${id}-1`;
    await desk.pass(5 * MINUTE);
    await desk.pass(5 * MINUTE);
    const asked = question(group, `how was ${incident} resolved`);
    assertExists(asked);
    await dan.says(group, "Replaced the brake line", { replyTo: asked });
    return {
      [incident]: [
        "reported",
        "department_chosen",
        "claimed",
        "resolve_pressed",
        "nudged",
        "closed",
        "summarized",
      ],
    };
  },
};

/** Dan's shift begins with the next hour of the day, Eve's with the one after. */
const shifted: KillStory = {
  name: "shifts begin, and their people find what is open",
  async given(desk, id) {
    const it = await castWithIncident(desk, id, { claimed: true });
    await it.eve.says(it.group, "/help");
    for (
      const [person, at] of [[it.dan, nextHour(desk)], [it.eve, nextHour(desk) + HOUR]] as const
    ) {
      const day = new Intl.DateTimeFormat("en", { weekday: "short", timeZone: "UTC" }).format(at);
      const hours = `${day.toLowerCase()} ${new Date(at).getUTCHours()}:00-24:00`;
      await desk.admin.says(desk.admin.private, `/shift ${id} Dispatch ${person.id} ${hours}`);
    }
    return it;
  },
  async happens(desk, { id, group }) {
    await desk.pass(nextHour(desk) - desk.now());
    const first = await sees(desk, "Dan's digest", () => question(group, `Dan: ${id}-1`));
    assertStringIncludes(plain(first), "A shift of Dispatch begins: Dan");
    await desk.pass(nextHour(desk) - desk.now());
    await sees(desk, "Eve's digest", () => question(group, "A shift of Dispatch begins: Eve"));
    return { [`${id}-1`]: ["reported", "department_chosen", "claimed"] };
  },
};

function nextHour({ now }: KillDesk): number {
  return (Math.floor(now() / HOUR) + 1) * HOUR;
}

/** The bot asks what happened; it may not pin. */
const asked: KillStory = {
  name: "an incident is reported by answering a question, where the bot may not pin",
  given: (desk, id) => cast(desk, id, { bot: "member" }),
  async happens(desk, { id, group, ana }) {
    const incident = `${id}-1`;
    await ana.says(group, "/new_issue");
    const ask = await sees(desk, "the question", () => saying(group, "what happened?"));
    await ana.says(group, "Brakes failed on truck 12", { replyTo: ask });
    await sees(desk, "the card", () => question(group, ` ${incident} ·`));
    await sees(desk, "the complaint", () => question(group, "I can't pin"));
    return { [incident]: ["reported", "department_chosen"] };
  },
};

/** All of them. */
export const INCIDENT_STORIES: readonly KillStory[] = [
  reported,
  handedOver,
  resolved,
  reminded,
  closed,
  shifted,
  asked,
];
