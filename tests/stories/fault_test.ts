import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { keys } from "../../src/store/keys.ts";
import { renderCard } from "../../src/view/card.ts";
import { plainText } from "../../src/view/html.ts";
import { cardOf, type Program } from "../program.ts";
import { type Fault, type Group, type Person, plain } from "../simulator/simulator.ts";
import { events, incident, stored } from "./stored.ts";
import { inStory } from "./story.ts";
import { en } from "../../src/view/texts/en/en.ts";

const MINUTE = 60_000;

/** What a life needs of Telegram. */
const METHODS = [
  "sendMessage",
  "editMessageText",
  "pinChatMessage",
  "unpinChatMessage",
  "deleteMessage",
  "answerCallbackQuery",
  "getChatAdministrators",
];

const KINDS: Pick<Fault, "kind" | "retryAfter">[] = [
  { kind: "429", retryAfter: 20 },
  { kind: "500" },
  { kind: "502" },
  { kind: "drop_before" },
  { kind: "drop_after" },
];

/** Waits for what somebody does while Telegram brings refused updates again. */
async function patiently<T>({ clock }: Program, action: Promise<T>): Promise<T> {
  let over = false;
  const done = action.finally(() => over = true);
  for (let n = 0; n < 120 && !over; n++) await clock.advance(1_000);
  return await done;
}

/** The life of ACME-1, with the fault at each of its steps. */
async function live(program: Program, fault: Fault): Promise<Group> {
  const { telegram } = program;
  const [ana, bob, olga] = ["Ana", "Bob", "Olga"].map((name) => telegram.person(name)) as [
    Person,
    Person,
    Person,
  ];
  const yard = await program.company("ACME", {
    members: [ana, bob],
    owner: olga,
    departments: ["Repair"],
  });
  const step = async (act: () => Promise<unknown>) => {
    telegram.faults.clear();
    telegram.faults.add(fault);
    await act();
    telegram.faults.clear();
    await program.clock.advance(30_000);
    await program.app.sweep();
    await telegram.settled();
    await assertShown(program, yard);
  };
  const does = (action: () => Promise<unknown>) => step(() => patiently(program, action()));
  const presses = (person: Person, label: string) =>
    does(() => person.presses(cardOf(yard, "ACME-1"), label));
  await does(() => ana.says(yard, "/new_issue Brakes failed"));
  await presses(ana, "Repair");
  await presses(bob, "Claim");
  await presses(ana, "Join");
  await presses(bob, "Leave");
  await presses(ana, "Leave");
  await step(() => program.pass(11));
  await presses(bob, "Claim");
  await presses(olga, "Resolve");
  const prompt = yard.messages.findLast((m) => plain(m).includes("how was ACME-1 resolved?"))!;
  await does(() => olga.says(yard, "Replaced the brake line", { replyTo: prompt }));
  return yard;
}

/** The card on record shows the incident's newest state, and is pinned while it is open. */
async function assertShown(program: Program, yard: Group): Promise<void> {
  const id = { company: "ACME", number: 1 };
  const state = await incident(program, "ACME-1");
  const company = await stored(program, keys.company("ACME"));
  const record = await stored(program, keys.card(id));
  const message = yard.messages.find(({ message_id }) => message_id === record?.messageId);
  const { html } = renderCard(en, state, company!);
  assertEquals(plain(message!), plainText(html));
  assertEquals(record?.version, state.version);
  const isPinned = yard.pinned.some(({ message_id }) => message_id === record?.messageId);
  assertEquals(isPinned, state.status !== "resolved" && state.status !== "closed");
}

for (const method of METHODS) {
  for (const kind of KINDS) {
    const name = typeof kind.kind === "string" ? kind.kind : kind.kind.code;
    Deno.test(`${method} failing once with ${name} at each step loses nothing`, () =>
      inStory(async (program) => {
        let met = 0;
        const random = () => {
          met++;
          return 0;
        };
        const yard = await live(program, { method, times: 1, random, ...kind });
        assert(met > 0, `${method} was never called`);
        assertEquals(await events(program, "ACME-1"), [
          "reported",
          "department_chosen",
          "claimed",
          "joined",
          "handed_over",
          "unclaimed",
          "nudged",
          "claimed",
          "resolve_pressed",
          "summarized",
        ]);
        assertStringIncludes(plain(cardOf(yard, "ACME-1")), "✅ ACME-1 · Repair · resolved");
      }));
  }
}

Deno.test("while Telegram is out for minutes nothing is lost, and nothing is said twice after", () =>
  inStory(async (program) => {
    const { telegram, clock } = program;
    const ana = telegram.person("Ana");
    const yard = await program.company("ACME", { members: [ana] });
    telegram.faults.add({ kind: "500" });
    for (const what of ["Brakes", "Lights", "Horn"]) {
      await ana.says(yard, `/new_issue ${what} failed`, { wait: false });
    }
    for (let n = 0; n < 9; n++) {
      await clock.advance(MINUTE);
      await program.app.sweep();
    }
    assertEquals(yard.pinned, []);
    telegram.faults.clear();
    await clock.advance(5 * MINUTE);
    await program.app.sweep();
    await telegram.settled();
    for (const id of ["ACME-1", "ACME-2", "ACME-3"]) {
      assertEquals(yard.messages.filter((m) => plain(m).includes(` ${id} ·`)).length, 1);
    }
    assertEquals(yard.pinned.length, 3);
  }));

Deno.test("told to wait, the chat waits that long, and the newest state is shown after", () =>
  inStory(async (program) => {
    const { telegram, clock } = program;
    const ana = telegram.person("Ana");
    const bob = telegram.person("Bob");
    const yard = await program.company("ACME", { members: [ana, bob] });
    await ana.says(yard, "/new_issue Brakes failed");
    const card = cardOf(yard, "ACME-1");
    telegram.faults.add({ method: "editMessageText", times: 1, kind: "429", retryAfter: 100 });
    await bob.presses(card, "Claim");
    await ana.presses(card, "", { data: "join:ACME-1" });
    const edits = () => telegram.calls.filter(({ method }) => method === "editMessageText").length;
    await clock.advance(MINUTE);
    await program.app.sweep();
    assertEquals(edits(), 1);
    await clock.advance(MINUTE);
    await program.app.sweep();
    assertEquals(edits(), 2);
    assertStringIncludes(plain(cardOf(yard, "ACME-1")), "Helping: Ana");
  }));

Deno.test("one chat that has to wait does not keep another one waiting", () =>
  inStory(async (program) => {
    const { telegram } = program;
    const ana = telegram.person("Ana");
    const yard = await program.company("ACME", { members: [ana] });
    const depot = await program.company("ZETA", { members: [ana] });
    telegram.faults.add({ chatId: yard.id, kind: "429", retryAfter: 3_600 });
    await ana.says(yard, "/new_issue Brakes failed");
    await ana.says(depot, "/new_issue Lights failed");
    assertEquals(yard.pinned.length, 0);
    assertEquals(depot.pinned.length, 1);
    telegram.faults.clear();
    await program.clock.advance(61 * MINUTE);
    await program.app.sweep();
    assertEquals(yard.pinned.length, 1);
  }));

Deno.test("what Telegram will never take is put on record with the reason, and the rest goes on", () =>
  inStory(async (program) => {
    const { telegram } = program;
    const ana = telegram.person("Ana");
    const yard = await program.company("ACME", { members: [ana] });
    await ana.says(yard, "/new_issue Brakes failed");
    const card = cardOf(yard, "ACME-1");
    await ana.presses(card, "Claim");
    const description = "Bad Request: something nobody has heard of";
    telegram.faults.add({ method: "sendMessage", times: 1, kind: { code: 400, description } });
    await ana.presses(card, "Resolve");
    await program.pass(1);
    const letters = [];
    for await (const { value } of program.store.list({ prefix: ["dead_letter"] })) {
      letters.push(Object(value).reason);
    }
    assertEquals(letters, [description]);
    assertStringIncludes(plain(cardOf(yard, "ACME-1")), "🔵 ACME-1");
  }));

Deno.test("a call that has lost its point while the chat had to wait is not made", () =>
  inStory(async (program) => {
    const { telegram, clock, admin } = program;
    const ana = telegram.person("Ana");
    const bob = telegram.person("Bob");
    const yard = await program.company("ACME", { members: [ana, bob], departments: ["Repair"] });
    await admin.says(admin.private, `/add_member ACME Repair ${bob.id}`);
    await ana.says(yard, "/new_issue Brakes failed");
    const card = cardOf(yard, "ACME-1");
    telegram.faults.add({ method: "editMessageText", times: 1, kind: "429", retryAfter: 30 });
    await ana.presses(card, "Repair");
    await bob.presses(card, "", { data: "claim:ACME-1" });
    await clock.advance(31_000);
    await program.app.sweep();
    assertStringIncludes(plain(cardOf(yard, "ACME-1")), "Owner: Bob");
    assertEquals(yard.messages.filter((m) => plain(m).includes("Who claims it?")), []);
  }));
