import { assert, assertEquals } from "@std/assert";
import { BUTTONS } from "../../src/bot/button_table.ts";
import { postUpdate } from "../post_update.ts";
import type { Program } from "../program.ts";
import { SECRET, type World } from "../stories/many_eyes.ts";
import { type Written, writtenCommands } from "./arguments.ts";
import { type Bench, onBench, type Tried } from "./bench.ts";
import { type Grounds, grounds } from "./grounds.ts";
import { ELSEWHERE, HOSTILE } from "./hostile.ts";
import { SAMPLES } from "./samples.ts";

/** Nothing is written, nothing is given away, and the log has a line that does not say it was done. */
function assertNothing({ outcome, isLogged, written, said }: Tried, what: string): void {
  assertEquals(written.filter((key) => !key.startsWith('["listing"')), [], what);
  assert(isLogged, `nothing is logged: ${what}`);
  assert(outcome !== "done", what);
  const told = said.map(({ params }) => String(params.text ?? "")).join("\n");
  assertEquals(SECRET.test(told), false, `${what}: ${told}`);
}

/** Data that works, in words: the verb, then its arguments. */
function dataOf(verb: string, { named }: Grounds): string[] {
  const sample = SAMPLES[verb];
  assert(sample, `no sample for button "${verb}": tests/matrix/samples.ts needs a line for it`);
  if (sample.kind !== "does" && sample.kind !== "opens") return sample.data(named).split(":");
  const more = sample.kind === "does" ? sample.more?.(named, "ACME-1") : undefined;
  return [verb, "ACME-1", ...(more === undefined ? [] : [more])];
}

/** Where a button is that is not about an incident, somebody who may press it has it before them. */
function placeOf(verb: string): "yard" | "private" {
  return BUTTONS[verb as keyof typeof BUTTONS].place === "private" ? "private" : "yard";
}

Deno.test("whoever may press a button, what its data can't hold is refused at every place of it", () =>
  onBench(grounds, async ({ trial }, all) => {
    const admin = all.people["platform admin"];
    for (const verb of Object.keys(BUTTONS)) {
      const data = dataOf(verb, all);
      const under = all.under(admin, placeOf(verb), "ACME-1");
      for (const [what, value] of [...Object.entries(HOSTILE), ["empty", ""]] as const) {
        const forged = data.map((_, at) => data.with(at, value).join(":"));
        for (const each of [...forged, [...data, value].join(":"), `${data.join(":")}${value}`]) {
          if (each === data.join(":") || isAnother(each, data)) continue;
          const tried = await trial(() => admin.presses(under, "", { data: each }));
          assertNothing(tried, `${what}: ${JSON.stringify(each)}`);
          assert(tried.outcome !== undefined, `no outcome: ${JSON.stringify(each)}`);
        }
      }
    }
  }));

/** A page that is there, though not the one that stood there. */
function isAnother(forged: string, [verb]: string[]): boolean {
  return /^(page|letters|again:.*|drop:.*):0?\d+$/.test(forged) || verb === "drop_all";
}

Deno.test("what is another company's can be named in no button and no command", () =>
  onBench(grounds, async (bench, all) => {
    const { people: { manager } } = all;
    for (const verb of Object.keys(BUTTONS)) {
      const data = dataOf(verb, all);
      for (const value of ELSEWHERE) {
        for (const at of data.keys()) {
          if (at === 0) continue;
          for (const where of ["yard", "private"] as const) {
            const each = data.with(at, value).join(":");
            const under = all.under(manager, where, "ACME-1");
            const tried = await bench.trial(() => manager.presses(under, "", { data: each }));
            assertNothing(tried, `${each} in ${where}`);
          }
        }
      }
    }
    for (const command of writtenCommands(all)) {
      for (const value of ELSEWHERE) {
        for (const at of command.parsed) await assertRefuses(bench, all, command, { at, value });
      }
    }
  }));

async function assertRefuses(
  { trial }: Bench,
  { people, places: { yard } }: World,
  { name, where, words }: Written,
  { at, value, by = "manager" }: { at: number; value: string; by?: "manager" | "platform admin" },
): Promise<void> {
  const person = people[by];
  const text = `/${[name, ...words.with(at, value)].join(" ")}`;
  const room = where === "yard" ? yard : person.private;
  const tried = await trial(() => person.says(room, text));
  assertNothing(tried, `${JSON.stringify(text)} in ${where}, word ${at + 1} of its arguments`);
}

Deno.test("whoever may use a command, an argument that can't be one is refused at every place of it", () =>
  onBench(grounds, async (bench, all) => {
    for (const command of writtenCommands(all)) {
      for (const at of command.parsed) {
        for (const value of Object.values(HOSTILE)) {
          await assertRefuses(bench, all, command, { at, value, by: "platform admin" });
        }
      }
    }
  }));

Deno.test("a deep link that can't be one, or is not for these eyes, opens nothing", () =>
  onBench(grounds, async ({ trial }, { people }) => {
    for (
      const role of ["stranger", "manager of its group", "manager of another company"] as const
    ) {
      for (const payload of [...Object.values(HOSTILE), "ACME-1", "acme-3", "ACME", "NOPE-1"]) {
        const tried = await trial(() => people[role].starts(payload));
        assertNothing(tried, `${JSON.stringify(payload)} by the ${role}`);
      }
    }
  }));

/** Ids that no message has, and a message of another chat. */
const INVENTED = [777_777, 2 ** 31, 2 ** 53 - 1, -5];

Deno.test("a reply to a message that the bot never sent there is about nothing", () =>
  onBench(grounds, async ({ program, trial }, all) => {
    const { people, places: { yard, depot, vault } } = all;
    const { bot } = program.telegram;
    let updateId = 900_000_000;
    for (const person of [people.manager, people["platform admin"], people.stranger]) {
      for (const room of [yard, depot, vault, person.private]) {
        const chat = all.under(person, placeIn(room, all), null).chat;
        for (const id of [...INVENTED, all.under(person, "vault", "ZETA-1").message_id + 9_000]) {
          for (
            const text of [
              "🔴 ZETA-1 · Dispatch",
              "🔴 ACME-1 · Dispatch",
              "how was ACME-6 resolved?",
            ]
          ) {
            // In their own groups the bot's messages name what they are about, whatever became of them.
            if (room === yard && text.includes("ACME")) continue;
            if (room === vault && text.includes("ZETA")) continue;
            const message = {
              message_id: 500_000 + updateId % 100_000,
              date: 1,
              chat,
              from: person.user,
              text: "Found it behind the shed",
              reply_to_message: { message_id: id, date: 1, chat, from: bot, text },
            };
            const what = `${person.name} replies to ${id} “${text}” in ${chat.id}`;
            const update = { update_id: ++updateId, message };
            const tried = await trial(async () => {
              assertEquals(await postUpdate(program, update), 200, what);
            });
            assertEquals(tried.written, [], what);
            assert(tried.outcome !== "done", what);
            if (room !== person.private) assertEquals(tried.outcome, "unknown_incident", what);
          }
        }
      }
    }
  }));

function placeIn(room: { id: number }, { places }: World): "yard" | "depot" | "vault" | "private" {
  const found = (["yard", "depot", "vault"] as const).find((name) => places[name] === room);
  return found ?? "private";
}

/** Somebody has been asked what happened. */
async function asking(program: Program): Promise<Grounds> {
  const all = await grounds(program);
  await all.people.reporter.says(all.places.yard, "/new_issue");
  return all;
}

Deno.test("a reply to somebody else's question is no answer to it", () =>
  onBench(asking, async ({ trial }, { people, places: { yard } }) => {
    const question = yard.messages.at(-1)!;
    assert(question.from?.is_bot);
    const answers = (role: "stranger" | "manager" | "platform admin" | "reporter") =>
      trial(() => people[role].says(yard, "The fence is down", { replyTo: question }));
    for (const role of ["stranger", "manager", "platform admin"] as const) {
      assertEquals((await answers(role)).written, [], role);
    }
    assertEquals((await answers("reporter")).outcome, "done");
  }));

/** Authors that a forward can claim, and nobody is. */
const ORIGINS: Record<string, [origin: unknown, status: number]> = {
  "nobody": [{ type: "user", date: 1 }, 400],
  "a negative id": [{ type: "user", date: 1, sender_user: someone(-5) }, 400],
  "no id": [{ type: "user", date: 1, sender_user: { is_bot: false, first_name: "X" } }, 400],
  "an id in words": [{ type: "user", date: 1, sender_user: someone("5000001") }, 400],
  "an id beyond 2^53": [{ type: "user", date: 1, sender_user: someone(2 ** 60) }, 400],
  "a bot": [{ type: "user", date: 1, sender_user: { ...someone(9), is_bot: true } }, 200],
  "a hidden user": [{ type: "hidden_user", date: 1, sender_user_name: "<b>Zoe</b>" }, 200],
  "a chat": [{ type: "chat", date: 1, sender_chat: { id: -1, type: "group", title: "X" } }, 200],
  "a channel": [
    { type: "channel", date: 1, chat: { id: -2, type: "channel" }, message_id: 1 },
    200,
  ],
  "something new": [{ type: "__proto__", date: 1 }, 200],
};

function someone(id: unknown) {
  return { id, is_bot: false, first_name: "Mallory" };
}

Deno.test("a forward from whoever can't be an author gives nobody a role", () =>
  onBench(grounds, async ({ program, trial }, all) => {
    const admin = all.people["platform admin"];
    const { chat } = all.under(admin, "private", null);
    let updateId = 910_000_000;
    for (const [what, [forward_origin, status]] of Object.entries(ORIGINS)) {
      const original = { message_id: 3, date: 1, from: admin.user, text: "Hello", forward_origin };
      for (const text of ["/add_manager ACME", "/add_member ACME Dispatch", "Hello"]) {
        const reply = text.startsWith("/");
        const command = text.split(" ")[0]!;
        const message = {
          message_id: 600_000 + updateId % 1_000,
          date: 1,
          chat,
          from: admin.user,
          text,
          entities: reply ? [{ type: "bot_command", offset: 0, length: command.length }] : [],
          ...(reply ? { reply_to_message: { ...original, chat } } : { forward_origin }),
        };
        const update = { update_id: ++updateId, message };
        const lines = program.log.length;
        const tried = await trial(async () => {
          assertEquals(await postUpdate(program, update), status, `${what}: ${text}`);
        });
        assertEquals(tried.written, [], `${what}: ${text}`);
        assert(tried.outcome !== "done" && program.log.length > lines, `${what}: ${text}`);
      }
    }
  }));
