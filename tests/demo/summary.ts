/** What the day came to, in a few lines. */

import type { Company } from "../../src/domain/company.ts";
import type { Incident } from "../../src/domain/incident.ts";
import { formatIncidentId } from "../../src/domain/ids.ts";
import { listCompanies } from "../../src/execute/companies.ts";
import { keys } from "../../src/store/keys.ts";
import { readOne } from "../../src/store/read.ts";
import { statusName } from "../../src/view/card.ts";
import { expect } from "./expect.ts";
import type { Race } from "./incidents.ts";
import type { Stage } from "./stage.ts";
import { en } from "../../src/view/texts/en/en.ts";

/**
 * Sums the day up from what is stored and from what went over HTTP.
 *
 * @throws {StoryError} when a call was refused, when the Bot API reference objects to one, or when the
 * program has logged a warning.
 */
export async function summarize(stage: Stage, race: Race): Promise<string[]> {
  const { telegram, app, complaints } = stage;
  const { calls, updates, violations } = telegram;
  const refused = calls.find(({ ok }) => !ok);
  expect(!refused, `Telegram refused ${refused?.method}: ${refused?.error?.description}`);
  expect(violations.length === 0, `The Bot API reference objects: ${violations[0]}`);
  expect(complaints.length === 0, `The program complains: ${complaints[0]}`);

  const companies = await listCompanies(app.deps.kv);
  expect(companies.length === 2, `There should be two companies, not ${companies.length}.`);
  const incidents = (await Promise.all(companies.map((it) => incidentsOf(stage, it)))).flat();
  expect(incidents.length === 4, `There should be four incidents, not ${incidents.length}.`);
  const { racers, winner } = race;
  return [
    ...incidents,
    row("A race", `${racers} pressed Claim at once, ${winner} won, ${racers - 1} were told so`),
    row("Over HTTP", `${updates.length} updates in, ${calls.length} calls out, none refused`),
  ];
}

async function incidentsOf({ app }: Stage, { id, name }: Company): Promise<string[]> {
  const rows: string[] = [];
  for (let number = 1;; number++) {
    const { value } = await readOne(app.deps.kv, keys.incident({ company: id, number }));
    if (!value) return rows;
    rows.push(row(name, `${formatIncidentId(value.state)} ${ending(value.state)}`));
  }
}

function ending(state: Incident): string {
  const who = "summarizer" in state ? ` (${state.summarizer.name})` : "";
  return statusName(en, state) + who;
}

function row(title: string, text: string): string {
  return `  ${title.padEnd(18)}${text}`;
}
