/** Every command and every button stands once, and everything that names them says the same. */

import { assert, assertEquals, assertMatch } from "@std/assert";
import type { BotCommand, BotCommandScope } from "grammy/types";
import { WEBHOOK_PATH } from "../src/app.ts";
import { ALLOWED_UPDATES } from "../src/bot/bot.ts";
import { BUTTONS } from "../src/bot/button_table.ts";
import type { Role } from "../src/bot/command.ts";
import { COMMANDS, findCommand } from "../src/bot/command_table.ts";
import { setWebhook } from "../src/set_webhook.ts";
import { type Locale, LOCALES } from "../src/domain/locale.ts";
import { BUTTON_VERBS } from "../src/view/callback_data.ts";
import { CATALOGUES } from "../src/view/texts/catalogues.ts";
import { en } from "../src/view/texts/en/en.ts";
import { textsOf } from "../src/view/texts/language.ts";
import { SECRET, startProgram, testConfig } from "./program.ts";
import { readmeTables, tablesIn } from "./readme_table.ts";
import {
  type Group,
  type Person,
  plain,
  type Simulator,
  startSimulator,
} from "./simulator/simulator.ts";

Deno.test("every command stands once, under names that Telegram takes", () => {
  const names = COMMANDS.flatMap(({ name, aliases }) => [name, ...aliases]);
  assertEquals(new Set(names).size, names.length);
  for (const name of names) assertMatch(name, /^[a-z0-9_]{1,32}$/);
  for (const { name, group, private: inPrivate } of COMMANDS) {
    for (const { commands } of Object.values(CATALOGUES)) {
      assert(commands[name].length >= 1 && commands[name].length <= 256, name);
    }
    assert(group || inPrivate, `/${name} works nowhere`);
  }
});

Deno.test("a command with arguments has a usage and an example of it", () => {
  for (const { name, group, private: inPrivate } of COMMANDS) {
    for (const place of [group, inPrivate]) {
      assertEquals(!!place?.usage, !!place?.example, `/${name}`);
    }
  }
});

Deno.test("the commands and aliases people were promised are there", () => {
  const promised = [
    ["new_issue", "new_issue"],
    ["ticket", "new_issue"],
    ["start", "start"],
    ["help", "help"],
    ["comment", "comment"],
    ["escalate", "escalate"],
    ["de_escalate", "de_escalate"],
    ["assign", "assign"],
    ["revoke_claim", "revoke_claim"],
    ["resolve", "resolve"],
    ["cancel", "cancel"],
    ["reopen", "reopen"],
    ["priority", "priority"],
    ["tag", "tag"],
    ["untag", "untag"],
    ["edit_description", "edit_description"],
    ["repin", "repin"],
    ["issues", "issues"],
    ["issue", "issue"],
    ["find", "find"],
    ["history", "history"],
    ["mine", "mine"],
    ["add_company", "add_company"],
    ["companies", "companies"],
    ["add_department", "add_department"],
    ["add_group", "add_group"],
    ["add_dispatcher", "add_dispatcher"],
    ["add_manager", "add_manager"],
    ["add_member", "add_member"],
  ];
  for (const [written, name] of promised) assertEquals(findCommand(written!)?.name, name);
  assertEquals(findCommand("NEW_Issue")?.name, "new_issue");
  assertEquals(findCommand("nothing"), null);
});

Deno.test("every button stands once, with a label of its own", () => {
  assertEquals(Object.keys(BUTTONS).sort(), [...BUTTON_VERBS].sort());
  assertEquals(new Set(BUTTON_VERBS).size, BUTTON_VERBS.length);
  const labels = Object.values(BUTTONS).map(({ label }) => label);
  assertEquals(new Set(labels).size, labels.length);
  for (const { who, label } of Object.values(BUTTONS)) assert(who, label(en));
});

/** Sets the webhook of a fresh bot. */
async function withWebhook(story: (telegram: Simulator, adminIds: number[]) => Promise<void>) {
  const telegram = await startSimulator();
  const admins = [telegram.person("Petra"), telegram.person("Quentin")];
  for (const admin of admins) await admin.starts(undefined, { wait: false });
  const adminIds = admins.map(({ id }) => id);
  const config = testConfig(telegram, 0, { PLATFORM_ADMIN_IDS: adminIds.join(",") });
  const { url } = await setWebhook(config, "https://tocsin.example");
  assertEquals(url, `https://tocsin.example${WEBHOOK_PATH}`);
  await story(telegram, adminIds);
  await telegram.close();
  assertEquals(telegram.violations, []);
}

Deno.test("setWebhook() tells Telegram the address, the secret, and what there are handlers for", async () => {
  await withWebhook(async (telegram) => {
    const { params } = telegram.calls.find(({ method }) => method === "setWebhook")!;
    assertEquals(params.url, `https://tocsin.example${WEBHOOK_PATH}`);
    assertEquals(params.secret_token, SECRET);
    const info = await telegram.call("getWebhookInfo") as { allowed_updates: string[] };
    assertEquals(info.allowed_updates, [...ALLOWED_UPDATES]);
    assertEquals([...ALLOWED_UPDATES].sort(), [
      "callback_query",
      "channel_post",
      "chat_member",
      "edited_message",
      "message",
      "my_chat_member",
    ]);
  });
});

/** The menu that the table gives a role, worked out here once more. */
function expectedMenu(
  place: "group" | "private",
  roles: Role[],
  locale: Locale = "en",
): BotCommand[] {
  const rows = COMMANDS.filter((command) => {
    const here = command[place];
    return here !== null && roles.includes(here.who);
  });
  return rows.map(({ name, ephemeral }) => ({
    command: name,
    description: textsOf(locale).commands[name],
    ...(place === "group" && ephemeral ? { is_ephemeral: true } : {}),
  }));
}

Deno.test("the menus are the table's rows, per scope", async () => {
  await withWebhook(async (telegram, adminIds) => {
    const menu = (scope: Record<string, unknown>) => telegram.call("getMyCommands", { scope });
    assertEquals(await menu({ type: "all_private_chats" }), expectedMenu("private", ["reporter"]));
    assertEquals(await menu({ type: "all_group_chats" }), expectedMenu("group", ["reporter"]));
    assertEquals(
      await menu({ type: "all_chat_administrators" }),
      expectedMenu("group", ["reporter", "dispatcher", "manager"]),
    );
    const all: Role[] = ["reporter", "dispatcher", "manager", "platform_admin"];
    for (const chat_id of adminIds) {
      assertEquals(await menu({ type: "chat", chat_id }), expectedMenu("private", all));
    }
    assertEquals(await menu({ type: "default" }), []);
  });
});

Deno.test("each menu is there in every language, and for clients in any other in English", async () => {
  await withWebhook(async (telegram, adminIds) => {
    const scopes: [BotCommandScope, "group" | "private", Role[]][] = [
      [{ type: "all_private_chats" }, "private", ["reporter"]],
      [{ type: "all_group_chats" }, "group", ["reporter"]],
      [{ type: "all_chat_administrators" }, "group", ["reporter", "dispatcher", "manager"]],
      ...adminIds.map((chat_id): [BotCommandScope, "private", Role[]] => [
        { type: "chat", chat_id },
        "private",
        ["reporter", "dispatcher", "manager", "platform_admin"],
      ]),
    ];
    const menu = (scope: BotCommandScope, language_code: string) =>
      telegram.call("getMyCommands", { scope, language_code });
    for (const [scope, place, roles] of scopes) {
      for (const locale of LOCALES.slice(1)) {
        assertEquals(await menu(scope, locale), expectedMenu(place, roles, locale), locale);
      }
      assertEquals(await menu(scope, "en"), []);
      assertEquals(await menu(scope, "pt"), []);
    }
  });
});

Deno.test("setting the menus goes on when a platform admin has not started the bot", async () => {
  const telegram = await startSimulator();
  const petra = telegram.person("Petra");
  await petra.starts(undefined, { wait: false });
  const config = testConfig(telegram, 0, { PLATFORM_ADMIN_IDS: `999999,${petra.id}` });
  let calls = 0;
  telegram.faults.add({
    method: "setMyCommands",
    kind: { code: 400, description: "Bad Request: chat not found" },
    // Only the first menu of the first admin, after three in each language.
    probability: 0.5,
    random: () => ++calls === 3 * LOCALES.length + 1 ? 0 : 1,
  });
  await setWebhook(config, "https://tocsin.example");
  assertEquals(calls, 4 * LOCALES.length + 1);
  const scope = { type: "chat", chat_id: petra.id };
  const all: Role[] = ["reporter", "dispatcher", "manager", "platform_admin"];
  assertEquals(await telegram.call("getMyCommands", { scope }), expectedMenu("private", all));
  await telegram.close();
});

Deno.test("/help lists the table's rows for the role and the place, and no others", async () => {
  const program = await startProgram();
  const { telegram, admin } = program;
  const ana = telegram.person("Ana");
  const boss = telegram.person("Boss");
  const yard = await program.company("ACME", { owner: boss, members: [ana, admin] });
  const listed = (text: string) =>
    text.split("\n").flatMap((line) => /^\/(\w+).* – /.exec(line)?.[1] ?? []);
  const expected = (place: "group" | "private", ...roles: Role[]) =>
    expectedMenu(place, roles).map(({ command }) => command);
  const cases = [
    [ana, yard, expected("group", "reporter")],
    [boss, yard, expected("group", "reporter", "dispatcher", "manager")],
    [ana, ana.private, expected("private", "reporter")],
    [
      admin,
      admin.private,
      expected("private", "reporter", "dispatcher", "manager", "platform_admin"),
    ],
  ] as const;
  /** What administers stands on a page of its own in private. */
  const told = async (person: Person, place: Group | Person["private"]): Promise<string[]> => {
    const names = new Set<string>();
    for (const word of ["/help", "/help admin"]) {
      await person.says(place, word);
      const messages = "visibleTo" in place ? place.visibleTo(person) : place.messages;
      for (const name of listed(plain(messages.at(-1)!))) names.add(name);
    }
    return [...names].sort();
  };
  for (const [person, place, commands] of cases) {
    assertEquals(await told(person, place), commands.toSorted(), person.name);
  }
  await admin.says(admin.private, `/add_manager ACME ${ana.id}`);
  const managers = expected("private", "reporter", "dispatcher", "manager");
  assertEquals(await told(ana, ana.private), managers.sort());
  await program.close();
});

for (const { name, group, private: inPrivate } of COMMANDS) {
  const place = inPrivate ?? group;
  if (place?.who === "reporter") continue;
  Deno.test(`/${name} refuses somebody without the role, wherever it is written`, async () => {
    const program = await startProgram();
    const { telegram, store } = program;
    const eve = telegram.person("Eve");
    const ana = telegram.person("Ana");
    const yard = await program.company("ACME", { members: [eve, ana] });
    const hello = await ana.says(yard, "hello");
    await eve.says(eve.private, "/help");
    const before = await Array.fromAsync(store.list({ prefix: ["company"] }));
    const people = await Array.fromAsync(store.list({ prefix: ["person"] }));
    if (inPrivate) await eve.says(eve.private, `/${name} ${inPrivate.example}`);
    if (group) await eve.says(yard, `/${name} ${group.example}`, { replyTo: hello });
    const notAllowed = "Sorry, that is not yours to do here. Nothing was changed.";
    const refusals = [
      { place: inPrivate, told: eve.private.messages.at(-1) },
      { place: group, told: yard.visibleTo(eve).at(-1) },
    ];
    for (const { place, told } of refusals) {
      if (place) assertEquals(plain(told!), place.refusal?.(en) ?? notAllowed);
    }
    assertEquals(await Array.fromAsync(store.list({ prefix: ["company"] })), before);
    assertEquals(await Array.fromAsync(store.list({ prefix: ["person"] })), people);
    await program.close();
  });
}

Deno.test("the README's tables are the program's tables", async () => {
  const readme = await Deno.readTextFile(new URL("../README.md", import.meta.url));
  assertEquals(
    tablesIn(readme),
    readmeTables(),
    "out of date: deno run -A tests/readme_table.ts --write",
  );
});
