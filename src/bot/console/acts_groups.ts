/** What is done to groups that belong to a company. */

import { attachGroup } from "../../execute/group_decisions.ts";
import { detachGroup, transferGroup } from "../../execute/group_life.ts";
import { displayName } from "../../view/clip.ts";
import { type ActName, addressOf } from "../../view/console/address.ts";
import { showAttached } from "../finish_attached.ts";
import { act, type ConsoleAct } from "./entry.ts";
import { companyOf } from "./pages_company.ts";
import { groupOf } from "./pages_groups.ts";

/** What is done to them. */
export const GROUP_ACTS = {
  /** Takes a group out of its company. */
  detach: act({
    kind: "press",
    who: "company",
    takes: ["company", "chat"],
    commands: ["detach_group"],
    hint: ({ chat }) => String(chat),
    next: ({ company, chat }) => addressOf("group", [company, chat]),
    async question(deps, { texts }, about) {
      const found = await groupOf(deps, about);
      if (!found) return null;
      const { company, group } = found;
      const title = displayName(group.title, "?", 60);
      return texts.admin.groups.sureDetach(title, displayName(company.name, company.id, 40));
    },
    run: (deps, origin, { chat: groupChatId }) => detachGroup(deps, origin, { groupChatId }),
  }),
  /** Lets a group that was detached come back. */
  attach_again: act({
    kind: "press",
    who: "platform_admin",
    takes: ["company", "chat"],
    commands: ["add_group"],
    hint: ({ company, chat }) => `${company} ${chat}`,
    next: ({ company, chat }) => addressOf("group", [company, chat]),
    run: (deps, origin, { company: companyId, chat: groupChatId }) =>
      attachGroup(deps, origin, { companyId, groupChatId }),
    after: (deps, committed, { chat }) => showAttached(deps, committed, chat),
  }),
  /** Moves a group to another company. */
  move_group: act({
    kind: "press",
    who: "platform_admin",
    takes: ["company", "chat", "into"],
    commands: ["move_group"],
    hint: ({ chat, into }) => `${chat} ${into}`,
    from: ({ company, chat }) => addressOf("move", [company, chat]),
    next: ({ company }) => addressOf("groups", [company]),
    async question(deps, { texts }, { into, ...about }) {
      const found = await groupOf(deps, about);
      const other = await companyOf(deps, into);
      if (!found || !other) return null;
      const title = displayName(found.group.title, "?", 60);
      return texts.admin.groups.sureMove(title, displayName(other.name, into, 40));
    },
    run: (deps, origin, { chat: groupChatId, into: companyId }) =>
      transferGroup(deps, origin, { groupChatId, companyId }),
    after: (deps, committed, { chat }) => showAttached(deps, committed, chat),
  }),
} satisfies Partial<Record<ActName, ConsoleAct>>;
