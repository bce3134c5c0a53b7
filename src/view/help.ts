/** What somebody can do, here, and how the group is doing. */

import { formatIncidentId, type IncidentId } from "../domain/ids.ts";
import type { CompanyRole } from "../domain/person.ts";
import type { Standing } from "../domain/standing.ts";
import type { Texts } from "./texts/texts.ts";
import { usageIn } from "./usage.ts";
import { type Html, html, lines } from "./html.ts";

/** A command as `/help` shows it. */
export interface HelpEntry {
  /** Without the slash. */
  name: string;
  /** What it takes, after the name, as the table of commands writes it. */
  usage: string;
  /** What it does. */
  description: string;
}

/** How somebody stands, in one word that people know. */
export function roleName(texts: Texts, standing: Standing): string {
  const { roles } = texts.help;
  if (standing.platformAdmin) return roles.platformAdmin;
  if (standing.manager) return roles.manager;
  if (standing.dispatcher) return roles.dispatcher;
  return standing.departments.length > 0 ? roles.member : roles.reporter;
}

/** `/help` in an active group. */
export function groupHelp(texts: Texts, facts: {
  standing: Standing;
  commands: readonly HelpEntry[];
  counts: { reported: number; resolved: number };
  open: readonly IncidentId[];
  nobodyTakesCalls: boolean;
}): Html {
  const { standing, commands, counts, open, nobodyTakesCalls } = facts;
  const words = texts.help;
  const mayClaim = standing.dispatcher || standing.departments.length > 0;
  return lines(
    words.youAre(roleName(texts, standing)),
    words.counts(counts.reported, counts.resolved),
    open.length > 0 ? words.open(open.map(formatIncidentId).join(", ")) : null,
    html`<b>${words.youCan}</b>`,
    ...commandLines(texts, commands),
    mayClaim || nobodyTakesCalls ? words.pressClaim : words.claimOthers,
    nobodyTakesCalls ? words.claimAnyone : null,
  );
}

/** `/help` in a private chat. */
export function privateHelp(texts: Texts, facts: {
  platformAdmin: boolean;
  roles: readonly { company: string; role: CompanyRole }[];
  commands: readonly HelpEntry[];
  owned: readonly IncidentId[];
}): Html {
  const { platformAdmin, roles, commands, owned } = facts;
  const words = texts.help;
  return lines(
    words.greeting,
    platformAdmin ? words.youAre(words.roles.platformAdmin) : null,
    ...roles.map(({ company, role }) => words.youAreIn(company, words.roles[role])),
    roles.length === 0 && !platformAdmin ? words.noRole : null,
    owned.length > 0 ? words.owned(owned.map(formatIncidentId).join(", ")) : null,
    html`<b>${words.youCan}</b>`,
    ...commandLines(texts, commands),
    words.addMe,
  );
}

/** How many commands are seen at once; the rest unfolds. */
const FIRST_COMMANDS = 4;

function commandLines(texts: Texts, commands: readonly HelpEntry[]): Html[] {
  const line = (entry: HelpEntry) => commandLine(texts, entry);
  const [first, rest] = [commands.slice(0, FIRST_COMMANDS), commands.slice(FIRST_COMMANDS)];
  const folded = lines(...rest.map(line));
  return [
    ...first.map(line),
    ...(rest.length ? [html`<blockquote expandable>${folded}</blockquote>`] : []),
  ];
}

function commandLine(texts: Texts, { name, usage, description }: HelpEntry): Html {
  return html`/${name}${usage ? ` ${usageIn(texts, usage)}` : ""} – ${description}`;
}

/** How a command is used, with an example; `problem`: what was wrong. */
export function usageText(
  texts: Texts,
  command: { name: string; usage: string; example: string },
  problem: string | null = null,
): Html {
  const { name, usage, example } = command;
  const form = (rest: string) => html`<code>/${name}${rest ? ` ${rest}` : ""}</code>`;
  if (problem && !usage) return html`${problem}`;
  return lines(
    problem,
    html`${texts.arguments.usage} ${form(usageIn(texts, usage))}`,
    html`${texts.arguments.example} ${form(example)}`,
  );
}
