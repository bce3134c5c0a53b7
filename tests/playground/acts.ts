/** The acts of the page, as they come in. */

import { z } from "zod";
import type { Act } from "./contract.ts";

const Id = z.int();
/** Telegram's own limit of a message. */
const Text = z.string().min(1).max(4096);
const Name = z.string().trim().min(1).max(64);
/** A number of calls; -1: all. */
const Calls = z.int().min(-1).max(100);

/** What a page can set of the trouble. */
export const TroubleSet = z.object({
  tooMany: Calls.optional(),
  serverError: Calls.optional(),
  lostConnection: Calls.optional(),
  noPin: z.boolean().optional(),
  noEphemeral: z.boolean().optional(),
}).strict();

const bare = <D extends Act["do"]>(name: D) => z.object({ do: z.literal(name) }).strict();
const inChat = <D extends Act["do"]>(name: D) =>
  z.object({ do: z.literal(name), as: Id, chat: Id }).strict();

/** Schema of an act; more than it names is refused. */
export const ActIn = z.discriminatedUnion("do", [
  z.object({
    do: z.literal("say"),
    as: Id,
    chat: Id,
    text: Text,
    replyTo: Id.optional(),
    topic: Id.optional(),
  }).strict(),
  z.object({
    do: z.literal("send_file"),
    as: Id,
    chat: Id,
    kind: z.enum(["photo", "document"]),
    name: Name,
    caption: z.string().max(1024).optional(),
  }).strict(),
  z.object({
    do: z.literal("press"),
    as: Id,
    chat: Id,
    key: z.string().regex(/^[me]\d{1,16}$/),
    row: Id,
    column: Id,
    text: z.string().max(256).optional(),
    data: z.string().max(64).optional(),
  }).strict(),
  z.object({ do: z.literal("edit"), as: Id, chat: Id, messageId: Id, text: Text }).strict(),
  z.object({ do: z.literal("pick_users"), as: Id, chat: Id, users: z.array(Id).min(1).max(10) })
    .strict(),
  z.object({ do: z.literal("start"), as: Id }).strict(),
  inChat("read"),
  z.object({
    do: z.literal("new_group"),
    as: Id,
    title: Name,
    members: z.array(Id).max(50).optional(),
    forum: z.boolean().optional(),
  }).strict(),
  z.object({ do: z.literal("open_topic"), as: Id, chat: Id, name: Name }).strict(),
  inChat("add_bot"),
  inChat("remove_bot"),
  inChat("join"),
  inChat("leave"),
  z.object({ do: z.literal("new_person"), name: Name }).strict(),
  z.object({
    do: z.literal("clock"),
    speed: z.union([z.literal(0), z.literal(1), z.literal(60)]),
  }).strict(),
  z.object({ do: z.literal("jump"), minutes: z.int().min(1).max(1440) }).strict(),
  z.object({ do: z.literal("trouble"), set: TroubleSet, chat: Id.optional() }).strict(),
  bare("kill"),
  bare("restart"),
  z.object({ do: z.literal("story"), id: z.string().max(80) }).strict(),
  bare("step"),
  bare("end_story"),
  bare("record"),
  z.object({ do: z.literal("save"), name: Name }).strict(),
]);

/** An act that is one. */
export type ParsedAct = z.infer<typeof ActIn>;
