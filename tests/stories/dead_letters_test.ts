import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { cardOf, type Program, START } from "../program.ts";
import { buttons, type Group, type Person, plain } from "../simulator/simulator.ts";
import { records } from "./stored.ts";
import { inStory, newestInPrivate } from "./story.ts";
import { reportedYard } from "./working_yard.ts";

const REASON = "Bad Request: something nobody has heard of";
const NOTHING = "Could not be said\nNothing: everything could be said.";

/** The list as an admin has it before them. */
function listOf(person: Person) {
  const list = person.private.messages.findLast((it) => plain(it).startsWith("Could not be said"));
  assert(list, "no list was asked for");
  return list;
}

/** Bob resolves, and the question for his summary can't be sent. */
async function unsaid(program: Program) {
  const yard = await reportedYard(program);
  const card = cardOf(yard.yard, "ACME-1");
  await yard.bob.presses(card, "Claim");
  const mend = program.telegram.faults.add({
    method: "sendMessage",
    chatId: yard.yard.id,
    kind: { code: 400, description: REASON },
  });
  await yard.bob.presses(card, "Resolve");
  return { ...yard, mend };
}

/** Letters that were put aside a minute after each other, as many as that. */
async function letters({ store }: Program, count: number, chatId: number, html = "Hello") {
  for (let n = 0; n < count; n++) {
    const at = START - (count - n) * 60_000;
    const content = { html: `${html} ${n + 1}`, keyboard: [], forceReply: null, replyTo: null };
    const row = { schema: 1, kind: "message", content: { ...content, about: null }, createdAt: at };
    const letter = { schema: 1, chatId, row, reason: REASON, at };
    await store.set(["dead_letter", at, `letter-${n + 1}`], letter);
  }
}

/** The words of the letters that the list shows. */
function shown(person: Person): string[] {
  return plain(listOf(person)).split("\n").filter((line) => line.startsWith("Hello"));
}

const prompts = (group: Group) =>
  group.messages.filter((it) => plain(it).includes("how was ACME-1 resolved?")).length;

Deno.test("what could not be said is listed with the reason, and said once its cause is mended", () =>
  inStory(async (program) => {
    const { yard, mend } = await unsaid(program);
    const { admin } = program;
    await admin.says(admin.private, "/dead_letters");
    const list = plain(listOf(admin));
    for (const part of ["ACME yard", String(yard.id), REASON, "how was ACME-1 resolved?"]) {
      assertStringIncludes(list, part);
    }
    assertEquals(buttons(listOf(admin)), ["1 · Send again", "1 · Drop", "Drop all"]);
    mend();
    const toast = await admin.presses(listOf(admin), "1 · Send again");
    assertEquals(toast.text, "It is said again now.");
    assertEquals([prompts(yard), plain(listOf(admin))], [1, NOTHING]);
    assertEquals(buttons(listOf(admin)), []);
  }));

Deno.test("what fails again is a letter again", () =>
  inStory(async (program) => {
    const { yard, mend } = await unsaid(program);
    const { admin, clock } = program;
    await admin.says(admin.private, "/dead_letters");
    await clock.advance(60_000);
    await admin.presses(listOf(admin), "1 · Send again");
    assertEquals(buttons(listOf(admin)), ["1 · Send again", "1 · Drop", "Drop all"]);
    mend();
    await admin.presses(listOf(admin), "1 · Send again");
    assertEquals([prompts(yard), plain(listOf(admin))], [1, NOTHING]);
  }));

Deno.test("what is dropped is gone, and a press on an older list says so", () =>
  inStory(async (program) => {
    const { yard, mend } = await unsaid(program);
    mend();
    const { admin } = program;
    await admin.says(admin.private, "/dead_letters");
    const older = listOf(admin);
    await admin.says(admin.private, "/dead_letters");
    assertEquals((await admin.presses(listOf(admin), "1 · Drop")).text, "Dropped.");
    assertEquals(plain(listOf(admin)), NOTHING);
    const late = await admin.presses(older, "1 · Send again");
    assertEquals(late.text, "That one is not there any more.");
    assertEquals(prompts(yard), 0);
  }));

Deno.test("the newest stand first, five a page; a page that is emptied gives way to the one before", () =>
  inStory(async (program) => {
    const { admin } = program;
    await letters(program, 6, admin.id);
    await admin.says(admin.private, "/dead_letters");
    const first = ["Hello 6", "Hello 5", "Hello 4", "Hello 3", "Hello 2"];
    assertEquals(shown(admin), first);
    await admin.presses(listOf(admin), "▶");
    assertEquals(shown(admin), ["Hello 1"]);
    assertEquals(buttons(listOf(admin)), ["6 · Send again", "6 · Drop", "◀", "Drop all"]);
    await admin.presses(listOf(admin), "6 · Drop");
    assertEquals(shown(admin), first);
    assertEquals((await admin.presses(listOf(admin), "Drop all")).text, "5 messages dropped.");
    assertEquals(plain(listOf(admin)), NOTHING);
  }));

Deno.test("a letter is kept for thirty days", () =>
  inStory(async (program) => {
    const { admin, clock } = program;
    await letters(program, 1, admin.id);
    await clock.advance(30 * 24 * 3_600_000 - 60_001);
    await admin.says(admin.private, "/dead_letters");
    assertEquals(shown(admin), ["Hello 1"]);
    await clock.advance(1);
    await admin.says(admin.private, "/dead_letters");
    assertEquals(plain(listOf(admin)), NOTHING);
  }));

Deno.test("markup in a letter, in a reason or in a title is text in the list", () =>
  inStory(async (program) => {
    const { admin, telegram } = program;
    const bella = telegram.person("<b>Bella</b> & co");
    await bella.starts();
    await letters(program, 1, bella.id, "Hello &lt;i&gt; &amp; <b>you</b>");
    await admin.says(admin.private, "/dead_letters");
    assertEquals(shown(admin), ["Hello <i> & you 1"]);
    assertStringIncludes(plain(listOf(admin)), "<b>Bella</b> & co");
  }));

Deno.test("nobody but platform admins lists, sends again or drops, however the press is forged", () =>
  inStory(async (program) => {
    const { mia, yard, card, mend } = await unsaid(program).then((it) => ({
      ...it,
      card: it.card,
    }));
    mend();
    const { admin } = program;
    await admin.says(admin.private, "/dead_letters");
    const keyboard = listOf(admin).reply_markup?.inline_keyboard.flat() ?? [];
    const data = keyboard.flatMap((it) => "callback_data" in it ? [it.callback_data] : []);
    await mia.says(mia.private, "/dead_letters");
    const refusal = "Sorry, that is not yours to do here. Nothing was changed.";
    assertEquals(newestInPrivate(mia), refusal);
    const before = await records(program);
    const own = mia.private.messages.at(-1)!;
    for (const forged of [...data, "letters:0"]) {
      assertEquals((await mia.presses(own, "", { data: forged })).text, refusal);
      const inGroup = await mia.presses(card, "", { data: forged });
      assertEquals(inGroup.text, "This button no longer works.");
    }
    assertEquals(await records(program), before);
    assertEquals(mia.private.messages.at(-1), own, "and nothing is shown");
    assertEquals(yard.messages.filter((it) => plain(it).includes("Could not be said")), []);
  }));
