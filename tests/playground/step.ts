/** A story as it is written down: acts with names in place of ids. */

import { z } from "zod";
import { TroubleSet } from "./acts.ts";

/** A message: the newest that says this, when `back` newer ones that say it too are passed over. */
export interface Quoted {
  says: string;
  back?: number | undefined;
}

const Quoted: z.ZodType<Quoted> = z.object({
  says: z.string().min(1),
  back: z.int().min(1).optional(),
}).strict();

/** A person's name, or `The owner of` an incident: nobody knows beforehand who wins a race. */
const Who = z.string().min(1);
/** `private`, or a group's title. */
const Where = z.string().min(1);

const Single = z.discriminatedUnion("do", [
  z.object({
    do: z.literal("say"),
    as: Who,
    in: Where,
    text: z.string(),
    replyTo: Quoted.optional(),
    topic: z.string().optional(),
  }).strict(),
  z.object({
    do: z.literal("send_file"),
    as: Who,
    in: Where,
    kind: z.enum(["photo", "document"]),
    name: z.string(),
    caption: z.string().optional(),
  }).strict(),
  // `toast`: what it has to answer, or a part of that.
  z.object({
    do: z.literal("press"),
    as: Who,
    in: Where,
    on: Quoted,
    button: z.string(),
    toast: z.string().optional(),
  }).strict(),
  z.object({ do: z.literal("edit"), as: Who, in: Where, message: Quoted, text: z.string() })
    .strict(),
  z.object({ do: z.literal("pick_users"), as: Who, users: z.array(Who) }).strict(),
  z.object({ do: z.literal("start"), as: Who }).strict(),
  z.object({
    do: z.literal("new_group"),
    as: Who,
    title: z.string(),
    members: z.array(Who).optional(),
    forum: z.boolean().optional(),
  })
    .strict(),
  z.object({ do: z.literal("open_topic"), as: Who, in: Where, name: z.string() }).strict(),
  ...(["add_bot", "remove_bot", "join", "leave"] as const).map((name) =>
    z.object({ do: z.literal(name), as: Who, in: Where }).strict()
  ),
  z.object({ do: z.literal("new_person"), name: z.string() }).strict(),
  z.object({ do: z.literal("jump"), minutes: z.int().min(1) }).strict(),
  z.object({ do: z.literal("wait"), ms: z.int().min(1) }).strict(),
  z.object({ do: z.literal("trouble"), set: TroubleSet, in: Where.optional() }).strict(),
  z.object({ do: z.literal("kill") }).strict(),
  z.object({ do: z.literal("restart") }).strict(),
  // The newest message of a chat, as somebody of it sees it.
  z.object({ do: z.literal("expect"), in: Where, as: Who, says: z.string() }).strict(),
  z.object({ do: z.literal("expect_incident"), incident: z.string(), is: z.string() }).strict(),
]);

/** One thing that one person does, that happens, or that has to be so. */
export type SingleStep = z.infer<typeof Single>;

const Together = z.object({ do: z.literal("together"), steps: z.array(Single).min(2) }).strict();

const Step = z.discriminatedUnion("do", [...Single.options, Together]);

/** One step of a story; several people can act at the same moment. */
export type Step = z.infer<typeof Step>;

/** A story. It begins where a playground begins; what is `before` is not shown. */
export const Story = z.object({
  name: z.string().min(1),
  before: z.array(Step).default([]),
  steps: z.array(Step).min(1),
}).strict();

/** A story. */
export type Story = z.infer<typeof Story>;

/** Whether a step only looks. */
export function isCheck({ do: what }: Step): boolean {
  return what === "expect" || what === "expect_incident";
}

/** What a step is going to do, in a sentence. */
export function told(step: Step): string {
  switch (step.do) {
    case "say":
      return `${step.as} writes in ${place(step.in)}: “${step.text}”`;
    case "send_file":
      return `${step.as} sends ${step.name} in ${place(step.in)}`;
    case "press":
      return `${step.as} presses [ ${step.button} ] in ${place(step.in)}`;
    case "edit":
      return `${step.as} rewrites a message: “${step.text}”`;
    case "pick_users":
      return `${step.as} chooses ${step.users.join(", ")}`;
    case "start":
      return `${step.as} starts the bot`;
    case "new_group":
      return `${step.as} opens the group ${step.title}`;
    case "open_topic":
      return `${step.as} opens the topic ${step.name} in ${step.in}`;
    case "add_bot":
      return `${step.as} adds the bot to ${step.in}`;
    case "remove_bot":
      return `${step.as} removes the bot from ${step.in}`;
    case "join":
      return `${step.as} joins ${step.in}`;
    case "leave":
      return `${step.as} leaves ${step.in}`;
    case "new_person":
      return `${step.name} turns up`;
    case "jump":
      return step.minutes === 1 ? "A minute passes" : `${step.minutes} minutes pass`;
    case "wait":
      return `${Math.round(step.ms / 1000)} seconds pass`;
    case "trouble":
      return "Telegram behaves differently";
    case "kill":
      return "The program is killed";
    case "restart":
      return "The program is started again";
    case "together":
      return `At the same moment: ${step.steps.map(told).join("; ")}`;
    case "expect":
      return `${place(step.in)} has to say “${step.says}”`;
    case "expect_incident":
      return `${step.incident} has to be ${step.is}`;
    default:
      return step satisfies never;
  }
}

function place(where: string): string {
  return where === "private" ? "private" : where;
}
