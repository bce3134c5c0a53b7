/** What is decided about groups that wait. */

import { attachGroup, createForGroup, rejectGroup } from "../../execute/group_decisions.ts";
import { displayName } from "../../view/clip.ts";
import { type ActName, addressOf } from "../../view/console/address.ts";
import type { Texts } from "../../view/texts/texts.ts";
import { showAttached } from "../finish_attached.ts";
import type { BotDeps } from "../incoming.ts";
import { act, type Asker, type ConsoleAct } from "./entry.ts";
import { waitingGroup } from "./waiting_groups.ts";

const next = () => addressOf("waiting");

/** Asks about the group that is to be turned down. */
function sure(sentence: (texts: Texts) => (title: string) => string) {
  return async (deps: BotDeps, { texts }: Asker, { chat }: { chat: number }) => {
    const group = await waitingGroup(deps, chat);
    return group && sentence(texts)(displayName(group.title, "?", 60));
  };
}

/** What is decided. */
export const WAITING_ACTS = {
  /** Attaches a group to a company that there is. */
  attach_to: act({
    kind: "press",
    who: "platform_admin",
    takes: ["chat", "company"],
    commands: ["add_group"],
    hint: ({ chat, company }) => `${company} ${chat}`,
    next,
    run: (deps, origin, { chat: groupChatId, company: companyId }) =>
      attachGroup(deps, origin, { groupChatId, companyId }),
    after: (deps, committed, { chat }) => showAttached(deps, committed, chat),
  }),
  /** Creates the company that was asked for, and attaches the group. */
  create_for: act({
    kind: "press",
    who: "platform_admin",
    takes: ["chat"],
    commands: ["add_company", "add_group"],
    hint: null,
    next,
    run: (deps, origin, { chat: groupChatId }) => createForGroup(deps, origin, { groupChatId }),
  }),
  /** Turns a group down. */
  reject: act({
    kind: "press",
    who: "platform_admin",
    takes: ["chat"],
    commands: ["reject_group"],
    hint: ({ chat }) => String(chat),
    next,
    from: ({ chat }) => addressOf("request", [chat]),
    question: sure(({ admin: { waiting } }) => waiting.sureReject),
    run: (deps, origin, { chat: groupChatId }) =>
      rejectGroup(deps, origin, { groupChatId, block: false }),
  }),
  /** Turns a group down for good. */
  block: act({
    kind: "press",
    who: "platform_admin",
    takes: ["chat"],
    commands: ["reject_group"],
    hint: ({ chat }) => `${chat} block`,
    next,
    from: ({ chat }) => addressOf("request", [chat]),
    question: sure(({ admin: { waiting } }) => waiting.sureBlock),
    run: (deps, origin, { chat: groupChatId }) =>
      rejectGroup(deps, origin, { groupChatId, block: true }),
  }),
} satisfies Partial<Record<ActName, ConsoleAct>>;
