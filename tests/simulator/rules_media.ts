import { FILE_KINDS, type FileKind, FILES, KIND_SENT_BY } from "./files.ts";
import { UNMIXED } from "./media.ts";
import { stringIn } from "./params.ts";
import { FILE_SENDING, type Rule } from "./rule.ts";
import type { Asked, Params } from "./world.ts";

const ALBUM_KINDS: readonly string[] = ["photo", "video", "document", "audio"];
export const MAX_ALBUM = 10;

/** What is wrong with a request to send a file, a place or an album, whatever they are. */
export const mediaRequestRules: readonly Rule[] = [
  ...FILE_KINDS.map((kind): Rule => ({
    name: `no ${wordsFor(kind)}`,
    methods: [FILES[kind].method],
    wording: "telegram",
    code: 400,
    description: `Bad Request: there is no ${wordsFor(kind)} in the request`,
    when: ({ params }) => isMissing(params[kind]),
  })),
  ...(["latitude", "longitude"] as const).map((degrees): Rule => ({
    name: `no ${degrees}`,
    methods: ["sendLocation"],
    wording: "telegram",
    code: 400,
    description: `Bad Request: ${degrees} is empty`,
    when: ({ params }) => isMissing(params[degrees]),
  })),
  {
    name: "place that is on no map",
    methods: ["sendLocation"],
    wording: "telegram",
    code: 400,
    description: "Bad Request: invalid location specified",
    when: ({ params }) =>
      !(Math.abs(Number(params.latitude)) <= 90 && Math.abs(Number(params.longitude)) <= 180),
  },
  {
    name: "album of nothing",
    methods: ["sendMediaGroup"],
    wording: "telegram",
    code: 400,
    description: "Bad Request: there are no messages to send",
    when: (asked) => itemsIn(asked).length === 0,
  },
  {
    name: "album item of a kind no album has",
    methods: ["sendMediaGroup"],
    wording: "telegram",
    code: 400,
    description: `Bad Request: can't parse InputMedia: type "%" is unsupported`,
    when: (asked) => typesIn(asked).find((type) => !ALBUM_KINDS.includes(type)) ?? false,
  },
  {
    name: "album item without a file",
    methods: ["sendMediaGroup"],
    wording: "telegram",
    code: 400,
    description: "Bad Request: can't parse InputMedia: media not found",
    when: (asked) => itemsIn(asked).some(({ media }) => isMissing(media)),
  },
  {
    name: "album too large",
    methods: ["sendMediaGroup"],
    wording: "telegram",
    code: 400,
    description: "Bad Request: too many messages to send as an album",
    when: (asked) => itemsIn(asked).length > MAX_ALBUM,
  },
  {
    name: "album of one",
    methods: ["sendMediaGroup"],
    wording: "simulator",
    code: 400,
    description: "Bad Request: an album has 2-10 items; Telegram would send one item alone",
    when: (asked) => itemsIn(asked).length === 1,
  },
  {
    name: "album of kinds that don't mix",
    methods: ["sendMediaGroup"],
    wording: "telegram",
    code: 400,
    description: "Bad Request: % can't be mixed with other media types",
    when: (asked) => {
      const types = typesIn(asked);
      if (new Set(types).size < 2) return false;
      return types.find((type) => (UNMIXED as readonly string[]).includes(type)) ?? false;
    },
  },
];

/** Whether the files a call names are there and of the kind it says. */
export const fileRules: readonly Rule[] = [
  {
    name: "file nobody knows",
    methods: FILE_SENDING,
    wording: "telegram",
    code: 400,
    description: "Bad Request: wrong file identifier/HTTP URL specified",
    when: (asked, world) =>
      filesIn(asked).some(({ id }) => id !== undefined && !world.files.has(id)),
  },
  {
    name: "file of another kind",
    methods: FILE_SENDING,
    wording: "telegram",
    code: 400,
    description: "Bad Request: can't use file of type %",
    when: (asked, world) => {
      for (const { id, as } of filesIn(asked)) {
        const kind = world.files.get(id ?? "")?.kind;
        if (kind && kind !== as) return `${FILES[kind].type} as ${FILES[as].type}`;
      }
      return false;
    },
  },
];

/** What a call sends, one by one: the id of its file, nothing for an upload. */
function filesIn(asked: Asked): { id: string | undefined; as: FileKind }[] {
  const kind = KIND_SENT_BY.get(asked.method);
  if (kind) return [{ id: stringIn(asked.params, kind), as: kind }];
  return itemsIn(asked).map((item) => ({
    id: stringIn(item, "media"),
    as: stringIn(item, "type") as FileKind,
  }));
}

/** The items of an album. */
export function itemsIn({ params }: Asked): Params[] {
  return Array.isArray(params.media) ? params.media : [];
}

function typesIn(asked: Asked): string[] {
  return itemsIn(asked).map((item) => stringIn(item, "type") ?? "");
}

function wordsFor(kind: FileKind): string {
  return kind.replace("_", " ");
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null || value === "";
}
