/** Commands that find and show incidents; each list can be turned page by page. */

import { findDepartment } from "../domain/company.ts";
import type { AttachedGroup } from "../domain/group.ts";
import { formatIncidentId } from "../domain/ids.ts";
import { keys } from "../store/keys.ts";
import { readOne } from "../store/read.ts";
import { set } from "../store/write.ts";
import { displayName } from "../view/clip.ts";
import { en } from "../view/texts/en/en.ts";
import { LIST_PAGE, listPanel } from "../view/incident_list.ts";
import type { Panel } from "../view/menu.ts";
import { answer, toast } from "./answer.ts";
import { type Command, type CommandCall, explain } from "./command.ts";
import { type FoundPage, listIncidents, type Outlook, searchIncidents } from "./found.ts";
import { issueFor, timelineFor } from "./history.ts";
import { type BotDeps, isGroup } from "./incoming.ts";
import { referenceIn } from "./incident_reference.ts";
import { type Look, lookAt } from "./look.ts";
import { showPanel } from "./panel.ts";
import { peopleFor } from "./people.ts";
import { FILTERS, parseQuery } from "./query.ts";
import type { PressContext } from "./pressed.ts";

/** Makes one page of a list. */
type Lister = (
  deps: BotDeps,
  outlook: Outlook & { group: AttachedGroup | null },
  args: string,
  page: number,
) => Promise<Panel>;

const listers: Record<string, Lister> = {
  async issues(deps, outlook, args, page) {
    const query = parseQuery(args);
    return panelOf(query.filter, await listIncidents(deps, outlook, query, at(page)));
  },
  async mine(deps, outlook, _args, page) {
    const query = { filter: "mine" as const, tag: null, department: null };
    return panelOf("mine", await listIncidents(deps, outlook, query, at(page)));
  },
  async find(deps, outlook, args, page) {
    return panelOf("found", await searchIncidents(deps, outlook, args, at(page)));
  },
  people: peopleFor,
};

const at = (page: number) => ({ page, size: LIST_PAGE });

function panelOf(title: Parameters<typeof listPanel>[0]["title"], found: FoundPage): Panel {
  return listPanel({ title, ...found });
}

/** Shows the first page, and remembers what was asked for, so that it can be turned. */
export async function list(deps: BotDeps, call: CommandCall, command: string): Promise<void> {
  const { args, from, group, message: { chat } } = call;
  const made = await listers[command]!(deps, { personId: from.id, group }, args, 0);
  const listing = { schema: 1 as const, command, args };
  await deps.kv.commit([], [set(keys.listing(chat.id, from.id), listing, LISTING_TIME)]);
  await answer(deps, call, made.html, made.keyboard);
}

/** How long a list can be turned, in milliseconds. */
const LISTING_TIME = 24 * 3_600_000;

/** Turns to another page of the list that somebody asked for last in this chat. */
export async function turnPage(deps: BotDeps, context: PressContext, page: number): Promise<void> {
  const { query, chat } = context;
  const { value } = await readOne(deps.kv, keys.listing(chat.id, query.from.id));
  const lister = value && listers[value.command];
  if (!lister) return await refuseToTurn(deps, context);
  const group = isGroup(chat) ? (await readOne(deps.kv, keys.group(chat.id))).value : null;
  if (isGroup(chat) && group?.status !== "active") return await refuseToTurn(deps, context);
  const outlook = { personId: query.from.id, group: group?.status === "active" ? group : null };
  const made = await lister(deps, outlook, value.args, page);
  await showPanel(deps, context, made, { worksInPrivate: () => Promise.resolve(false) });
}

async function refuseToTurn(deps: BotDeps, { query }: PressContext): Promise<void> {
  deps.trace.outcome = "no_list";
  await toast(deps, query.id, en.list.gone);
}

function lister(
  name: string,
  description: string,
  { usage, example }: { usage: string; example: string },
): Command {
  const place = {
    who: "reporter" as const,
    usage,
    example,
    run: async (deps: BotDeps, call: CommandCall) => {
      const needs = usage.startsWith("<") && call.args === "";
      const self = { name, usage, example };
      if (needs) return await explain(deps, call, self, en.list.nothingToFind);
      const unknown = name === "issues" ? await unknownWord(deps, call) : null;
      if (unknown !== null) {
        return await explain(deps, call, self, en.list.unknownFilter(displayName(unknown, "?")));
      }
      await list(deps, call, name);
    },
  };
  return { name, aliases: [], description, ephemeral: true, group: place, private: place };
}

function shower(
  name: string,
  description: string,
  show: (deps: BotDeps, look: Look) => Promise<Panel>,
): Command {
  const place = (usage: string) => ({
    who: "reporter" as const,
    usage,
    example: "ACME-42",
    run: async (deps: BotDeps, call: CommandCall) => {
      const reference = await referenceIn(deps, call);
      const self = { name, usage, example: "ACME-42" };
      if (!reference) return await explain(deps, call, self, en.arguments.whichIncident);
      deps.trace.incident = formatIncidentId(reference.incident);
      await showIncident(deps, call, reference.incident, show);
    },
  });
  return {
    name,
    aliases: [],
    description,
    ephemeral: true,
    group: place("[id]"),
    private: place("<id>"),
  };
}

/** Shows an incident to those who may see it; to others there is none. */
export async function showIncident(
  deps: BotDeps,
  call: CommandCall,
  incident: Parameters<typeof lookAt>[2],
  show: (deps: BotDeps, look: Look) => Promise<Panel> = (it, look) => issueFor(it, look, 0),
): Promise<void> {
  const look = await lookAt(deps, { chat: call.message.chat, from: call.from }, incident);
  if (!look) {
    deps.trace.outcome = "unknown_incident";
    return await answer(deps, call, en.refused.unknown_incident);
  }
  const { html, keyboard } = await show(deps, look);
  await answer(deps, call, html, keyboard);
}

/** In a group a word that names no department is a mistake worth telling. */
async function unknownWord(deps: BotDeps, { group, args }: CommandCall): Promise<string | null> {
  const { department } = parseQuery(args);
  if (!group || department === null) return null;
  const company = await readOne(deps.kv, keys.company(group.company));
  return company.value && findDepartment(company.value, department) ? null : department;
}

/** `/issues` */
export const issues: Command = lister("issues", "List incidents", {
  usage: `[${FILTERS.join(" | ")}] [#tag] [department]`,
  example: "unclaimed #brakes",
});

/** `/find` */
export const find: Command = lister("find", "Find incidents by their words", {
  usage: "<words>",
  example: "brake truck 12",
});

/** `/mine` */
export const mine: Command = {
  ...lister("mine", "What you reported, own or helped with", { usage: "", example: "" }),
  group: null,
};

/** `/issue` */
export const issue: Command = shower(
  "issue",
  "Show an incident whole",
  (deps, look) => issueFor(deps, look, 0),
);

/** `/history` */
export const history: Command = shower(
  "history",
  "Show what happened to an incident",
  (deps, look) => timelineFor(deps, look, null),
);
