/** A message's text in pieces, each with one set of marks, for a client to draw. */

import type { Message, MessageEntity } from "grammy/types";
import type { World } from "../simulator/simulator.ts";
import type { TextPart } from "./contract.ts";

const MARKS: Readonly<Record<string, TextPart["marks"][number]>> = {
  bold: "bold",
  italic: "italic",
  underline: "underline",
  strikethrough: "strike",
  spoiler: "spoiler",
  code: "code",
  pre: "pre",
};

/** What a message says, or what stands under its file. */
export function partsOf(message: Message, world: Readonly<World>): TextPart[] {
  const text = message.text ?? message.caption ?? "";
  const entities = message.entities ?? message.caption_entities ?? [];
  const edges = entities.flatMap(({ offset, length }) => [offset, offset + length]);
  const cuts = [...new Set([0, ...edges, text.length])].sort((a, b) => a - b);
  return cuts.slice(1).map((end, i) => {
    const start = cuts[i]!;
    const piece = text.slice(start, end);
    const covering = entities.filter(({ offset, length }) =>
      offset <= start && end <= offset + length
    );
    return covering.reduce(
      (part, entity) => ({ ...part, ...saidBy(entity, part, { text, world }) }),
      { text: piece, marks: [] } as TextPart,
    );
  });
}

function saidBy(
  entity: MessageEntity,
  part: TextPart,
  { text, world }: { text: string; world: Readonly<World> },
): Partial<TextPart> {
  const { type, offset, length } = entity;
  const whole = text.slice(offset, offset + length);
  const mark = MARKS[type];
  if (mark) return { marks: [...part.marks, mark] };
  switch (type as string) {
    case "blockquote":
      return { quote: "open" };
    case "expandable_blockquote":
      return { quote: "folded" };
    case "text_link":
      return { href: (entity as { url: string }).url };
    case "url":
      return { href: whole };
    case "text_mention":
      return { person: (entity as { user: { id: number } }).user.id };
    case "mention":
      return personCalled(whole.slice(1), world);
    case "bot_command":
      return { command: whole };
    case "date_time": {
      const { unix_time, date_time_format } = entity as unknown as Moment;
      return { moment: { at: unix_time * 1000, format: date_time_format ?? "" } };
    }
    default:
      return {};
  }
}

/** A `<tg-time>`, which grammY's types don't know yet. */
interface Moment {
  unix_time: number;
  date_time_format?: string;
}

function personCalled(handle: string, { accounts }: Readonly<World>): Partial<TextPart> {
  const found = [...accounts.values()].find(({ user }) =>
    user.username?.toLowerCase() === handle.toLowerCase()
  );
  return found ? { person: found.user.id } : {};
}
