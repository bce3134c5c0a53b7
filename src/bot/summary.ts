/** Whether a reply is the summary that is waited for. */

import type { IncidentId } from "../domain/ids.ts";
import { crewOf } from "../domain/incident.ts";
import { keys } from "../store/keys.ts";
import { readOne } from "../store/read.ts";
import type { MessageLink } from "../store/records.ts";
import type { BotDeps } from "./incoming.ts";
import { standingInGroup } from "./role.ts";

/**
 * The awaited person's reply to anything about the incident; a manager's to the question itself. Who
 * works on it hears why their reply to the question is none; what others say is a comment.
 */
export async function isSummary(
  deps: BotDeps,
  { incident, role }: { incident: IncidentId; role: MessageLink["role"] },
  { personId, chatId }: { personId: number; chatId: number },
): Promise<boolean> {
  const { value } = await readOne(deps.kv, keys.incident(incident));
  if (!value || value.state.chatId !== chatId) return false;
  const { state } = value;
  const isAwaited = state.status === "awaiting_summary" ||
    (state.status === "closed" && state.reason === "no_summary");
  if (isAwaited && "summarizer" in state && state.summarizer.id === personId) return true;
  if (role !== "summary_prompt") return false;
  if (!isAwaited) return crewOf(state).some(({ id }) => id === personId);
  const group = await readOne(deps.kv, keys.group(chatId));
  return group.value?.status === "active" &&
    (await standingInGroup(deps, group.value, personId)).manager;
}
