/** Commands that find and show incidents; each list can be turned page by page. */

import { findDepartment } from "../domain/company.ts";
import type { AttachedGroup } from "../domain/group.ts";
import { formatIncidentId } from "../domain/ids.ts";
import { keys } from "../store/keys.ts";
import { readMany, readOne } from "../store/read.ts";
import { set } from "../store/write.ts";
import { displayName } from "../view/clip.ts";
import { LIST_PAGE, listPanel } from "../view/incident_list.ts";
import type { Panel } from "../view/menu.ts";
import type { Texts } from "../view/texts/texts.ts";
import { actsFor } from "./acts.ts";
import { answer, toast } from "./answer.ts";
import { type Command, type CommandCall, type CommandName, explain } from "./command.ts";
import { type FoundPage, listIncidents, type Outlook, searchIncidents } from "./found.ts";
import { groupsFor } from "./groups.ts";
import { issueFor, timelineFor } from "./history.ts";
import { type BotDeps, isGroup } from "./incoming.ts";
import { referenceIn } from "./incident_reference.ts";
import { type Look, lookAt } from "./look.ts";
import { showPanel } from "./panel.ts";
import { peopleFor } from "./people.ts";
import { FILTERS, parseQuery } from "./query.ts";
import type { PressContext } from "./pressed.ts";
import { textsFor } from "./language.ts";

/** Makes one page of a list. */
type Lister = (
  deps: BotDeps,
  outlook: Outlook & { group: AttachedGroup | null; texts: Texts },
  args: string,
  page: number,
) => Promise<Panel>;

const listers: Record<string, Lister> = {
  async issues(deps, outlook, args, page) {
    const query = parseQuery(args);
    return panelOf(
      outlook.texts,
      query.filter,
      await listIncidents(deps, outlook, query, at(page)),
    );
  },
  async mine(deps, outlook, _args, page) {
    const query = { filter: "mine" as const, tag: null, department: null };
    return panelOf(outlook.texts, "mine", await listIncidents(deps, outlook, query, at(page)));
  },
  async find(deps, outlook, args, page) {
    return panelOf(outlook.texts, "found", await searchIncidents(deps, outlook, args, at(page)));
  },
  people: peopleFor,
  audit: actsFor,
  groups: groupsFor,
};

const at = (page: number) => ({ page, size: LIST_PAGE });

function panelOf(
  texts: Texts,
  title: Parameters<typeof listPanel>[1]["title"],
  found: FoundPage,
): Panel {
  return listPanel(texts, { title, ...found });
}

/** Shows the first page, and remembers what was asked for, so that it can be turned. */
export async function list(deps: BotDeps, call: CommandCall, command: string): Promise<void> {
  const { args, from, group, texts, message: { chat } } = call;
  const made = await listers[command]!(deps, { personId: from.id, group, texts }, args, 0);
  const listing = { schema: 1 as const, command, args };
  await deps.kv.commit([], [set(keys.listing(chat.id, from.id), listing, LISTING_TIME)]);
  await answer(deps, call, made.html, made.keyboard);
}

/** How long a list can be turned, in milliseconds. */
const LISTING_TIME = 24 * 3_600_000;

/** Turns to another page of the list that somebody asked for last in this chat. */
export async function turnPage(deps: BotDeps, pressed: PressContext, page: number): Promise<void> {
  const { query, chat } = pressed;
  const { listing, profile } = await readMany(deps.kv, {
    listing: keys.listing(chat.id, query.from.id),
    profile: keys.profile(query.from.id),
  });
  const texts = textsFor(query.from, profile.value);
  const { value } = listing;
  const lister = value && listers[value.command];
  if (!lister) return await refuseToTurn(deps, { query, texts });
  const group = isGroup(chat) ? (await readOne(deps.kv, keys.group(chat.id))).value : null;
  if (isGroup(chat) && group?.status !== "active") {
    return await refuseToTurn(deps, { query, texts });
  }
  const here = group?.status === "active" ? group : null;
  const outlook = { personId: query.from.id, group: here, texts };
  const made = await lister(deps, outlook, value.args, page);
  await showPanel(deps, { ...pressed, texts }, made, {
    worksInPrivate: () => Promise.resolve(false),
  });
}

async function refuseToTurn(
  deps: BotDeps,
  { query, texts }: Pick<PressContext, "query" | "texts">,
): Promise<void> {
  deps.trace.outcome = "no_list";
  await toast(deps, query.id, texts.list.gone);
}

function lister(
  name: CommandName,
  { usage, example }: { usage: string; example: string },
): Command {
  const place = {
    who: "reporter" as const,
    usage,
    example,
    run: async (deps: BotDeps, call: CommandCall) => {
      const needs = usage.startsWith("<") && call.args === "";
      const self = { name, usage, example };
      if (needs) return await explain(deps, call, self, call.texts.list.nothingToFind);
      const unknown = name === "issues" ? await unknownWord(deps, call) : null;
      if (unknown !== null) {
        return await explain(
          deps,
          call,
          self,
          call.texts.list.unknownFilter(displayName(unknown, "?")),
        );
      }
      await list(deps, call, name);
    },
  };
  return { name, aliases: [], ephemeral: true, group: place, private: place };
}

function shower(
  name: CommandName,
  show: (deps: BotDeps, look: Look) => Promise<Panel>,
): Command {
  const place = (usage: string) => ({
    who: "reporter" as const,
    usage,
    example: "ACME-42",
    run: async (deps: BotDeps, call: CommandCall) => {
      const reference = await referenceIn(deps, call);
      const self = { name, usage, example: "ACME-42" };
      if (!reference) return await explain(deps, call, self, call.texts.arguments.whichIncident);
      deps.trace.incident = formatIncidentId(reference.incident);
      await showIncident(deps, call, reference.incident, show);
    },
  });
  return {
    name,
    aliases: [],
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
    return await answer(deps, call, call.texts.refused.unknown_incident);
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
export const issues: Command = lister("issues", {
  usage: `[${FILTERS.join(" | ")}] [#tag] [department]`,
  example: "unclaimed #brakes",
});

/** `/find` */
export const find: Command = lister("find", {
  usage: "<words>",
  example: "brake truck 12",
});

/** `/mine` */
export const mine: Command = {
  ...lister("mine", { usage: "", example: "" }),
  group: null,
};

/** `/issue` */
export const issue: Command = shower(
  "issue",
  (deps, look) => issueFor(deps, look, 0),
);

/** `/history` */
export const history: Command = shower(
  "history",
  (deps, look) => timelineFor(deps, look, null),
);
