import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import {
  administrationHelp,
  groupHelp,
  privateHelp,
  roleName,
  usageText,
} from "../../src/view/help.ts";
import { commandsFor } from "../../src/bot/command_table.ts";
import { CATALOGUES } from "../../src/view/texts/catalogues.ts";
import { DISPATCHER, MANAGER, MEMBER, NO_ROLES } from "../domain/story.ts";
import { entities, read } from "./reads.ts";
import { en } from "../../src/view/texts/en/en.ts";

const commands = [
  { name: "new_issue", usage: "<text>", description: "Report a problem", administers: false },
  { name: "help", usage: "", description: "What you can do here", administers: false },
];
const quiet = {
  standing: NO_ROLES,
  commands,
  counts: { reported: 3, resolved: 1 },
  open: [],
  nobodyTakesCalls: false,
};

Deno.test("roleName(en) is the highest role there is", () => {
  const admin = { ...MANAGER, platformAdmin: true };
  assertEquals([admin, MANAGER, DISPATCHER, MEMBER, NO_ROLES].map((it) => roleName(en, it)), [
    "platform admin",
    "manager",
    "dispatcher",
    "member of a department",
    "reporter",
  ]);
});

Deno.test("help in a group says who you are, what you can do, and how the group is doing", () => {
  const { text } = read(groupHelp(en, quiet));
  for (
    const words of [
      "reporter",
      "3 incidents reported, 1 resolved",
      "/new_issue <text> – Report a problem",
      "/help – What you can do here",
    ]
  ) {
    assertStringIncludes(text, words);
  }
  assert(!text.includes("Open:"));
});

Deno.test("help counts one incident as one", () => {
  const { text } = read(groupHelp(en, { ...quiet, counts: { reported: 1, resolved: 0 } }));
  assertStringIncludes(text, "1 incident reported, 0 resolved");
});

Deno.test("help names what is open", () => {
  const open = [{ company: "ACME", number: 1 }, { company: "ACME", number: 3 }];
  assertStringIncludes(read(groupHelp(en, { ...quiet, open })).text, "Open: ACME-1, ACME-3");
});

Deno.test("help speaks of claiming to those who may claim, and to nobody else", () => {
  const told = (facts: Partial<typeof quiet>) =>
    read(groupHelp(en, { ...quiet, ...facts })).text.includes("Press Claim");
  assertEquals(
    [NO_ROLES, MEMBER, DISPATCHER, MANAGER].map((standing) => told({ standing })),
    [false, true, true, true],
  );
  assertEquals(told({ nobodyTakesCalls: true }), true);
  const { text } = read(groupHelp(en, { ...quiet, nobodyTakesCalls: true }));
  assertStringIncludes(text, "anyone may claim");
});

Deno.test("help in private says what is yours, what you can do, and where the rest works", () => {
  const mine = {
    platformAdmin: false,
    roles: [{ company: "ACME", role: "manager" as const }, {
      company: "ZULU",
      role: "member" as const,
    }],
    commands,
    owned: [{ company: "ACME", number: 7 }],
  };
  const { text } = read(privateHelp(en, mine));
  assertStringIncludes(text, "Your role at ACME: manager.\nYour role at ZULU: member");
  assertStringIncludes(read(privateHelp(en, { ...mine, roles: [] })).text, "You have no role");
  assertStringIncludes(text, "Yours now: ACME-7");
  assertStringIncludes(text, "/help – What you can do here");
  assertStringIncludes(text, "groups");
  assert(!read(privateHelp(en, { ...mine, owned: [] })).text.includes("Yours"));
});

Deno.test("usage shows the form and an example that can be copied, after what was wrong", () => {
  const command = { name: "add_company", usage: "[ID] <name>", example: "ACME Acme & Co" };
  const { text, entities } = read(usageText(en, command));
  assertEquals(text.split("\n").length, 2);
  assertStringIncludes(text, "/add_company [ID] <name>");
  assertEquals(entities.map(({ type }) => type), ["code", "code"]);
  const explained = read(usageText(en, command, "A company id has 2 to 8 of A-Z.")).text;
  assertEquals(explained.split("\n")[0], "A company id has 2 to 8 of A-Z.");
});

Deno.test("usage of a command without arguments has no blank at its end", () => {
  const { source } = usageText(en, { name: "companies", usage: "", example: "" });
  assertStringIncludes(source, "<code>/companies</code>");
});

Deno.test("of many commands four are seen at once, the rest unfolds", () => {
  const many = (count: number) =>
    Array.from(
      { length: count },
      (_, i) => ({ name: `c${i}`, usage: "", description: `Does ${i}`, administers: false }),
    );
  const mine = { platformAdmin: false, roles: [], owned: [] };
  for (
    const help of [
      (count: number) => read(groupHelp(en, { ...quiet, commands: many(count) })),
      (count: number) => read(privateHelp(en, { ...mine, commands: many(count) })),
    ]
  ) {
    const { text } = help(7);
    for (let i = 0; i < 7; i++) assertStringIncludes(text, `\n/c${i} – Does ${i}`);
    assertEquals(entities(help(7), "expandable_blockquote"), [
      "/c4 – Does 4\n/c5 – Does 5\n/c6 – Does 6",
    ]);
    assertEquals(entities(help(4), "expandable_blockquote"), []);
  }
});

Deno.test("what is wrong with a command without arguments is said without its form", () => {
  const command = { name: "issues", usage: "", example: "" };
  assertEquals(read(usageText(en, command, "Not <here>.")).text, "Not <here>.");
});

Deno.test("whoever administers is shown to the console, and finds the commands apart", () => {
  const administers = { name: "hours", usage: "", description: "When it works", administers: true };
  const facts = { platformAdmin: false, roles: [], owned: [] };
  const all = [...commands, administers];
  const help = read(privateHelp(en, { ...facts, commands: all })).text;
  assertStringIncludes(help, "open the console: /admin");
  assert(!help.includes("/hours"));
  assert(!read(privateHelp(en, { ...facts, commands })).text.includes("/admin"));
  assertEquals(read(administrationHelp(en, all)).text.split("\n"), [
    "You can administer:",
    "/hours – When it works",
  ]);
});

Deno.test("help fits a message in every language, whatever somebody may do", () => {
  for (const texts of Object.values(CATALOGUES)) {
    const roles = Array.from({ length: 10 }, (_, i) => ({
      company: `ABCDEFG${i}`,
      role: "member" as const,
    }));
    const owned = Array.from(
      { length: 10 },
      (_, i) => ({ company: "ABCDEFG8", number: 999_990 + i }),
    );
    const inPrivate = commandsFor(texts, "private", "platform_admin");
    const inGroup = commandsFor(texts, "group", "platform_admin");
    const longest = [
      privateHelp(texts, { platformAdmin: true, roles, commands: inPrivate, owned }),
      administrationHelp(texts, inPrivate),
      groupHelp(texts, { ...quiet, commands: inGroup, open: owned, nobodyTakesCalls: true }),
    ];
    for (const { source } of longest) {
      assert(source.length <= 4096, `${texts.locale}: ${source.length}`);
    }
  }
});
