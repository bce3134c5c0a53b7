/**
 * Updates made of nothing but the machine-readable Bot API reference: each kind, each field of the
 * right type, with content by chance.
 */

import { HOSTILE } from "../matrix/hostile.ts";
import type { Json } from "./json.ts";
import type { Scenery } from "./scenery.ts";

interface Field {
  name: string;
  types: string[];
  required: boolean;
}

interface Reference {
  types: Record<string, { fields?: Field[]; subtypes?: string[] }>;
}

/** Makes updates. */
export type UpdateMaker = (scenery: Scenery) => Json;

/** Reads the reference that `BOT_API_SPEC` names; `null`: there is none. */
export async function readReference(): Promise<UpdateMaker | null> {
  const path = Deno.env.get("BOT_API_SPEC");
  if (path === undefined) return null;
  const reference: Reference = JSON.parse(await Deno.readTextFile(path));
  return (scenery) => anUpdate(reference, scenery);
}

/** Deeper than that only what is required, and of lists nothing. */
const DEEPEST = 3;

function anUpdate(reference: Reference, scenery: Scenery): Json {
  const { chance } = scenery;
  const kinds = (reference.types.Update?.fields ?? []).filter(({ name }) => name !== "update_id");
  // What has a handler comes more often than what is only to be ignored.
  const handled = kinds.filter(({ name }) => HANDLED.includes(name));
  const { name, types } = chance.pick(chance.below(4) > 0 ? handled : kinds);
  return { [name]: valueOf(types[0]!, { reference, scenery, name, depth: 0 }) };
}

const HANDLED = [
  "message",
  "edited_message",
  "callback_query",
  "my_chat_member",
  "chat_member",
  "channel_post",
];

/** After these a group is somewhere else for good. */
const RARE: Record<string, number> = { migrate_to_chat_id: 300, migrate_from_chat_id: 300 };

interface At {
  reference: Reference;
  scenery: Scenery;
  name: string;
  depth: number;
}

function valueOf(type: string, at: At): unknown {
  const { reference, scenery, depth } = at;
  const { chance } = scenery;
  const element = /^Array of (.+)$/.exec(type)?.[1];
  if (element) {
    const length = depth > DEEPEST ? 0 : chance.below(3);
    return Array.from({ length }, () => valueOf(element, { ...at, depth: depth + 1 }));
  }
  switch (type) {
    case "Integer":
      return anInteger(at);
    case "Float":
      return chance.next() * 180 - 90;
    case "Boolean":
      return chance.below(2) === 0;
    case "True":
      return true;
    case "String":
      return aString(at);
  }
  const { fields = [], subtypes = [] } = reference.types[type] ?? {};
  if (subtypes.length > 0) {
    const subtype = chance.pick(subtypes);
    return { ...valueOf(subtype, at) as Json, ...tagOf(subtype, { of: type, reference }) };
  }
  if (type === "User" && chance.below(4) > 0) {
    return structuredClone(chance.pick(scenery.users));
  }
  if (type === "Chat" && chance.below(4) > 0) {
    return structuredClone(chance.pick(scenery.chats));
  }
  const optional = depth === 0 ? 6 : 12;
  const wanted = fields.filter(({ name, required }) =>
    required || (depth <= DEEPEST && chance.below(name in RARE ? RARE[name]! : optional) === 0)
  );
  return Object.fromEntries(
    wanted.map(({ name, types }) => [
      name,
      valueOf(chance.pick(types), { ...at, name, depth: depth + 1 }),
    ]),
  );
}

/** Which of its family an object is stands in a field of it: the type's own name, most often. */
function tagOf(
  subtype: string,
  { of, reference }: { of: string; reference: Reference },
): Record<string, string> {
  const fields = reference.types[subtype]?.fields ?? [];
  const tag = fields.find(({ name }) => ["type", "status", "source"].includes(name));
  if (!tag) return {};
  const name = subtype.replace(of, "").replace(/(?<!^)[A-Z]/g, "_$&").toLowerCase();
  return { [tag.name]: IRREGULAR[subtype] ?? name };
}

/** Names that are not the type's. */
const IRREGULAR: Record<string, string> = {
  ChatMemberOwner: "creator",
  ChatMemberBanned: "kicked",
};

function anInteger({ name, scenery: { chance, users, chats } }: At): number {
  if (name.startsWith("migrate_")) return -1_000_000_000_000 - chance.below(2 ** 40);
  if (/^(id|user_id)$/.test(name)) return Number(chance.pick(users).id) + chance.below(3);
  if (name === "chat_id") return Number(chance.pick(chats).id);
  if (name.endsWith("offset") || name.endsWith("length")) return chance.below(12);
  return chance.pick([0, 1, chance.below(100), chance.below(2 ** 31)]);
}

/** The words that the reference gives these fields in its prose. */
const WORDS: Record<string, readonly string[]> = {
  type: [
    "private",
    "group",
    "supergroup",
    "channel",
    "user",
    "bot_command",
    "mention",
    "text_mention",
  ],
  status: ["creator", "administrator", "member", "restricted", "left", "kicked"],
};

function aString({ name, scenery: { chance, texts, incidents } }: At): string {
  const words = WORDS[name];
  if (words && chance.below(10) > 0) return chance.pick(words);
  if (name === "data" && incidents.length > 0 && chance.below(2) === 0) {
    return `${chance.pick(["claim", "join", "more", "issue"])}:${chance.pick(incidents).id}`;
  }
  return chance.below(3) === 0 ? chance.pick(Object.values(HOSTILE)) : chance.pick(texts);
}
