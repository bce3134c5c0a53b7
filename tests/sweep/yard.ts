/** A company in which something is broken by hand, and what the audit says about it. */

import { WEBHOOK_PATH } from "../../src/app.ts";
import { type IncidentId, parseIncidentId } from "../../src/domain/ids.ts";
import { type Program, SECRET } from "../program.ts";
import { type Group, type Person, plain } from "../simulator/simulator.ts";
import { asks } from "../stories/story.ts";

/** Acme's people. */
export interface Yard {
  yard: Group;
  /** Reports. */
  ana: Person;
  /** A member of Dispatch. */
  bob: Person;
  /** A member of Dispatch. */
  cleo: Person;
  /** Manages the company, and has started the bot; not in the group. */
  mia: Person;
}

/** Acme with a group; Bob and Cleo take its calls, Mia runs it. */
export async function openYard(
  program: Program,
  { bot = "administrator" }: { bot?: "member" | "administrator" } = {},
): Promise<Yard> {
  const { telegram, admin } = program;
  const [ana, bob, cleo, mia] = ["Ana", "Bob", "Cleo", "Mia"].map((name) =>
    telegram.person(name)
  ) as [Person, Person, Person, Person];
  const yard = await program.company("ACME", { members: [ana, bob, cleo], bot });
  for (const person of [bob, cleo, mia]) await person.starts();
  for (const { id } of [bob, cleo]) await asks(admin, `/add_member ACME Dispatch ${id}`);
  await asks(admin, `/add_manager ACME ${mia.id}`);
  return { yard, ana, bob, cleo, mia };
}

/** What somebody was told by audits, oldest first. */
export function reportsTo(person: Person): string[] {
  return person.private.messages.map(plain).filter((text) => text.includes("Daily check"));
}

/** What an audit tells each of these people, line by line; nothing when it has nothing to tell. */
export async function auditReports(program: Program, ...people: Person[]): Promise<string[][]> {
  const before = people.map((person) => reportsTo(person).length);
  await program.app.audit();
  await program.telegram.settled();
  return people.map((person, i) =>
    reportsTo(person).slice(before[i]).flatMap((text) => text.split("\n"))
  );
}

/** What an audit tells one person. */
export async function auditReport(program: Program, person: Person): Promise<string[]> {
  return (await auditReports(program, person))[0]!;
}

/** What happens meanwhile, the bot never hears of. */
export async function unheard(
  { telegram, app }: Program,
  happen: () => Promise<unknown>,
): Promise<void> {
  const address = `https://tocsin.example${WEBHOOK_PATH}`;
  telegram.connect(() => new Response(), { secret: SECRET, address });
  await happen();
  await telegram.settled();
  telegram.connect((request) => app.handle(request), { secret: SECRET, address });
}

/** `ACME-1` in parts. */
export function idOf(text: string): IncidentId {
  const id = parseIncidentId(text);
  if (!id) throw new RangeError(`"${text}" is no incident id`);
  return id;
}
