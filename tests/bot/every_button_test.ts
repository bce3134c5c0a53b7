import { assert, assertEquals } from "@std/assert";
import { BUTTONS } from "../../src/bot/button_table.ts";
import { newCompany } from "../../src/domain/company.ts";
import { type IncidentEvent, NUDGES } from "../../src/domain/event.ts";
import { fold } from "../../src/domain/evolve.ts";
import { GROUP_SETTING_NAMES } from "../../src/domain/group_setting.ts";
import { USUAL_SETTINGS } from "../../src/domain/group_settings.ts";
import type { Incident } from "../../src/domain/incident.ts";
import { type PersonalAction, RULES } from "../../src/domain/rules.ts";
import { SIGNED } from "../../src/domain/sign.ts";
import { announce } from "../../src/view/announcements.ts";
import { renderCard } from "../../src/view/card.ts";
import {
  activationMessage,
  activationRequest,
  callTakingRequest,
} from "../../src/view/desk_messages.ts";
import { deletionPanel } from "../../src/view/deletion_page.ts";
import { lettersPanel } from "../../src/view/dead_letters.ts";
import { LIST_PAGE, listPanel } from "../../src/view/incident_list.ts";
import { issuePanel } from "../../src/view/issue_page.ts";
import {
  assignMenu,
  cancelMenu,
  departmentMenu,
  duplicateMenu,
  moreMenu,
  type Panel,
  priorityMenu,
  snoozeMenu,
} from "../../src/view/menu.ts";
import { settingPanel, settingsPanel, signPanel } from "../../src/view/settings_panel.ts";
import { en } from "../../src/view/texts/en/en.ts";
import { groupLanguagePanel } from "../../src/view/language_panel.ts";
import type { Keyboard } from "../../src/view/message.ts";
import { notifyPanel } from "../../src/view/notify_panel.ts";
import { announceInPrivate } from "../../src/view/private_calls.ts";
import { forgetForEverPanel, forgetPanel, retentionPanel } from "../../src/view/privacy_page.ts";
import { timelinePanel } from "../../src/view/timeline.ts";
import { yard } from "../domain/cast.ts";
import { consolePanels } from "./console_panels.ts";
import {
  bytes,
  DEPARTMENT,
  GROUP_ID,
  INCIDENT,
  MOMENT,
  PAGE,
  PERSON_ID,
  pressOf,
  UUID,
} from "./longest.ts";

const someone = { id: PERSON_ID, name: "👩‍🚒".repeat(50) };
const company = {
  ...newCompany("ABCDEFGH", "🚒".repeat(40), 1),
  departments: Array.from({ length: 50 }, (_, n) => ({
    id: n === 0 ? DEPARTMENT : String(n),
    name: "🚒".repeat(20),
    members: 0,
    restricted: n % 2 === 0,
  })),
};

const FAMILY = "👩🏿‍❤️‍💋‍👨🏿";
const LONGEST_SIGNS = Object.fromEntries(SIGNED.map((of) => [of, FAMILY + FAMILY]));

const circumstance = { actor: someone, at: 1, updateId: 1 };
const reported: IncidentEvent = {
  ...circumstance,
  ...INCIDENT,
  type: "reported",
  chatId: GROUP_ID,
  sourceMessageId: 1,
  topicId: null,
  description: "🚒".repeat(1_500),
};
const called: IncidentEvent = {
  ...circumstance,
  type: "department_chosen",
  department: DEPARTMENT,
};
const attachment = { kind: "location", latitude: 0, longitude: 0 } as const;
const attached: IncidentEvent = { ...circumstance, type: "attached", messageId: 1, attachment };
const claimed: IncidentEvent = { ...circumstance, type: "claimed" };
const escalated: IncidentEvent = { ...circumstance, type: "escalated", reason: null };
const resolvePressed: IncidentEvent = { ...circumstance, type: "resolve_pressed" };
const closed: IncidentEvent = { ...circumstance, type: "closed", reason: "no_summary" };

const after = (...events: IncidentEvent[]): Incident => {
  const incident = fold([reported, ...events]);
  assert(incident);
  return incident;
};

/** Every panel that somebody opens, at a page with neighbours on both sides. */
function* panels(): Generator<Panel> {
  const incident = after(called, escalated);
  const page = { page: PAGE - 1, pages: PAGE + 1 };
  const choosable = new Set(company.departments.map(({ id }) => id));
  yield moreMenu(en, incident, company, {
    possible: new Set(Object.keys(RULES) as PersonalAction[]),
    choosable,
  });
  yield departmentMenu(en, incident, company, choosable);
  yield priorityMenu(en, incident, company);
  yield snoozeMenu(en, incident, company, 1);
  yield moreMenu(en, { ...incident, snoozed: { until: 2, by: someone } }, company, {
    possible: new Set(["wake"]),
    choosable,
  });
  yield cancelMenu(en, incident, company);
  yield duplicateMenu(en, incident, company, { ...page, items: [incident] });
  yield assignMenu(en, incident, company, { ...page, items: [someone] });
  const listed = { items: [{ incident, company }], total: PAGE * LIST_PAGE, page: PAGE - 2 };
  yield listPanel(en, { title: "overdue", ...listed });
  yield notifyPanel(en, { setting: null, managed: [company.id] });
  const comments = Array.from({ length: 30 }, (_, n): IncidentEvent => ({
    ...circumstance,
    type: "commented",
    messageId: n,
    text: "🚒".repeat(2_000),
  }));
  yield timelinePanel(en, incident, company, comments, 1);
  yield groupLanguagePanel(en, { language: null, read: "uz" });
  yield issuePanel(en, { incident, company, events: comments, link: null, actions: [] }, 1);
  const group = {
    ...yard(),
    title: "🚒".repeat(128),
    settings: { ...USUAL_SETTINGS, signs: LONGEST_SIGNS },
  };
  yield settingsPanel(en, group);
  for (const setting of GROUP_SETTING_NAMES) {
    yield settingPanel(en, group, { setting, topicId: 2_147_483_647 });
  }
  for (const of of SIGNED) yield signPanel(en, group, of);
}

/** Every button that the bot puts anywhere, under the longest names. */
function* keyboards(): Generator<Keyboard> {
  const lives = [
    [],
    [called],
    [called, attached],
    [called, claimed],
    [called, claimed, escalated],
    [called, claimed, resolvePressed],
    [called, claimed, resolvePressed, closed],
  ];
  for (const life of lives) yield renderCard(en, after(...life), company).keyboard;
  for (const { keyboard } of panels()) yield keyboard;
  for (const event of [escalated, { ...circumstance, type: "assigned", to: someone } as const]) {
    const incident = after(called, event);
    const calls = announceInPrivate(en, event, incident, {
      company,
      group: { title: "🚒".repeat(128) },
      card: null,
      to: {
        profile: null,
        id: PERSON_ID,
        matter: "ping",
        actions: ["claim", "check_in", "resolve", "leave"],
        maySee: true,
      },
    });
    for (const { content } of calls) yield content.keyboard;
  }
  for (const about of NUDGES) {
    const reminder = { ...circumstance, type: "nudged", about } as const;
    const context = { company, audience: [someone] };
    const reminders = announce(en, reminder, after(called, claimed, reminder), context);
    for (const { content } of reminders) yield content.keyboard;
  }
  for (const [, { keyboard }] of consolePanels(en)) yield keyboard;
  const group = {
    schema: 1 as const,
    status: "pending" as const,
    chatId: GROUP_ID,
    title: "🚒".repeat(128),
    addedBy: someone,
    request: { name: "🚒".repeat(40), by: someone, at: 1 },
  };
  yield activationRequest(en, group, [company, company, company]).keyboard;
  yield activationMessage(en, company, { anyoneMayClaim: true }).keyboard;
  yield callTakingRequest(en, someone).keyboard;
  yield deletionPanel(en, company, { incidents: 1, open: 1, groups: 1, people: 1 }).keyboard;
  const letter = { chatId: GROUP_ID, chatName: group.title, reason: "🚒".repeat(500), words: "🚒" };
  const letters = [{ ...letter, at: MOMENT, id: UUID }];
  yield forgetPanel(en, PERSON_ID, MOMENT).keyboard;
  yield forgetForEverPanel(en, PERSON_ID, MOMENT).keyboard;
  const would = { go: 10_000, isMore: true };
  yield retentionPanel(en, company, { days: 3650, at: MOMENT, would }).keyboard;
  yield lettersPanel(en, { items: letters, page: PAGE - 1, pages: PAGE + 1, newest: MOMENT })
    .keyboard;
}

Deno.test("every button the bot makes can be pressed, whatever names stand around it", () => {
  const seen = new Set<string>();
  for (const { text, data } of [...keyboards()].flat(2)) {
    assert(bytes(data) <= 64, data);
    assert(text.length >= 1 && text.length <= 64, text);
    assert(pressOf(data), data);
    seen.add(data.split(":")[0]!);
  }
  assertEquals([...seen].sort(), Object.keys(BUTTONS).sort());
});
