/** Commands that move an incident through its life. */

import { named } from "../execute/audience.ts";
import { authorOfReply, personIn } from "./arguments.ts";
import type { Command, CommandCall } from "./command.ts";
import { incidentNamed } from "./incident_reference.ts";
import { incidentCommand, type Wish } from "./incident_command.ts";
import type { BotDeps } from "./incoming.ts";

/** `/escalate` */
export const escalate: Command = incidentCommand({
  name: "escalate",
  who: "reporter",
  usage: "[reason]",
  example: "driver is stranded",
  wish: (_deps, _call, { rest }) => ({ action: { type: "escalate", reason: rest } }),
});

/** `/de_escalate` */
export const deEscalate: Command = incidentCommand({
  name: "de_escalate",
  who: "manager",
  usage: "",
  example: "",
  wish: () => ({ action: { type: "de_escalate" } }),
});

/** `/assign` */
export const assign: Command = incidentCommand({
  name: "assign",
  who: "dispatcher",
  usage: "<person>",
  example: "@anna",
  wish: async (deps, call, { rest }) => {
    const found = await personMeant(deps, call, rest);
    return "problem" in found ? found : { action: { type: "assign", to: found } };
  },
});

/** `/revoke_claim` */
export const revokeClaim: Command = incidentCommand({
  name: "revoke_claim",
  who: "manager",
  usage: "[person]",
  example: "@anna",
  wish: async (deps, call, { rest }) => {
    if (rest === "") return { action: { type: "revoke_claim", personId: null } };
    const found = await personMeant(deps, call, rest);
    return "problem" in found ? found : { action: { type: "revoke_claim", personId: found.id } };
  },
});

/** `/resolve` */
export const resolve: Command = incidentCommand({
  name: "resolve",
  who: "reporter",
  usage: "<summary>",
  example: "Replaced the brake line",
  wish: (_deps, _call, { rest }) =>
    rest === "" ? { problem: null } : { action: { type: "resolve", summary: rest } },
});

/** `/cancel` */
export const cancel: Command = incidentCommand({
  name: "cancel",
  who: "reporter",
  usage: "<false alarm | duplicate of id | reason>",
  example: "duplicate of ACME-41",
  wish: (_deps, _call, { rest, incident }) => cancelWish(rest, incident.company),
});

/** `/reopen` */
export const reopen: Command = incidentCommand({
  name: "reopen",
  who: "reporter",
  usage: "[reason]",
  example: "it leaks again",
  wish: (_deps, _call, { rest }) => ({ action: { type: "reopen", reason: rest } }),
});

/** `/repin` */
export const repin: Command = incidentCommand({
  name: "repin",
  who: "manager",
  usage: "",
  example: "",
  wish: () => ({ action: { type: "repin" } }),
});

function cancelWish(words: string, company: string): Wish {
  if (words === "") return { problem: null };
  if (/^false[ _-]?alarm$/i.test(words)) {
    return { action: { type: "cancel", why: { reason: "false_alarm" } } };
  }
  const named = /^duplicate(?:\s+of)?\s+(\S+)$/i.exec(words)?.[1];
  const of = named ? incidentNamed(named, company) : null;
  return of
    ? { action: { type: "cancel", why: { reason: "duplicate", of } } }
    : { action: { type: "cancel", why: { reason: "cancelled", note: words } } };
}

/** By id, @handle, mention or forwarded message; or the author of the message that it replies to. */
async function personMeant(
  deps: BotDeps,
  call: CommandCall,
  rest: string,
): Promise<{ id: number; name: string } | { problem: string }> {
  const author = rest === "" ? authorOfReply(call.message) : null;
  if (author === "bot") return { problem: call.texts.arguments.noWorker };
  if (author) return { id: author.id, name: author.name };
  const word = rest.split(/\s+/)[0] || undefined;
  const found = await personIn(deps.kv, call, word);
  if (!found) return { problem: call.texts.arguments.whichPerson };
  if ("problem" in found) return found;
  const { person } = found;
  if ("name" in person) return { id: person.id, name: person.name };
  const [known] = await named(deps.kv, [person.id]);
  return known ?? { id: person.id, name: "" };
}
