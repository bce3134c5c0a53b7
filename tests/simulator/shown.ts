import type { Message, MessageEntity } from "grammy/types";
import { plain } from "./keyboard.ts";

type RelativeTime = MessageEntity & { unix_time: number; date_time_format: string };

/** What a client shows of a message, without formatting: relative times are told as of its date. */
export function shown(message: Message): string {
  const seenAt = message.edit_date ?? message.date;
  let text = plain(message);
  const times = [...message.entities ?? [], ...message.caption_entities ?? []].filter(isRelative);
  for (const { offset, length, unix_time } of times.toSorted((a, b) => b.offset - a.offset)) {
    text = text.slice(0, offset) + ago(seenAt - unix_time) + text.slice(offset + length);
  }
  return text;
}

function isRelative(entity: MessageEntity): entity is RelativeTime {
  const { type, date_time_format: format } = entity as { type: string; date_time_format?: string };
  return type === "date_time" && format === "r";
}

function ago(seconds: number): string {
  const minutes = Math.floor(Math.abs(seconds) / 60);
  if (minutes < 1) return "just now";
  const [n, unit] = minutes < 60 ? [minutes, "minute"] : [Math.floor(minutes / 60), "hour"];
  const length = `${n} ${unit}${n === 1 ? "" : "s"}`;
  return seconds < 0 ? `in ${length}` : `${length} ago`;
}
