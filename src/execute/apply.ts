/** What was decided, as changes of the store and as what is said. */

import type { CoreDeps } from "../deps.ts";
import type { Company } from "../domain/company.ts";
import { deadlineOf } from "../domain/deadlines.ts";
import type { Circumstance, Happening, IncidentEvent } from "../domain/event.ts";
import { evolve } from "../domain/evolve.ts";
import type { AttachedGroup } from "../domain/group.ts";
import type { IncidentId } from "../domain/ids.ts";
import type { Incident } from "../domain/incident.ts";
import { policyFor } from "../domain/policy.ts";
import { countsOf } from "../domain/statistics.ts";
import type { Known } from "../store/drain_token.ts";
import { countKey, keys } from "../store/keys.ts";
import type { Change } from "../store/kv.ts";
import { type Entry, readOne } from "../store/read.ts";
import type { Card, StoredIncident } from "../store/records.ts";
import { tallyChanges } from "../store/tallies.ts";
import { set, setComment, setIncident } from "../store/write.ts";
import { announce } from "../view/announcements.ts";
import { inItsVoice } from "../view/voice.ts";
import { announceInPrivate } from "../view/private_calls.ts";
import type { NewMessage } from "../view/message.ts";
import { calledBy } from "./audience.ts";
import { textsForGroup, textsForPerson } from "../view/texts/language.ts";

/** A decision, ready to be committed. */
export interface Applied {
  /** Of the incident, its history, indexes and counts. */
  changes: Change[];
  /** Calls and questions. */
  messages: NewMessage[];
  /** The incident: it wants to be shown. */
  cards: IncidentId[];
  /** The incident as it will be. */
  known: [Known];
}

/** A comment is a record of its own, so that it can be found and edited. */
async function setCommentOf(
  { kv }: CoreDeps,
  event: IncidentEvent,
  state: Incident,
): Promise<Change[]> {
  if (event.type !== "commented" && event.type !== "comment_edited") return [];
  const { company, number, chatId, version } = state;
  const incident = { company, number };
  const place = event.type === "commented" ? version : event.comment;
  const before = await readOne(kv, keys.comment(incident, place));
  const comment = { schema: 1 as const, incident, chatId, place, text: event.text };
  return setComment(before, comment);
}

/** Turns what was decided into records, indexes, counts and what is said. */
export async function apply(
  deps: CoreDeps,
  decided: {
    before: Entry<StoredIncident>;
    happenings: readonly Happening[];
    circumstance: Circumstance;
    company: Company;
    group: AttachedGroup;
    card: Card | null;
    /** The group's Telegram administrators, as far as they are known. */
    administrators: readonly number[];
  },
): Promise<Applied> {
  const { before, happenings, circumstance, company, group, card, administrators } = decided;
  const texts = textsForGroup(group, company);
  const changes: Change[] = [];
  const messages: NewMessage[] = [];
  let state: Incident | null = before.value?.state ?? null;
  for (const happening of happenings) {
    const event: IncidentEvent = { ...happening, ...circumstance };
    const after = evolve(state, event);
    state = after;
    changes.push(set(keys.history(state, state.version), { schema: 1, event }));
    changes.push(...await setCommentOf(deps, event, state));
    const counts = countsOf(event);
    if (counts) changes.push({ type: "count", key: countKey(company.id, group.chatId, counts) });
    const called = await calledBy(deps.kv, event, state, { group, company, administrators });
    const { audience, inPrivate } = called;
    messages.push(
      ...inItsVoice(group, announce(texts, event, state, { company, audience })),
      ...inPrivate.flatMap((person) => {
        const theirs = textsForPerson(person.profile, { company });
        return announceInPrivate(theirs, event, after, { company, group, card, to: person });
      }),
    );
  }
  if (!state) throw new Error("Cannot apply a decision without events");
  const deadline = deadlineOf(state, policyFor(deps.settings.policy, company, group), company);
  changes.push(
    ...setIncident(before, { schema: 1, state, deadline }),
    ...tallyChanges(before.value?.state ?? null, state),
  );
  return {
    changes,
    messages,
    cards: [{ company: state.company, number: state.number }],
    known: [{ state, company, group, card }],
  };
}
