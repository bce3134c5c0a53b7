/** Runs a command of the table: where it works, for whom, and with what it needs. */

import type { AttachedGroup, Group } from "../domain/group.ts";
import { isKnown, noteContact } from "../execute/contact.ts";
import { passCommand } from "../execute/pass_command.ts";
import { inactive } from "../execute/refused.ts";
import { keys } from "../store/keys.ts";
import { readMany, readOne } from "../store/read.ts";
import { answer } from "./answer.ts";
import { finish } from "./command.ts";
import { findCommand, includesRole, isAdministrative } from "./command_table.ts";
import { type BotDeps, type IncomingMessage, isGroup, seen } from "./incoming.ts";
import { meetGroup } from "./membership.ts";
import { refuseForgotten } from "./refuse_forgotten.ts";
import { roleInGroup, roleInPrivate } from "./role.ts";
import { textsFor } from "./language.ts";
import type { User } from "grammy/types";
import type { Profile } from "../domain/person.ts";
import { knownLanguage } from "../view/texts/language.ts";
import type { Texts } from "../view/texts/texts.ts";

/** A command that is to be run. */
export interface Run {
  /** Without the slash. */
  name: string;
  /** What follows it. */
  args: string;
  /** The bot's question that it answers is settled with it. */
  settles?: Deno.KvKey;
}

/** Runs a command that its sender may use here; says why when it can't be. */
export async function runCommand(
  deps: BotDeps,
  written: IncomingMessage,
  run: Run,
): Promise<void> {
  const { message, from } = written;
  const isPrivate = message.chat.type === "private";
  const command = findCommand(run.name);
  if (!command && !isPrivate) return;
  Object.assign(deps.trace, {
    chat: message.chat.id,
    person: from.id,
    action: command?.name,
    administers: command !== null && isAdministrative(command),
  });
  const { profile, group } = await readMany(deps.kv, {
    profile: keys.profile(from.id),
    group: keys.group(message.chat.id),
  });
  const active = isActive(group.value) ? group.value : null;
  const texts = await textsIn(deps, from, { profile: profile.value, group: active });
  const incoming = { ...written, texts };
  if (profile.value?.forgetting) return await refuseForgotten(deps, incoming);
  if (!await mayGoOn(deps, incoming, active)) return;
  if (!command) {
    deps.trace.outcome = "unknown";
    return await answer(deps, incoming, texts.help.unknownCommand);
  }
  const contact = { ...seen(from), ...(isPrivate ? { reachable: true } : {}) };
  if (!isKnown(profile.value, contact)) await noteContact(deps, contact);
  if (isGroup(message.chat) && !active) return await refuseInactive(deps, incoming, group.value);
  const here = isPrivate ? command.private : command.group;
  if (!here) {
    deps.trace.outcome = "wrong_place";
    return await answer(deps, incoming, isPrivate ? texts.where.group : texts.where.private);
  }
  if (here.who !== "reporter") {
    const role = active
      ? await roleInGroup(deps, active, from.id)
      : await roleInPrivate(deps, from.id);
    if (!includesRole(role, here.who)) {
      deps.trace.outcome = "not_allowed";
      return await answer(deps, incoming, here.refusal?.(texts) ?? texts.desk.not_allowed);
    }
  }
  const { args, settles } = run;
  await here.run(deps, { ...incoming, args, group: active, ...(settles ? { settles } : {}) });
}

/** The company says what somebody reads of whose language nothing is known; read for them alone. */
async function textsIn(
  deps: BotDeps,
  from: User,
  { profile, group }: { profile: Profile | null; group: AttachedGroup | null },
): Promise<Texts> {
  if (!group || knownLanguage(profile, from.language_code)) return textsFor(from, profile);
  return textsFor(from, profile, (await readOne(deps.kv, keys.company(group.company))).value);
}

/** Whoever sends too many commands is told once how long to wait, and then no more. */
async function mayGoOn(
  deps: BotDeps,
  incoming: IncomingMessage,
  group: AttachedGroup | null,
): Promise<boolean> {
  const { from, updateId, texts } = incoming;
  const passage = await passCommand(deps, { personId: from.id, updateId, group });
  if (passage.kind === "run") return true;
  deps.trace.outcome = "too_many_commands";
  if (passage.kind === "wait") {
    const seconds = Math.max(1, Math.ceil((passage.until - deps.now()) / 1000));
    await answer(deps, incoming, texts.refused.too_many_commands(seconds));
  }
  return false;
}

function isActive(group: Group | null): group is AttachedGroup {
  return group?.status === "active";
}

async function refuseInactive(
  deps: BotDeps,
  incoming: IncomingMessage,
  group: Group | null,
): Promise<void> {
  if (!group) return await meetGroup(deps, incoming);
  const outcome = { kind: "refused" as const, refusal: inactive(group) };
  await finish(deps, incoming, { outcome, deliveries: [] });
}
