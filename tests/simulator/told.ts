import type { Message } from "grammy/types";
import { FILE_KINDS } from "./files.ts";
import { shown } from "./shown.ts";

const QUOTED = 24;

/** Who seems to say a message. */
export function speakerOf({ from, sender_chat }: Message): string {
  if (sender_chat?.title) return sender_chat.title;
  return from?.first_name ?? "Somebody";
}

/** What happened, where a message tells nothing else: somebody came, a topic was opened. */
export function eventOf(message: Message): string | undefined {
  const { new_chat_members: joined, left_chat_member: left, from } = message;
  const by = speakerOf(message);
  if (joined?.length === 1 && joined[0]?.id === from?.id) return `${by} joins`;
  if (joined) return `${by} adds ${joined.map(({ first_name }) => first_name).join(", ")}`;
  if (left) return left.id === from?.id ? `${by} leaves` : `${by} removes ${left.first_name}`;
  if (message.forum_topic_created) return `${by} opens the topic`;
  if (message.forum_topic_closed) return `${by} closes the topic`;
  if (message.forum_topic_reopened) return `${by} opens the topic again`;
  if (message.migrate_to_chat_id) return "The group becomes a supergroup";
  if (message.migrate_from_chat_id) return "The supergroup begins where the group ended";
  return undefined;
}

/** What a message replies to, if it is more than the topic it stands in. */
export function answeredBy(message: Message): string {
  const { reply_to_message: original, external_reply: external } = message;
  if (external) return "a message elsewhere";
  return original && !original.forum_topic_created ? `“${short(original, QUOTED)}”` : "";
}

/** What a message says, files and places in words. */
export function bodyOf(message: Message): string {
  const marks = [
    message.forward_origin ? "forwarded" : "",
    message.media_group_id ? "album" : "",
    carried(message),
  ];
  const before = marks.filter(Boolean).map((mark) => `(${mark}) `).join("");
  return `${before}${shown(message)}`.trimEnd();
}

/** The first line, cut between words. */
export function short(message: Message, most = 40): string {
  const [line = ""] = bodyOf(message).split("\n");
  if (line.length <= most) return line;
  const cut = line.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), most / 2)).trimEnd()}…`;
}

function carried(message: Message): string {
  const { location, contact } = message;
  if (location) return `location ${location.latitude}, ${location.longitude}`;
  if (contact) return `contact ${contact.first_name} ${contact.phone_number}`;
  // An animation is a document too.
  const kind = FILE_KINDS.findLast((each) => message[each] !== undefined);
  if (!kind) return "";
  const { file_name: name } = message[kind] as { file_name?: string };
  return `${kind.replace("_", " ")}${name ? ` ${name}` : ""}`;
}
