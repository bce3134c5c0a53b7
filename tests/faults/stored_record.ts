/** Which shape belongs to which key, for checks that look at everything a store holds. */

import { z } from "zod";
import { COMPANY_ROLES } from "../../src/domain/person.ts";
import { keys, NOTICES, type TypedKey } from "../../src/store/keys.ts";

type Rest = [a: Deno.KvKeyPart, b: Deno.KvKeyPart, c: Deno.KvKeyPart, d: Deno.KvKeyPart];

const text = String;
const number = Number;
const incident = (company: Deno.KvKeyPart, n: Deno.KvKeyPart) => ({
  company: text(company),
  number: number(n),
});

/** By a key's first part: the typed key with the same parts. */
export const KINDS: Record<string, (...rest: Rest) => TypedKey<unknown>> = {
  company: (id) => keys.company(text(id)),
  person: (company, id) => keys.person(text(company), number(id)),
  act: (company, at, id) => keys.act(text(company), number(at), text(id)),
  profile: (id) => keys.profile(number(id)),
  group: (chat) => keys.group(number(chat)),
  administrators: (chat) => keys.administrators(number(chat)),
  rota: (company, department) => keys.rota(text(company), text(department)),
  digest: (chat, department) => keys.digest(number(chat), text(department)),
  incident: (company, n) => keys.incident(incident(company, n)),
  history: (company, n, version) => keys.history(incident(company, n), number(version)),
  comment: (company, n, place) => keys.comment(incident(company, n), number(place)),
  card: (company, n) => keys.card(incident(company, n)),
  counter: (company) => keys.lastNumber(text(company)),
  rate: (company, scope, id) =>
    scope === "person"
      ? keys.personRate(text(company), number(id))
      : keys.groupRate(text(company), number(id)),
  commands: (person, company) => keys.commands(number(person), text(company) || null),
  data_rate: (person) => keys.dataRate(number(person)),
  forgetting: (person) => keys.forgetting(number(person)),
  removing: (company, n) => keys.removing(incident(company, n)),
  removed: (company) => keys.lastRemoved(text(company)),
  refusals: (person) => keys.refusals(number(person)),
  message: (chat, id) => keys.message(number(chat), number(id)),
  prompt: (chat, person) => keys.prompt(number(chat), number(person)),
  answer: (chat) => keys.publicAnswer(number(chat)),
  notice: (chat, about) => keys.notice(number(chat), z.enum(NOTICES).parse(about)),
  drain: (chat) => keys.drain(number(chat)),
  dead_letter: (at, id) => keys.deadLetter(number(at), text(id)),
  update: (bot, id) => keys.update(number(bot), number(id)),
  failed: (bot, id) => keys.failedUpdate(number(bot), number(id)),
  audit: () => keys.audit(),
  health: () => keys.health(),
  sweep: (part) => part === "lease" ? keys.sweepLease() : keys.heartbeat(),
  backup: (part) => part === "lease" ? keys.backupLease() : keys.nightly(),
  bot: (id) => keys.bot(number(id)),
  due: (at, company, n) => keys.due(number(at), incident(company, n)),
  listing: (chat, person) => keys.listing(number(chat), number(person)),
  album: (chat, album) => keys.album(number(chat), text(album)),
  welcome: (chat) => keys.welcome(number(chat)),
  chore: (company, kind, subject) =>
    keys.chore(
      text(company),
      z.enum(["department", "groups", "deletion"]).parse(kind),
      text(subject),
    ),
  moving: (chat) => keys.moving(number(chat)),
  moved: (chat) => keys.moved(number(chat)),
  current: (company, n) => keys.current(incident(company, n)),
  ended: (chat, at, company, n) => keys.ended(number(chat), number(at), incident(company, n)),
  over: (company, at, n) => keys.over(number(at), incident(company, n)),
  mine: (person, company, n) => keys.mine(number(person), incident(company, n)),
  word: (company, word, n, place) => keys.word(text(company), text(word), number(n), number(place)),
  queue: (company, department, chat, n) =>
    keys.queue(text(company), text(department), number(chat), number(n)),
  shift_start: (at, company, department) =>
    keys.shiftStart(number(at), text(company), text(department)),
  open: (chat, company, n) => keys.open(number(chat), incident(company, n)),
  owned: (person, company, n) => keys.owned(number(person), incident(company, n)),
  member: (company, department, person) =>
    keys.member(text(company), text(department), number(person)),
  dispatcher: (company, person) => keys.dispatcher(text(company), number(person)),
  manager: (company, person) => keys.manager(text(company), number(person)),
  works: (person, company, role) =>
    keys.works(number(person), text(company), z.enum(COMPANY_ROLES).parse(role)),
  groups: (company, chat) => keys.groupOf(text(company), number(chat)),
  requested: (person, chat) => keys.requested(number(person), number(chat)),
  handle: (handle) => keys.handle(text(handle)),
};

/** A group's count or a company's tally: the only values that are no records. */
export function isCount([kind, , scope]: Deno.KvKey): boolean {
  return kind === "tally" || ((kind === "counter" || kind === "removed") && scope === "group");
}

/** The typed key of a key that was found; `null` when nothing in the program writes such a key. */
export function typedKeyOf(key: Deno.KvKey): TypedKey<unknown> | null {
  const [kind, ...rest] = key;
  if (kind === "outbox") return keys.outbox(key);
  const typed = Object.hasOwn(KINDS, text(kind)) ? KINDS[text(kind)]!(...rest as Rest) : null;
  return typed && sameKey(typed.key, key) ? typed : null;
}

/** A key as text, for comparing and for messages; a number differs from its digits. */
export function keyText(key: Deno.KvKey): string {
  return JSON.stringify(key);
}

function sameKey(a: Deno.KvKey, b: Deno.KvKey): boolean {
  return keyText(a) === keyText(b);
}
