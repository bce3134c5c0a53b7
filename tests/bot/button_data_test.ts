import { assert, assertEquals } from "@std/assert";
import { BUTTONS, type Press } from "../../src/bot/button_table.ts";
import { newCompany } from "../../src/domain/company.ts";
import { deriveCompanyId, type IncidentId } from "../../src/domain/ids.ts";
import { renderCard } from "../../src/view/card.ts";
import {
  buttonData,
  type ButtonVerb,
  incidentData,
  parseButtonData,
} from "../../src/view/callback_data.ts";
import {
  activationMessage,
  activationRequest,
  callTakingRequest,
} from "../../src/view/desk_messages.ts";
import type { Keyboard } from "../../src/view/message.ts";

/** As long as each of them can get. */
const INCIDENT: IncidentId = { company: "ABCDEFGH", number: 999_999_999 };
const PERSON_ID = Number.MAX_SAFE_INTEGER;
const GROUP_ID = -999_999_999_999_999;
const DEPARTMENT = "zzzzzzzz";

const on = (action: Extract<Press, { kind: "incident" }>["action"]): Press => ({
  kind: "incident",
  incident: INCIDENT,
  action,
});

/** The longest data of each button, and what it means. */
const LONGEST: Record<ButtonVerb, [data: string, press: Press]> = {
  department: [
    incidentData("department", INCIDENT, DEPARTMENT),
    on({ type: "choose_department", department: DEPARTMENT }),
  ],
  claim: [incidentData("claim", INCIDENT), on({ type: "claim" })],
  join: [incidentData("join", INCIDENT), on({ type: "join" })],
  leave: [incidentData("leave", INCIDENT), on({ type: "leave" })],
  resolve: [incidentData("resolve", INCIDENT), on({ type: "resolve" })],
  back: [incidentData("back", INCIDENT), on({ type: "back_to_work" })],
  calls: [buttonData("calls"), { kind: "take_calls" }],
  allow: [buttonData("allow", PERSON_ID), { kind: "allow_calls", personId: PERSON_ID }],
  attach: [
    buttonData("attach", GROUP_ID, "ABCDEFGH"),
    { kind: "attach", groupChatId: GROUP_ID, companyId: "ABCDEFGH" },
  ],
  create: [buttonData("create", GROUP_ID), { kind: "create", groupChatId: GROUP_ID }],
  reject: [
    buttonData("reject", GROUP_ID),
    { kind: "reject", groupChatId: GROUP_ID, block: false },
  ],
  block: [buttonData("block", GROUP_ID), { kind: "reject", groupChatId: GROUP_ID, block: true }],
};

function pressOf(data: string): Press | null {
  const parsed = parseButtonData(data);
  return parsed && BUTTONS[parsed.verb].parse(parsed.args);
}

const bytes = (data: string) => new TextEncoder().encode(data).length;

for (const [verb, [data, press]] of Object.entries(LONGEST)) {
  Deno.test(`the longest data of ${verb} fits into 64 bytes and says what it was made of`, () => {
    assert(bytes(data) >= 1 && bytes(data) <= 64, `${bytes(data)} bytes`);
    assertEquals(pressOf(data), press);
  });

  Deno.test(`${verb} with anything too much or too little is nobody's button`, () => {
    for (const forged of [`${data}:`, `${data}:x`, `x${data}`, ` ${data}`, data.toUpperCase()]) {
      assertEquals(pressOf(forged), null, forged);
    }
    const parts = data.split(":");
    if (parts.length > 1) assertEquals(pressOf(parts.slice(0, -1).join(":")), null);
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
];

Deno.test("forged data is nobody's button", () => {
  for (const data of FORGED) assertEquals(pressOf(data), null, JSON.stringify(data));
});

Deno.test("a company id in lower case means the same company", () => {
  assertEquals(pressOf("claim:acme-7"), pressOf("claim:ACME-7"));
});

/** Every button that the bot puts anywhere, under the longest names. */
function* keyboards(): Generator<Keyboard> {
  const someone = { id: PERSON_ID, name: "👩‍🚒".repeat(50) };
  const company = {
    ...newCompany("ABCDEFGH", "🚒".repeat(40), 1),
    departments: Array.from({ length: 50 }, (_, n) => ({
      id: n === 0 ? DEPARTMENT : String(n),
      name: "🚒".repeat(20),
      members: 0,
    })),
  };
  const base = {
    ...INCIDENT,
    version: 1,
    chatId: GROUP_ID,
    sourceMessageId: 1,
    reporter: someone,
    description: "Brakes failed",
    reportedAt: 1,
  };
  const crew = { department: DEPARTMENT, owner: someone, helpers: [], claimedAt: 1 };
  const calls = { department: DEPARTMENT, calledAt: 1, nudgedAt: null };
  yield renderCard({ ...base, status: "awaiting_department" }, company).keyboard;
  yield renderCard({ ...base, ...calls, status: "awaiting_claim" }, company).keyboard;
  yield renderCard({ ...base, ...crew, status: "in_progress" }, company).keyboard;
  yield renderCard({
    ...base,
    ...crew,
    status: "awaiting_summary",
    summarizer: someone,
    resolvePressedAt: 1,
  }, company).keyboard;
  const group = {
    schema: 1 as const,
    status: "pending" as const,
    chatId: GROUP_ID,
    title: "🚒".repeat(128),
    addedBy: someone,
    request: { name: "🚒".repeat(40), by: someone, at: 1 },
  };
  yield activationRequest(group, [company, company, company]).keyboard;
  yield activationMessage(company, { anyoneMayClaim: true }).keyboard;
  yield callTakingRequest(someone).keyboard;
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

Deno.test("a derived company id is never longer than a button can carry", () => {
  const id = deriveCompanyId("Überlandspedition Nord GmbH & Co. KG", () => false);
  assert(pressOf(buttonData("attach", GROUP_ID, id)), id);
});
