/** What waits to be shown of incidents that do not exist. */

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
