/**
 * The README's tables of commands and buttons, made from the program's own tables.
 * `deno run -A tests/readme_table.ts --write` puts them into README.md.
 */

import { BUTTONS } from "../src/bot/button_table.ts";
import type { Command, Place, Role } from "../src/bot/command.ts";
import { COMMANDS } from "../src/bot/command_table.ts";
import { en } from "../src/view/texts/en/en.ts";

const README = new URL("../README.md", import.meta.url);
const BLOCK = /(?<=<!-- commands -->\n)[\s\S]*?(?=<!-- \/commands -->)/;

const ROLES: Record<Role, string> = {
  reporter: "anyone",
  dispatcher: "dispatchers",
  manager: "managers",
  platform_admin: "platform admins",
};
const PLACES = { group: "groups", private: "private chat", anywhere: "groups, private chat" };

/** The tables as Markdown, one line a row. */
export function readmeTables(): string[] {
  return [
    ...table(["command", "where", "who", "what it does"], COMMANDS.flatMap(commandRows)),
    "",
    ...table(
      ["button", "where", "who may press"],
      Object.values(BUTTONS).map(({ label, place, who }) => [label(en), PLACES[place], who]),
    ),
  ];
}

function commandRows(command: Command): string[][] {
  const { group, private: inPrivate } = command;
  const description = en.commands[command.name];
  const row = (
    place: Place,
    where: string,
  ) => [written(command, place), where, ROLES[place.who], description];
  if (group && inPrivate && group.usage === inPrivate.usage && group.who === inPrivate.who) {
    return [row(group, `${PLACES.group}, ${PLACES.private}`)];
  }
  return [
    ...(group ? [row(group, PLACES.group)] : []),
    ...(inPrivate ? [row(inPrivate, PLACES.private)] : []),
  ];
}

function written({ name, aliases }: Command, { usage }: Place): string {
  const forms = [name, ...aliases].map((form) => `\`/${form}${usage ? ` ${usage}` : ""}\``);
  return forms.join(" or ");
}

function table(head: string[], rows: string[][]): string[] {
  const line = (cells: string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)];
}

/** What stands in a README between the marks; `null` without marks. */
export function tablesIn(readme: string): string[] | null {
  const block = BLOCK.exec(readme)?.[0];
  return block === undefined ? null : block.trim().split("\n").map(withoutPadding);
}

/** The formatter pads the cells of a table; that says nothing. */
function withoutPadding(row: string): string {
  return row.replace(/-{3,}/g, "---").replace(/ +/g, " ").trim();
}

if (import.meta.main) {
  const readme = await Deno.readTextFile(README);
  if (!BLOCK.test(readme)) {
    throw new Error("Cannot write: README.md has no <!-- commands --> marks");
  }
  if (!Deno.args.includes("--write")) {
    console.log(readmeTables().join("\n"));
  } else {
    const block = `\n${readmeTables().join("\n")}\n\n`;
    await Deno.writeTextFile(README, readme.replace(BLOCK, () => block));
    await new Deno.Command(Deno.execPath(), { args: ["fmt", "--quiet", README.pathname] }).output();
  }
}
