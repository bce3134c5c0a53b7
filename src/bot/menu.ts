/** What opens when somebody presses *More* and what is behind it. */

import type { IncidentId } from "../domain/ids.ts";
import { departmentOf } from "../domain/incident.ts";
import { mayChooseDepartment } from "../domain/refuse.ts";
import type { PersonalAction } from "../domain/rules.ts";
import { eligiblePeople, named } from "../execute/audience.ts";
import { openIncidents } from "../store/listings.ts";
import { keys } from "../store/keys.ts";
import { readAll, readOne } from "../store/read.ts";
import {
  assignMenu,
  cancelMenu,
  departmentMenu,
  duplicateMenu,
  MENU_PAGE,
  type MenuName,
  moreMenu,
  type Panel,
  priorityMenu,
  snoozeMenu,
} from "../view/menu.ts";
import type { BotDeps } from "./incoming.ts";
import type { Look } from "./look.ts";
import { pageOf } from "../view/paging.ts";

/** What somebody must be able to do for a menu to open; `null`: to see the incident. */
export const NEEDED: Record<MenuName, PersonalAction | null> = {
  more: null,
  assign: "assign",
  change: "change_department",
  priority: "set_priority",
  snooze: "snooze",
  cancel: "cancel",
  duplicate: "cancel",
};

/** Makes a menu for whoever looks. */
export async function menuFor(
  deps: BotDeps,
  look: Look,
  { menu, page }: { menu: MenuName; page: number },
): Promise<Panel> {
  const { incident, company, possible, texts } = look;
  const at = { page, size: MENU_PAGE };
  switch (menu) {
    case "more":
      return moreMenu(texts, incident, company, { possible, choosable: choosable(look) });
    case "change":
      return departmentMenu(texts, incident, company, choosable(look));
    case "priority":
      return priorityMenu(texts, incident, company);
    case "snooze":
      return snoozeMenu(texts, incident, company, deps.now());
    case "cancel":
      return cancelMenu(texts, incident, company);
    case "duplicate":
      return duplicateMenu(texts, incident, company, pageOf(await othersOpen(deps, incident), at));
    case "assign": {
      const ids = pageOf(await eligible(deps, look), at);
      return assignMenu(texts, incident, company, {
        ...ids,
        items: await named(deps.kv, ids.items),
      });
    }
    default:
      return menu satisfies never;
  }
}

/** The other departments that this person may choose. */
function choosable({ incident, company, facts }: Look): Set<string> {
  const others = company.departments.filter(({ id }) =>
    id !== departmentOf(incident) && mayChooseDepartment(id, facts) === null
  );
  return new Set(others.map(({ id }) => id));
}

/** Most open incidents that are offered. */
const MOST_OTHERS = 80;

async function othersOpen(deps: BotDeps, incident: IncidentId & { chatId: number }) {
  const ids = (await openIncidents(deps.kv, incident.chatId, MOST_OTHERS + 1))
    .filter(({ number }) => number !== incident.number);
  const entries = await readAll(deps.kv, ids.map((id) => keys.incident(id)));
  return entries.flatMap(({ value }) => value ? [value.state] : []).toReversed();
}

async function eligible(deps: BotDeps, { incident, group }: Look) {
  if (!("department" in incident) || incident.department === null) return [];
  const administrators = await readOne(deps.kv, keys.administrators(group.chatId));
  const ids = administrators.value?.ids ?? [];
  const people = await eligiblePeople(deps.kv, group, incident.department, ids);
  return people.filter((id) => !("owner" in incident) || incident.owner.id !== id);
}
