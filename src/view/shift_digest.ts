/** What the people of a shift find when it begins: one message per group. */

import type { Company } from "../domain/company.ts";
import { formatIncidentId } from "../domain/ids.ts";
import type { PersonRef } from "../domain/person.ts";
import { departmentName } from "./buttons.ts";
import { MOST_MENTIONS } from "./calls.ts";
import type { Texts } from "./texts/texts.ts";
import { type Html, html, join, lines } from "./html.ts";
import { type NewMessage, plainMessage } from "./message.ts";
import { age } from "./moment.ts";
import { personLink, personName } from "./person_link.ts";

/** What is open in one group for one department when a shift begins. */
export interface Digest {
  /** Whose shift begins. */
  people: readonly PersonRef[];
  /** The department's id. */
  department: string;
  /** The group. */
  chatId: number;
  /** Its open incidents, the oldest first; `ownerId: 0`: nobody works on it. */
  incidents: readonly { number: number; ownerId: number }[];
  /** When the oldest was reported, epoch milliseconds. */
  oldestAt: number | null;
}

/** How many ids of one person's incidents are named. */
const MOST_NAMED = 10;

/** The digest; one more message for every five people, so that each of them is notified. */
export function shiftDigest(texts: Texts, company: Company, digest: Digest): NewMessage[] {
  const { people, department, chatId } = digest;
  const messages: NewMessage[] = [];
  for (let i = 0; i < people.length; i += MOST_MENTIONS) {
    const some = people.slice(i, i + MOST_MENTIONS);
    const text = lines(
      join([
        texts.shift.begins(departmentName(company, department)),
        ...some.map((it) => personLink(texts, it)),
      ], " "),
      ...(i === 0 ? facts(texts, company, digest) : []),
      ...some.map((person) => theirs(texts, company, digest, person)),
    );
    const content = { ...plainMessage(text), digest: { department, continues: i > 0 } };
    messages.push({ chatId, order: "ping", content });
  }
  return messages;
}

/** How much there is. */
function facts(texts: Texts, company: Company, { incidents, oldestAt }: Digest): Html[] {
  const unclaimed = incidents.filter(({ ownerId }) => ownerId === 0);
  const oldest = ids(texts, company, incidents.slice(0, 1));
  return [
    html`${texts.shift.open(incidents.length, unclaimed.length)}`,
    join([texts.shift.oldest(oldest), ...(oldestAt === null ? [] : [age(texts, oldestAt)])], " "),
  ];
}

/** What somebody owns; `null`: nothing. */
function theirs(
  texts: Texts,
  company: Company,
  { incidents }: Digest,
  person: PersonRef,
): Html | null {
  const owned = incidents.filter(({ ownerId }) => ownerId === person.id);
  return owned.length === 0
    ? null
    : html`${personName(texts, person)}: ${ids(texts, company, owned)}`;
}

function ids(texts: Texts, { id: company }: Company, of: Digest["incidents"]): string {
  const shown = of.slice(0, MOST_NAMED).map(({ number }) => formatIncidentId({ company, number }));
  const hidden = of.length - shown.length;
  return [...shown, ...(hidden > 0 ? [texts.card.more(hidden)] : [])].join(", ");
}
