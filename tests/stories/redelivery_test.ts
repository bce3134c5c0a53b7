import { assertEquals } from "@std/assert";
import type { Update } from "grammy/types";
import { cardOf, type Program } from "../program.ts";
import { type Group, type Person, plain } from "../simulator/simulator.ts";
import { events, incident, records } from "./stored.ts";
import { inStory } from "./story.ts";

/** Answers to whoever acted: toasts, whispers and private messages. */
function answersSince({ telegram }: Program, start: number, actors: Set<number>): string[] {
  return telegram.calls.slice(start)
    .filter(({ personal, method }) => actors.has(personal ?? 0) && method !== "editMessageText")
    .map(({ method, params, personal }) => `${method} to ${personal}: ${params.text}`);
}

/** What everybody in a group sees: sends, edits and pins that had an effect. */
function publicSince({ telegram }: Program, start: number): string[] {
  return telegram.calls.slice(start)
    .filter(({ personal, method, ok }) => ok && personal === undefined && !method.startsWith("get"))
    .map(({ method, params }) => `${method} ${params.text ?? params.message_id}`);
}

interface TwiceOptions {
  /** The answer is a question that stands in the chat already: it is not asked again. */
  asksOnce?: boolean;
}

/** Does a thing, then delivers every update it caused once more: same answers, nothing else. */
async function twice<T>(
  program: Program,
  act: () => Promise<T>,
  { asksOnce = false }: TwiceOptions = {},
): Promise<T> {
  const { telegram } = program;
  const start = telegram.calls.length;
  const seen = telegram.updates.length;
  const result = await act();
  await telegram.settled();
  // The notice of a pin is gone by now; removing it again is tried and refused.
  const caused = telegram.updates.slice(seen).filter(({ message }) => !message?.pinned_message);
  const actors = new Set(caused.flatMap((update) => senderOf(update)?.id ?? []));
  const answers = answersSince(program, start, actors);
  const before = await records(program);
  const again = telegram.calls.length;
  for (const { update_id } of caused) assertEquals(await telegram.redeliver(update_id), 200);
  await telegram.settled();
  assertEquals(answersSince(program, again, actors), asksOnce ? [] : answers);
  assertEquals(publicSince(program, again), []);
  assertEquals(await records(program), before);
  return result;
}

function senderOf({ message, callback_query, my_chat_member }: Update) {
  return (message ?? callback_query ?? my_chat_member)?.from;
}

Deno.test("each update of a whole life, delivered twice, takes effect once and gets the same answer", () =>
  inStory(async (program) => {
    const { telegram, admin } = program;
    const [olga, ana, bob, cleo] = ["Olga", "Ana", "Bob", "Cleo"].map((name) =>
      telegram.person(name)
    ) as [Person, Person, Person, Person];
    const yard = telegram.group("Yard", {
      owner: olga,
      members: [ana, bob, cleo],
      withBot: false,
      botRights: "administrator",
    });
    const says = (person: Person, text: string, replyTo = lastOfBot(yard)) =>
      twice(program, () => person.says(yard, text, { replyTo }));
    const asks = (text: string) => twice(program, () => admin.says(admin.private, text));
    const press = (person: Person, label: string) =>
      twice(program, () => person.presses(cardOf(yard, "ACME-1"), label));

    await twice(program, () => olga.adds(yard));
    await twice(program, () => yard.botRights("administrator"));
    await says(olga, "A");
    await says(olga, "Acme");
    await says(olga, "Acme");
    await twice(program, () => admin.presses(admin.private.messages.at(-1)!, "Create"));
    const welcome = lastOfBot(yard);
    await twice(program, () => ana.presses(welcome, "calls"));
    await twice(program, () => olga.presses(lastOfBot(yard), "Allow"));
    await asks("/add_department ACME Repair");
    await asks(`/add_member ACME Repair ${bob.id}`);
    await asks(`/add_manager ACME ${cleo.id}`);
    await asks("/add_company ZETA Zeta");
    await asks("/add_company Zeta");
    await asks("/companies");
    await twice(program, () => admin.says(admin.private, "/add_dispatcher ACME"), {
      asksOnce: true,
    });
    await asks(String(ana.id));
    await asks("/help");

    await twice(program, () => ana.says(yard, "/new_issue"));
    await says(ana, "Uh");
    await says(ana, "Brakes failed");
    await twice(program, () => bob.presses(cardOf(yard, "ACME-1"), "Repair"));
    for (
      const [person, label] of [
        [ana, "Repair"],
        [bob, "Claim"],
        [cleo, "Join"],
        [bob, "Leave"],
        [bob, "Join"],
        [ana, "Resolve"],
        [cleo, "Resolve"],
        [bob, "Back to work"],
        [bob, "Resolve"],
      ] as const
    ) await press(person, label);
    await says(bob, "Ok");
    await says(bob, "Replaced the brake line");
    await says(bob, "Replaced the brake line");
    await twice(program, () => ana.says(yard, "/help"));
    await twice(program, () => ana.says(yard, "/new_issue Lights failed"));
    await twice(program, () => olga.removesBot(yard));
    await twice(program, () => olga.adds(yard));

    assertEquals(await events(program, "ACME-1"), [
      "reported",
      "department_chosen",
      "claimed",
      "joined",
      "handed_over",
      "joined",
      "resolve_pressed",
      "back_to_work",
      "resolve_pressed",
      "summarized",
    ]);
    assertEquals(yard.messages.filter((m) => plain(m).includes(" ACME-1 ·")).length, 1);
  }));

function lastOfBot(group: Group) {
  return group.messages.findLast(({ from, pinned_message, ephemeral_message_id }) =>
    from?.is_bot && !pinned_message && ephemeral_message_id === undefined
  )!;
}

Deno.test("the same update at two processes at once takes effect once, and both answer the same", () =>
  inStory(async (program) => {
    const { telegram } = program;
    const ana = telegram.person("Ana");
    const bob = telegram.person("Bob");
    const yard = await program.company("ACME", { members: [ana, bob] });
    await ana.says(yard, "/new_issue Brakes failed");
    const report = telegram.updates.findLast(({ message }) => message?.from?.id === ana.id)!;
    await telegram.redeliverEverywhere(report.update_id);
    const card = cardOf(yard, "ACME-1");
    await telegram.forgedUpdate(
      {
        update_id: 990_000_001,
        message: { ...(await ana.says(yard, "Morning")) },
      } as Parameters<typeof telegram.forgedUpdate>[0],
    );
    await bob.presses(card, "Claim");
    const claim = telegram.updates.findLast(({ callback_query }) => callback_query)!;
    const before = telegram.calls.length;
    assertEquals(await telegram.redeliverEverywhere(claim.update_id), [200, 200, 200]);
    const toasts = telegram.calls.slice(before).map(({ params }) => params.text);
    assertEquals(toasts, Array(3).fill("ACME-1 is yours."));
    assertEquals(await events(program, "ACME-1"), ["reported", "department_chosen", "claimed"]);
    assertEquals(yard.messages.filter((m) => plain(m).includes(" ACME-1 ·")).length, 1);
  }, { processes: 3 }));

Deno.test("a file that was reported stays what was reported, when it is delivered once more", () =>
  inStory(async (program) => {
    const { telegram } = program;
    const eve = telegram.person("Eve");
    const yard = await program.company("ACME", { members: [eve] });
    const [, second] = await eve.sendsAlbum(yard, [{ photo: {} }, {
      photo: {},
      caption: "Oil on the floor",
    }]);
    await eve.says(yard, "/new_issue", { replyTo: second! });
    const chatter = telegram.updates.find(({ message }) =>
      message?.message_id === second!.message_id
    );
    const before = await events(program, "ACME-1");
    assertEquals(await telegram.redeliver(chatter!.update_id), 200);
    assertEquals(await events(program, "ACME-1"), before, "it is attached once");
    await eve.edits(second!, "Oil and glass on the floor");
    assertEquals((await incident(program, "ACME-1")).description, "Oil and glass on the floor");
  }));
