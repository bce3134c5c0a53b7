/** What waits to be shown of incidents that do not exist, and messages that lead to such. */

import { keys } from "../store/keys.ts";
import { parseEntry, readMany } from "../store/read.ts";
import { type AuditContext, note } from "./audit_context.ts";

/** Removes a card's row without an incident. */
export async function removeStrayRow(
  audit: AuditContext,
  entry: Deno.KvEntry<unknown>,
): Promise<void> {
  const { kv } = audit.deps;
  const wanted = keys.outbox([...entry.key]);
  const listed = parseEntry(wanted, entry).value;
  if (listed?.kind !== "card") return;
  const { company } = listed.incident;
  const { row, incident } = await readMany(kv, {
    row: wanted,
    incident: keys.incident(listed.incident),
  });
  if (!row.value || incident.value) return;
  const versionstamp = await kv.commit([row, incident], [{ type: "delete", key: row.key }]);
  if (versionstamp !== null) note(audit, "stray_row", { company });
}

/**
 * Removes what leads to an incident that does not exist: when one is removed after its time, not all of
 * its messages are known. That is no finding.
 */
export async function removeLostLink(
  { deps: { kv } }: AuditContext,
  found: Deno.KvEntry<unknown>,
): Promise<void> {
  const link = parseEntry(keys.message(Number(found.key[1]), Number(found.key[2])), found);
  if (!link.value) return;
  const { incident } = await readMany(kv, { incident: keys.incident(link.value.incident) });
  if (incident.value) return;
  await kv.commit([link, incident], [{ type: "delete", key: link.key }]);
}
