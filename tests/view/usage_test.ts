import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { Place } from "../../src/bot/command.ts";
import { COMMANDS } from "../../src/bot/command_table.ts";
import { FILTERS } from "../../src/bot/query.ts";
import { SNOOZES } from "../../src/domain/action.ts";
import { LOCALES } from "../../src/domain/locale.ts";
import { NOTIFY_SETTINGS, UNSET_WORD } from "../../src/domain/notify_setting.ts";
import { PRIORITIES } from "../../src/domain/priority.ts";
import { groupHelp, privateHelp, usageText } from "../../src/view/help.ts";
import { AUTO } from "../../src/view/language_panel.ts";
import { CATALOGUES } from "../../src/view/texts/catalogues.ts";
import { en } from "../../src/view/texts/en/en.ts";
import { placeholders as es } from "../../src/view/texts/es/placeholders.ts";
import { placeholders as ru } from "../../src/view/texts/ru/placeholders.ts";
import { placeholders as uz } from "../../src/view/texts/uz/placeholders.ts";
import type { Texts } from "../../src/view/texts/texts.ts";
import { usageIn } from "../../src/view/usage.ts";
import { NO_ROLES } from "../domain/story.ts";
import { read } from "./reads.ts";

const NAMES: ReadonlySet<string> = new Set(Object.keys(en.placeholders));

/** What is typed as it stands, in every language. */
const TYPED: ReadonlySet<string> = new Set([
  ...PRIORITIES,
  ...SNOOZES,
  ...FILTERS,
  ...LOCALES,
  ...NOTIFY_SETTINGS,
  UNSET_WORD,
  AUTO,
  ...["add", "remove", "always", "forever", "block", "false alarm", "duplicate of"],
]);

/** Every usage of the table, with its command. */
const USAGES: [string, string][] = COMMANDS.flatMap(({ name, group, private: inPrivate }) =>
  [group, inPrivate].filter((place): place is Place => place !== null)
    .map(({ usage }): [string, string] => [`/${name}`, usage])
);

/** What stands in the brackets of a usage, choice by choice. */
function choicesIn(usage: string): string[] {
  return [...usage.matchAll(/[<[]([^\]>]*)[\]>]/g)].flatMap(([, choices]) => choices!.split(" | "));
}

/** A choice's name of a thing and what is typed before it; either may be missing. */
function partsOf(choice: string): { typed: string; name: string | null } {
  if (NAMES.has(choice)) return { typed: "", name: choice };
  const [, typed, name] = /^(.*?)[ #]?([^ #]+)$/.exec(choice)!;
  return NAMES.has(name!) ? { typed: typed!, name: name! } : { typed: choice, name: null };
}

Deno.test("every word of every usage is the name of a thing or typed as it stands", () => {
  for (const [command, usage] of USAGES) {
    for (const choice of choicesIn(usage)) {
      const { typed } = partsOf(choice);
      assert(typed === "" || TYPED.has(typed), `${command}: ${choice}`);
    }
    const outside = usage.replace(/<[^>]*>|\[[^\]]*\]/g, " ").trim();
    assert(["", "to", "…"].includes(outside), `${command}: ${outside}`);
  }
});

Deno.test("no word is both, and every name of a thing is in some usage", () => {
  const all = USAGES.flatMap(([, usage]) => choicesIn(usage));
  const used = new Set(all.map((choice) => partsOf(choice).name));
  for (const name of NAMES) {
    assert(used.has(name), name);
    assert(!TYPED.has(name), name);
  }
});

Deno.test("English says the names as the table of commands has them", () => {
  for (const [command, usage] of USAGES) assertEquals(usageIn(en, usage), usage, command);
});

Deno.test("no name in any language would be taken for something typed, or breaks the brackets", () => {
  const all = [...Object.values(CATALOGUES), es, ru, uz];
  for (const { placeholders } of all) {
    assertEquals(Object.keys(placeholders).sort(), [...NAMES].sort());
    for (const said of Object.values(placeholders)) {
      assert(/^[^<>[\]|]*[^\s<>[\]|]$/.test(said), said);
      assert(!TYPED.has(said), said);
    }
  }
});

const russian: Texts = { ...en, ...ru };

Deno.test("names of things are read in one's language; what is typed stays as it is", () => {
  const usages: [string, string][] = [
    ["<what happened>", "<что случилось>"],
    ["[id] <low | high>", "[номер] <low | high>"],
    ["<id> <1h | tomorrow | off>", "<номер> <1h | tomorrow | off>"],
    ["<company_id> [hours | always]", "<id компании> [часы | always]"],
    ["<false alarm | duplicate of id | reason>", "<false alarm | duplicate of номер | причина>"],
    ["[open | mine] [#tag] [department]", "[open | mine] [#метка] [отдел]"],
    [
      "<company_id> <department> to <new name>",
      "<id компании> <отдел> to <новое название>",
    ],
    ["<tag> …", "<метка> …"],
    ["", ""],
  ];
  for (const [usage, said] of usages) assertEquals(usageIn(russian, usage), said);
});

Deno.test("a usage and the help, in groups and in private, speak the reader's language", () => {
  const command = { name: "comment", usage: "[id] <text>", example: "ACME-42 It is hot" };
  assertStringIncludes(read(usageText(russian, command)).text, "/comment [номер] <текст>\n");
  const commands = [{ ...command, description: "…" }];
  const inGroup = groupHelp(russian, {
    standing: NO_ROLES,
    commands,
    counts: { reported: 0, resolved: 0 },
    open: [],
    nobodyTakesCalls: false,
  });
  const inPrivate = privateHelp(russian, {
    platformAdmin: false,
    roles: [],
    commands,
    owned: [],
  });
  for (const help of [inGroup, inPrivate]) {
    assertStringIncludes(read(help).text, "/comment [номер] <текст> – …");
  }
});
