/** Commands that give people roles: in private for a company, in a group for that group. */

import type { Grant } from "../domain/person.ts";
import { noteContact } from "../execute/contact.ts";
import { grantInCompany, grantInGroup } from "../execute/grants.ts";
import { administers } from "../execute/companies.ts";
import { keys } from "../store/keys.ts";
import { readOne } from "../store/read.ts";
import { askForPerson } from "../execute/prompts.ts";
import { releaseClaims } from "../sweep/release.ts";
import { html } from "../view/html.ts";
import { answer } from "./answer.ts";
import { authorOfReply, companyIdIn, personIn, words } from "./arguments.ts";
import { type Command, type CommandCall, type CommandName, explain, finish } from "./command.ts";
import type { BotDeps } from "./incoming.ts";

interface GrantCommand {
  name: CommandName;
  /** The role; a member's department is among the arguments. */
  role: Grant["role"];
  /** It is taken away. */
  take?: boolean;
}

/** The command as `/help` knows it, and whether it takes the role away. */
interface Self {
  name: string;
  usage: string;
  example: string;
  take: boolean;
}

function grantCommand({ name, role, take = false }: GrantCommand): Command {
  const isMember = role === "member";
  const inGroup = {
    name,
    take,
    usage: isMember ? "<department>" : "",
    example: isMember ? "Dispatch" : "",
  };
  const inPrivate = {
    name,
    take,
    usage: isMember ? "<company_id> <department> <person>" : "<company_id> <person>",
    example: isMember ? "ACME Dispatch @jane_doe" : "ACME 123456789",
  };
  return {
    name,
    aliases: [],
    ephemeral: false,
    group: {
      who: "manager",
      ...inGroup,
      run: async (deps, call) => {
        const grant = grantOf(role, call.args);
        if (!grant) return await explain(deps, call, inGroup, call.texts.arguments.replyToPerson);
        await grantByReply(deps, call, grant, inGroup);
      },
    },
    private: {
      who: "manager",
      ...inPrivate,
      run: (deps, call) => grantByName(deps, call, role, inPrivate),
    },
  };
}

function grantOf(role: Grant["role"], department: string): Grant | null {
  if (role !== "member") return { role };
  return department ? { role, department } : null;
}

async function grantByReply(
  deps: BotDeps,
  call: CommandCall,
  grant: Grant,
  self: Self,
): Promise<void> {
  const { message, from, updateId } = call;
  const person = authorOfReply(message);
  if (person === null) return await explain(deps, call, self, call.texts.arguments.replyToPerson);
  if (person === "bot") {
    deps.trace.outcome = "not_a_person";
    return await answer(deps, call, call.texts.arguments.notAPerson);
  }
  const chatId = message.chat.id;
  const origin = { actorId: from.id, chatId, updateId };
  const committed = await grantInGroup(deps, origin, {
    grant,
    take: self.take,
    person: { id: person.id, name: person.name },
  });
  if (self.take) await releaseClaims(deps, { personId: person.id, chatId });
  const { outcome } = committed;
  if (outcome.kind === "desk" && outcome.answer.key === "granted") await noteContact(deps, person);
  await finish(deps, call, committed);
}

async function grantByName(
  deps: BotDeps,
  call: CommandCall,
  role: Grant["role"],
  self: Self,
): Promise<void> {
  const { message, from, updateId } = call;
  const [first, ...rest] = words(withoutTextMention(call));
  const companyId = companyIdIn(first);
  if (companyId === null) return await explain(deps, call, self, call.texts.arguments.badCompanyId);
  const actor = await readOne(deps.kv, keys.person(companyId, from.id));
  if (!administers(deps, from.id, actor.value)) {
    deps.trace.outcome = "not_allowed";
    return await answer(deps, call, call.texts.desk.not_allowed);
  }
  const named = await personIn(deps.kv, call, undefined);
  const last = named ? undefined : rest.at(-1);
  const couldBeDepartment = role === "member" && rest.length === 1;
  const found = named ??
    (last === undefined || couldBeDepartment ? null : await personIn(deps.kv, call, last));
  const departmentWords = named || found === null ? rest : rest.slice(0, -1);
  const grant = grantOf(role, departmentWords.join(" "));
  if (!grant) return await explain(deps, call, self);
  if (!found) {
    const command = `/${self.name} ${[companyId, ...departmentWords].join(" ")}`;
    const question = { personId: from.id, command, text: html`${call.texts.arguments.askPerson}` };
    const origin = { chatId: message.chat.id, updateId };
    return await finish(deps, call, await askForPerson(deps, origin, question));
  }
  if ("problem" in found) return await explain(deps, call, self, found.problem);
  if ("name" in found.person) await noteContact(deps, found.person);
  const origin = {
    actorId: from.id,
    chatId: message.chat.id,
    updateId,
    ...(call.settles ? { settles: call.settles } : {}),
  };
  const personId = found.person.id;
  const change = { companyId, grant, take: self.take, personId };
  const committed = await grantInCompany(deps, origin, change);
  if (self.take) await releaseClaims(deps, { personId, company: companyId });
  await finish(deps, call, committed);
}

/** The arguments without the name of somebody who is mentioned without a handle. */
function withoutTextMention({ args, message }: CommandCall): string {
  const mention = message.entities?.find(({ type }) => type === "text_mention");
  const text = message.text ?? "";
  return mention
    ? args.replace(text.slice(mention.offset, mention.offset + mention.length), " ")
    : args;
}

/** `/remove_dispatcher` */
export const removeDispatcher: Command = grantCommand({
  name: "remove_dispatcher",
  role: "dispatcher",
  take: true,
});

/** `/remove_manager` */
export const removeManager: Command = grantCommand({
  name: "remove_manager",
  role: "manager",
  take: true,
});

/** `/remove_member` */
export const removeMember: Command = grantCommand({
  name: "remove_member",
  role: "member",
  take: true,
});

/** `/add_dispatcher` */
export const addDispatcher: Command = grantCommand({
  name: "add_dispatcher",
  role: "dispatcher",
});

/** `/add_manager` */
export const addManager: Command = grantCommand({
  name: "add_manager",
  role: "manager",
});

/** `/add_member` */
export const addMember: Command = grantCommand({
  name: "add_member",
  role: "member",
});
