import { assert, assertEquals } from "@std/assert";
import { type Press } from "../../src/bot/button_row.ts";
import { deriveCompanyId } from "../../src/domain/ids.ts";
import { ACTS } from "../../src/bot/console/table.ts";
import { sureData } from "../../src/view/console/address.ts";
import { buttonData, type ButtonVerb, incidentData } from "../../src/view/callback_data.ts";
import type { MenuName } from "../../src/view/menu.ts";
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

const on = (action: Extract<Press, { kind: "incident" }>["action"]): Press => ({
  kind: "incident",
  incident: INCIDENT,
  action,
});
const opens = (menu: MenuName, page = 0): Press => ({
  kind: "menu",
  incident: INCIDENT,
  menu,
  page,
});

/** The longest data of a button, and what it means. */
interface Longest {
  data: string;
  press: Press;
  /** What it means without its last part; nobody's button when there is no such meaning. */
  shorter?: Press;
}

/** A button whose data is the incident and nothing else. */
const bare = (verb: ButtonVerb, press: Press): Longest => ({
  data: incidentData(verb, INCIDENT),
  press,
});

/** A button that carries the number of a page, or opens the first. */
const paged = (verb: ButtonVerb, press: Press, shorter: Press): Longest => ({
  data: incidentData(verb, INCIDENT, String(PAGE)),
  press,
  shorter,
});

const LONGEST: Record<ButtonVerb, Longest> = {
  department: {
    data: incidentData("department", INCIDENT, DEPARTMENT),
    press: on({ type: "choose_department", department: DEPARTMENT }),
  },
  claim: bare("claim", on({ type: "claim" })),
  join: bare("join", on({ type: "join" })),
  leave: bare("leave", on({ type: "leave" })),
  resolve: bare("resolve", on({ type: "resolve", summary: null })),
  back: bare("back", on({ type: "back_to_work" })),
  escalate: bare("escalate", on({ type: "escalate", reason: null })),
  de_escalate: bare("de_escalate", on({ type: "de_escalate" })),
  reopen: bare("reopen", on({ type: "reopen", reason: null })),
  repin: bare("repin", on({ type: "repin" })),
  on_it: bare("on_it", on({ type: "check_in" })),
  snooze: bare("snooze", opens("snooze")),
  quiet: {
    data: incidentData("quiet", INCIDENT, "tomorrow"),
    press: on({ type: "snooze", until: "tomorrow" }),
  },
  wake: bare("wake", on({ type: "wake" })),
  more: bare("more", opens("more")),
  close: { data: buttonData("close"), press: { kind: "close" } },
  assign: paged("assign", opens("assign", PAGE), opens("assign")),
  to: {
    data: incidentData("to", INCIDENT, String(PERSON_ID)),
    press: on({ type: "assign", to: { id: PERSON_ID, name: "" } }),
  },
  change: bare("change", opens("change")),
  move: {
    data: incidentData("move", INCIDENT, DEPARTMENT),
    press: on({ type: "change_department", department: DEPARTMENT }),
  },
  priority: bare("priority", opens("priority")),
  set: {
    data: incidentData("set", INCIDENT, "critical"),
    press: on({ type: "set_priority", priority: "critical" }),
  },
  cancel: bare("cancel", opens("cancel")),
  false_alarm: bare("false_alarm", on({ type: "cancel", why: { reason: "false_alarm" } })),
  duplicate: paged("duplicate", opens("duplicate", PAGE), opens("duplicate")),
  double: {
    data: incidentData("double", INCIDENT, String(INCIDENT.number)),
    press: on({ type: "cancel", why: { reason: "duplicate", of: INCIDENT } }),
  },
  other_reason: bare("other_reason", { kind: "ask_reason", incident: INCIDENT }),
  history: paged(
    "history",
    { kind: "history", incident: INCIDENT, page: PAGE },
    { kind: "history", incident: INCIDENT, page: null },
  ),
  files: bare("files", { kind: "files", incident: INCIDENT }),
  issue: paged(
    "issue",
    { kind: "issue", incident: INCIDENT, page: PAGE },
    { kind: "issue", incident: INCIDENT, page: null },
  ),
  page: { data: buttonData("page", PAGE), press: { kind: "page", page: PAGE } },
  language: { data: buttonData("language", "auto"), press: { kind: "language", language: null } },
  calls: { data: buttonData("calls"), press: { kind: "take_calls" } },
  allow: {
    data: buttonData("allow", PERSON_ID),
    press: { kind: "allow_calls", personId: PERSON_ID },
  },
  attach: {
    data: buttonData("attach", GROUP_ID, "ABCDEFGH"),
    press: { kind: "attach", groupChatId: GROUP_ID, companyId: "ABCDEFGH" },
  },
  create: {
    data: buttonData("create", GROUP_ID),
    press: { kind: "create", groupChatId: GROUP_ID },
  },
  reject: {
    data: buttonData("reject", GROUP_ID),
    press: { kind: "reject", groupChatId: GROUP_ID, block: false },
  },
  block: {
    data: buttonData("block", GROUP_ID),
    press: { kind: "reject", groupChatId: GROUP_ID, block: true },
  },
  again: {
    data: buttonData("again", MOMENT, UUID, PAGE),
    press: { kind: "send_again", letter: { at: MOMENT, id: UUID }, page: PAGE },
  },
  drop: {
    data: buttonData("drop", MOMENT, UUID, PAGE),
    press: { kind: "drop_letter", letter: { at: MOMENT, id: UUID }, page: PAGE },
  },
  drop_all: {
    data: buttonData("drop_all", MOMENT),
    press: { kind: "drop_letters", until: MOMENT, page: 0 },
  },
  forget: {
    data: buttonData("forget", PERSON_ID, MOMENT),
    press: { kind: "forget", personId: PERSON_ID, at: MOMENT },
  },
  forget_for_ever: {
    data: buttonData("forget_for_ever", PERSON_ID, MOMENT),
    press: { kind: "forget_for_ever", personId: PERSON_ID, at: MOMENT },
  },
  retain: {
    data: buttonData("retain", "ABCDEFGH", 3650, MOMENT),
    press: { kind: "retain", companyId: "ABCDEFGH", days: 3650, at: MOMENT },
  },
  notify: { data: buttonData("notify", "default"), press: { kind: "notify", setting: null } },
  letters: { data: buttonData("letters", PAGE), press: { kind: "letters", page: PAGE } },
  settings: {
    data: buttonData("settings", "sign", "awaiting_department"),
    press: { kind: "settings", page: { row: "sign", sign: "awaiting_department" } },
    shorter: { kind: "settings", page: { row: "sign", sign: null } },
  },
  setting: {
    data: buttonData("setting", "sign", "awaiting_department", "default"),
    press: { kind: "setting", setting: "sign", words: ["awaiting_department", "default"] },
  },
  a: {
    data: sureData("end_membership", ["ABCDEFGH", DEPARTMENT, PERSON_ID], PAGE),
    press: {
      kind: "console",
      call: {
        kind: "sure",
        act: ACTS.end_membership,
        name: "end_membership",
        words: ["ABCDEFGH", DEPARTMENT, String(PERSON_ID)],
        args: { company: "ABCDEFGH", department: DEPARTMENT, person: PERSON_ID, n: PAGE },
      },
    },
  },
  delete_company: {
    data: buttonData("delete_company", INCIDENT.company),
    press: { kind: "delete_company", companyId: INCIDENT.company },
  },
};

for (const [verb, { data, press, shorter = null }] of Object.entries(LONGEST)) {
  Deno.test(`the longest data of ${verb} fits into 64 bytes and says what it was made of`, () => {
    assert(bytes(data) >= 1 && bytes(data) <= 64, `${bytes(data)} bytes`);
    assertEquals(pressOf(data), press);
  });

  Deno.test(`${verb} with anything too much or too little is nobody's button`, () => {
    for (const forged of [`${data}:`, `${data}:x`, `x${data}`, ` ${data}`, data.toUpperCase()]) {
      assertEquals(pressOf(forged), null, forged);
    }
    const parts = data.split(":");
    if (parts.length > 1) assertEquals(pressOf(parts.slice(0, -1).join(":")), shorter);
  });
}

const FORGED = [
  "",
  ":",
  "claim",
  "claim:",
  "claim:ACME",
  "claim:ACME-0",
  "claim:ACME-01",
  "claim:ACME-1.5",
  "claim:ACME--1",
  "claim:ACME-1e3",
  "claim:ACME-9999999999",
  "claim:A-1",
  "claim:ABCDEFGHI-1",
  "claim:1ABC-1",
  "claim:ÄCME-1",
  "claim:ACME-1\u0000",
  "claim:__proto__-1",
  "constructor:ACME-1",
  "__proto__",
  "toString",
  "department:ACME-1:",
  "department:ACME-1:UPPER",
  "department:ACME-1:aaaaaaaaa",
  "department:ACME-1:../x",
  "move:ACME-1",
  "move:ACME-1:",
  "move:ACME-1:aaaaaaaaa",
  "to:ACME-1:0",
  "to:ACME-1:-5",
  "to:ACME-1:9007199254740993",
  "to:ACME-1:@ana",
  "set:ACME-1:",
  "set:ACME-1:urgent",
  "set:ACME-1:toString",
  "quiet:ACME-1",
  "quiet:ACME-1:",
  "quiet:ACME-1:2h",
  "quiet:ACME-1:off",
  "quiet:ACME-1:1h:1h",
  "quiet:ACME-1:toString",
  "on_it:ACME-1:1",
  "double:ACME-1:0",
  "double:ACME-1:-1",
  "double:ACME-1:1.5",
  "double:ACME-1:9999999999",
  "double:ACME-1:1e3",
  "double:ACME-1:0x10",
  "double:ACME-1: 7",
  "double:ACME-1:ZETA-1",
  "double:ACME:1",
  "assign:ACME-1:-1",
  "assign:ACME-1:1e3",
  "duplicate:ACME-1:1000000",
  "files:ACME-1:3",
  "other_reason:ACME-1:3",
  "history:ACME-1:x",
  "issue:ACME-1:1:2",
  "notify",
  "notify:loud",
  "notify:on:off",
  "page:",
  "page:-1",
  "page:1:2",
  "page:1000000",
  "close:ACME-1",
  "again:0:x:0",
  "again:1:x",
  "again:1::0",
  "again:-1:x:0",
  "again:1e3:x:0",
  "drop:1:x:-1",
  "drop:1:x:1000000",
  "drop_all:",
  "drop_all:0",
  "drop_all:-1",
  "letters:x",
  "settings:",
  "settings:colour",
  "settings:pins:on",
  "settings:sign:urgent",
  "settings:sign:high:1",
  "settings:__proto__",
  "setting",
  "setting:pins",
  "setting:pins:maybe",
  "setting:pins:on:on",
  "setting:policy:on",
  "setting:reporters:toString",
  "setting:topic:0",
  "setting:topic:-5",
  "setting:topic:1e5",
  "setting:topic:99999999999",
  "setting:sign:high",
  "setting:sign:high:",
  "setting:sign:high:<b>",
  "setting:sign:urgent:🟥",
  "setting:sign:high:🟥🟥🟥",
  "allow:0",
  "allow:-5",
  "allow:05",
  "allow:9007199254740993",
  "allow:1e5",
  "allow:Infinity",
  "attach:5:ACME",
  "attach:-0:ACME",
  "attach:-5:toolongid9",
  "attach:ACME:-5",
  "create:5",
  "create:--5",
  "block:NaN",
  "reject:",
  "a",
  "a:",
  "a:home",
  "a:home:",
  "a:home:x",
  "a:home:-1",
  "a:home:0:0",
  "a:HOME:0",
  "a:toString:0",
  "a:__proto__:0",
  "a:company:0",
  "a:company:acme:0",
  "a:company:TOOLONGID9:0",
  "a:company:ACME:1000000",
  "a:department:ACME:UPPER:0",
  "a:department:ACME:../x:0",
  "a:person:ACME:-5:0",
  "a:person:ACME:9007199254740993:0",
  "a:setting:ACME:toString:0",
  "a:policy_to:ACME:auto_escalation:maybe:0",
  "a:give:ACME:5:platform_admin:0",
  "a:give:ACME:5:member:0",
  "a:restrict:ACME:1:yes:0",
  "a:drop_holiday:ACME:2026-02-30:0",
  "a:request:5:0",
  "a:attach_to:-5:0",
  "a:sure:0",
  "a:sure:home:0",
  "a:sure:hours:ACME:0",
  "a:sure:join:ACME:1:5:0",
  "a:sure:sure:take:ACME:5:manager:0",
];

Deno.test("forged data is nobody's button", () => {
  for (const data of FORGED) assertEquals(pressOf(data), null, JSON.stringify(data));
});

Deno.test("a company id in lower case means the same company", () => {
  assertEquals(pressOf("claim:acme-7"), pressOf("claim:ACME-7"));
});

Deno.test("a derived company id is never longer than a button can carry", () => {
  const id = deriveCompanyId("Überlandspedition Nord GmbH & Co. KG", () => false);
  assert(pressOf(buttonData("attach", GROUP_ID, id)), id);
});
