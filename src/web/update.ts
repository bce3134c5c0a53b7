/** What the webhook takes for an update: the fields that handlers rely on, and their shapes. */

import type { Update } from "grammy/types";
import { z } from "zod";

const id = z.int();
const user = z.looseObject({
  id: z.int().positive(),
  is_bot: z.boolean(),
  first_name: z.string(),
  last_name: z.string().optional(),
  username: z.string().optional(),
  language_code: z.string().optional(),
});
const chat = z.looseObject({
  id,
  type: z.string(),
  title: z.string().optional(),
});
const entity = z.looseObject({
  type: z.string(),
  offset: z.int().min(0),
  length: z.int().min(0),
  user: user.optional(),
});
const origin = z.looseObject({ type: z.string(), sender_user: user.optional() })
  .refine(({ type, sender_user }) => type !== "user" || sender_user !== undefined);
const file = z.looseObject({
  file_id: z.string(),
  file_size: z.int().optional(),
  file_name: z.string().optional(),
});
const place = z.looseObject({ latitude: z.number(), longitude: z.number() });
/** It becomes part of a key; what is too long for that is none. Telegram's have 17 digits. */
const albumId = z.string().transform((name) => name.length <= 128 ? name : undefined);
const messageFields = {
  message_id: id,
  chat,
  from: user.optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  entities: z.array(entity).optional(),
  caption_entities: z.array(entity).optional(),
  forward_origin: origin.optional(),
  ephemeral_message_id: id.optional(),
  users_shared: z.looseObject({
    request_id: id,
    users: z.array(z.looseObject({
      user_id: z.int().positive(),
      first_name: z.string().optional(),
      last_name: z.string().optional(),
      username: z.string().optional(),
    })),
  }).optional(),
  sender_chat: z.looseObject({ id }).optional(),
  message_thread_id: id.optional(),
  is_topic_message: z.boolean().optional(),
  media_group_id: albumId.optional(),
  location: place.optional(),
  photo: z.array(file).optional(),
  animation: file.optional(),
  video: file.optional(),
  document: file.optional(),
  audio: file.optional(),
  voice: file.optional(),
  video_note: file.optional(),
  new_chat_title: z.string().optional(),
  left_chat_member: user.optional(),
  migrate_to_chat_id: id.optional(),
  migrate_from_chat_id: id.optional(),
};
const message = z.looseObject({
  ...messageFields,
  reply_to_message: z.looseObject(messageFields).optional(),
});
const chatMember = z.looseObject({
  status: z.string(),
  user,
  is_member: z.boolean().optional(),
});
const chatMemberUpdated = z.looseObject({
  chat,
  from: user,
  old_chat_member: chatMember,
  new_chat_member: chatMember,
});

const updateSchema = z.looseObject({
  update_id: z.int().positive(),
  message: message.optional(),
  edited_message: message.optional(),
  channel_post: message.optional(),
  callback_query: z.looseObject({
    id: z.string(),
    from: user,
    data: z.string().optional(),
    message: message.optional(),
  }).optional(),
  my_chat_member: chatMemberUpdated.optional(),
  chat_member: chatMemberUpdated.optional(),
});

/** An update, or what is wrong: where the shape differs, never the content. */
export type ParsedUpdate = { update: Update } | { problem: string };

/**
 * Parses a JSON text as an update.
 *
 * @see https://core.telegram.org/bots/api#update
 */
export function parseUpdate(text: string): ParsedUpdate {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { problem: "not JSON" };
  }
  const parsed = updateSchema.safeParse(json);
  if (parsed.success) return { update: parsed.data as unknown as Update };
  return { problem: parsed.error.issues.map(({ path }) => path.join(".") || "body").join(", ") };
}
