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
