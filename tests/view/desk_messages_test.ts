import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { PendingGroup } from "../../src/domain/group.ts";
import {
  activationMessage,
  activationPrompt,
  activationRequest,
  callTakingRequest,
  rejectionMessage,
  takesCallsMessage,
} from "../../src/view/desk_messages.ts";
import { MessageContent } from "../../src/view/message.ts";
import { NOON, otto, rita } from "../domain/cast.ts";
import { HOSTILE_NAMES } from "./hostile.ts";
import { checkKeyboard, entities, labels, read } from "./reads.ts";
import { en } from "../../src/view/texts/en/en.ts";

const CHAT = -1_001_234_567_890;
const pending: PendingGroup = {
  schema: 1,
  status: "pending",
  chatId: CHAT,
  title: "Night yard",
  addedBy: rita,
  request: { name: "Acme Logistics", by: otto, at: NOON },
};
const similar = [{ id: "ACME", name: "Acme" }, { id: "ACM2", name: "Acme Two" }];

Deno.test("whoever adds the bot is asked for the company's name, as a reply", () => {
  const { html, forceReply } = activationPrompt(en, rita);
  const formatted = read(html);
  assertEquals(entities(formatted, "text_mention"), ["Rita"]);
  assertStringIncludes(formatted.text, "which company is this group for?");
  assertEquals(forceReply, "Company name");
});

Deno.test("a platform admin sees which group, who added the bot, who answered and the name", () => {
  const { html, keyboard } = activationRequest(en, pending, similar);
  const { text } = read(html);
  for (const word of ["Night yard", String(CHAT), "Rita", "101", "Otto", "102", "Acme Logistics"]) {
    assertStringIncludes(text, word);
  }
  assertEquals(labels(keyboard), [
    ["Attach to ACME · Acme"],
    ["Attach to ACM2 · Acme Two"],
    ["Create “Acme Logistics” and attach"],
    ["Reject and leave", "Reject, leave and block"],
  ]);
  assertEquals(keyboard.flat().map(({ data }) => data), [
    `attach:${CHAT}:ACME`,
    `attach:${CHAT}:ACM2`,
    `create:${CHAT}`,
    `reject:${CHAT}`,
    `block:${CHAT}`,
  ]);
});

Deno.test("a group that has not answered is shown by its title", () => {
  const { html, keyboard } = activationRequest(en, { ...pending, request: null }, []);
  assertStringIncludes(read(html).text, "Company: Night yard");
  assertEquals(labels(keyboard)[0], ["Create “Night yard” and attach"]);
});

Deno.test("an active group hears in three lines what to do, with the button of the first day", () => {
  for (const anyoneMayClaim of [true, false]) {
    const { html, keyboard } = activationMessage(en, { name: "Acme" }, { anyoneMayClaim });
    const [title, ...rest] = read(html).text.split("\n");
    assertStringIncludes(title!, "Acme");
    assertEquals(rest.length, 3);
    for (const [i, word] of ["/new_issue", "Claim", "button"].entries()) {
      assertStringIncludes(rest[i]!, word);
    }
    assertEquals(rest[2]!.includes("anyone here may claim"), anyoneMayClaim);
    assertStringIncludes(labels(keyboard).flat().join(), "I take calls here");
  }
});

Deno.test("administrators are asked about one person, by id", () => {
  const { html, keyboard } = callTakingRequest(en, otto);
  assertStringIncludes(read(html).text, "Otto wants to take calls here.");
  assertEquals(keyboard.flat().map(({ text, data }) => [text, data]), [[
    "Allow Otto",
    "allow:102",
  ]]);
  assertStringIncludes(read(takesCallsMessage(en, otto).html).text, "Otto takes calls here now.");
});

Deno.test("whatever people and groups are called, every message is valid", () => {
  for (const [kind, name] of Object.entries(HOSTILE_NAMES)) {
    const person = { id: 9_007_199_254_740_991, name };
    const companies = ["AA", "BB", "CC"].map((id) => ({ id: `${id}345678`, name }));
    const request = { name: name.slice(0, 80), by: person, at: NOON };
    const group = { ...pending, title: name, addedBy: person, request };
    const messages = [
      activationPrompt(en, person),
      activationRequest(en, group, companies),
      activationRequest(en, { ...group, request: null }, companies),
      activationMessage(en, { name }, { anyoneMayClaim: true }),
      callTakingRequest(en, person),
      takesCallsMessage(en, person),
      rejectionMessage(en),
    ];
    for (const message of messages) {
      read(message.html);
      checkKeyboard(message.keyboard);
      assertEquals(MessageContent.parse(message), message, kind);
      assert((message.forceReply ?? "x").length <= 64);
    }
  }
});
