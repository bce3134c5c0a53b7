/** What somebody can do, here, and how the group is doing. */

import { formatIncidentId, type IncidentId } from "../domain/ids.ts";
import type { CompanyRole } from "../domain/person.ts";
import type { Standing } from "../domain/standing.ts";
import { en } from "./texts/en/en.ts";
import { type Html, html, lines } from "./html.ts";

/** A command as `/help` shows it. */
export interface HelpEntry {
  /** Without the slash. */
  name: string;
  /** What it takes, after the name. */
  usage: string;
  /** What it does. */
  description: string;
}

/** How somebody stands, in one word that people know. */
export function roleName(standing: Standing): string {
  const { roles } = en.help;
  if (standing.platformAdmin) return roles.platformAdmin;
  if (standing.manager) return roles.manager;
  if (standing.dispatcher) return roles.dispatcher;
  return standing.departments.length > 0 ? roles.member : roles.reporter;
}

/** `/help` in an active group. */
export function groupHelp(facts: {
  standing: Standing;
  commands: readonly HelpEntry[];
  counts: { reported: number; resolved: number };
  open: readonly IncidentId[];
  nobodyTakesCalls: boolean;
}): Html {
  const { standing, commands, counts, open, nobodyTakesCalls } = facts;
  const texts = en.help;
  const mayClaim = standing.dispatcher || standing.departments.length > 0;
  return lines(
    texts.youAre(roleName(standing)),
    texts.counts(counts.reported, counts.resolved),
    open.length > 0 ? texts.open(open.map(formatIncidentId).join(", ")) : null,
    html`<b>${texts.youCan}</b>`,
    ...commandLines(commands),
    mayClaim || nobodyTakesCalls ? texts.pressClaim : texts.claimOthers,
    nobodyTakesCalls ? texts.claimAnyone : null,
  );
}

/** `/help` in a private chat. */
export function privateHelp(facts: {
  platformAdmin: boolean;
  roles: readonly { company: string; role: CompanyRole }[];
  commands: readonly HelpEntry[];
  owned: readonly IncidentId[];
}): Html {
  const { platformAdmin, roles, commands, owned } = facts;
  const texts = en.help;
  return lines(
    texts.greeting,
    platformAdmin ? texts.youAre(texts.roles.platformAdmin) : null,
    ...roles.map(({ company, role }) => texts.youAreIn(company, texts.roles[role])),
    roles.length === 0 && !platformAdmin ? texts.noRole : null,
    owned.length > 0 ? texts.owned(owned.map(formatIncidentId).join(", ")) : null,
    html`<b>${texts.youCan}</b>`,
    ...commandLines(commands),
    texts.addMe,
  );
}

/** How many commands are seen at once; the rest unfolds. */
const FIRST_COMMANDS = 4;

function commandLines(commands: readonly HelpEntry[]): Html[] {
  const [first, rest] = [commands.slice(0, FIRST_COMMANDS), commands.slice(FIRST_COMMANDS)];
  const folded = lines(...rest.map(commandLine));
  return [
    ...first.map(commandLine),
    ...(rest.length ? [html`<blockquote expandable>${folded}</blockquote>`] : []),
  ];
}

function commandLine({ name, usage, description }: HelpEntry): Html {
  return html`/${name}${usage ? ` ${usage}` : ""} – ${description}`;
}

/** How a command is used, with an example; `problem`: what was wrong. */
export function usageText(
  command: { name: string; usage: string; example: string },
  problem: string | null = null,
): Html {
  const { name, usage, example } = command;
  const form = (rest: string) => html`<code>/${name}${rest ? ` ${rest}` : ""}</code>`;
  if (problem && !usage) return html`${problem}`;
  return lines(
    problem,
    html`${en.arguments.usage} ${form(usage)}`,
    html`${en.arguments.example} ${form(example)}`,
  );
}
