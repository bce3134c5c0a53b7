/** What mutants have ended for everybody goes on: else the rest of a life would decide nothing. */

import type { Grounds } from "../matrix/grounds.ts";
import { postUpdate } from "../post_update.ts";
import type { Program } from "../program.ts";

/** The homes of incidents, and their companies. */
const HOMES = { yard: "ACME", depot: "ACME", vault: "ZETA" } as const;
type Home = keyof typeof HOMES;

/**
 * Companies that rest are restored, and homes where the bot is not, or that have gone to another
 * company, come back. `false`: the yard itself has moved away, and this life is over.
 */
export async function comeBack(program: Program, all: Grounds): Promise<boolean> {
  const { store } = program;
  for (const company of ["ACME", "ZETA"]) {
    const { value } = await store.get<{ archivedAt: number | null }>(["company", company]);
    if (value && value.archivedAt !== null) await command(program, `/restore_company ${company}`);
  }
  for (const home of Object.keys(HOMES) as Home[]) await bringBack(program, all, home);
  return (await groupIn(program, all, "yard"))?.status === "active";
}

async function bringBack(program: Program, all: Grounds, home: Home): Promise<void> {
  const { id } = all.places[home];
  const company = HOMES[home];
  const before = await groupIn(program, all, home);
  if (before === null || (before.status === "active" && before.company === company)) return;
  await botReturns(program, id);
  const { status, company: other } = await groupIn(program, all, home) ?? before;
  if (other !== undefined && other !== company) {
    await command(program, `/move_group ${id} ${company}`);
  } else if (status !== "active") await command(program, `/add_group ${company} ${id}`);
}

async function groupIn(
  { store }: Program,
  { places }: Grounds,
  home: Home,
): Promise<{ status: string; company?: string } | null> {
  const { value } = await store.get<{ status: string; company?: string }>([
    "group",
    places[home].id,
  ]);
  return value;
}

async function botReturns(program: Program, id: number): Promise<void> {
  const { telegram: { bot }, admin } = program;
  const member = (status: string) => ({ status, user: bot });
  const chat = { id, type: "supergroup", title: "Again" };
  const [old_chat_member, new_chat_member] = [member("left"), member("administrator")];
  const my_chat_member = { chat, from: admin.user, date: 1, old_chat_member, new_chat_member };
  await postUpdate(program, { update_id: numberOf(program), my_chat_member });
}

/** The platform admin sends a command. */
async function command(program: Program, text: string): Promise<void> {
  const { user: from, id } = program.admin;
  const length = text.indexOf(" ");
  const message = {
    message_id: 900_000,
    date: 1,
    from,
    chat: { id, type: "private", first_name: from.first_name },
    text,
    entities: [{ type: "bot_command", offset: 0, length }],
  };
  await postUpdate(program, { update_id: numberOf(program), message });
}

/** One that no mutant has; each update leaves a line in the log. */
function numberOf({ log }: Program): number {
  return 840_000_000 + log.length;
}
