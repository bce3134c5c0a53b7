import { assertEquals } from "@std/assert";
import { cardOf, type Program } from "../program.ts";
import { buttons, type Group, plain } from "../simulator/simulator.ts";
import { asks, inStory } from "./story.ts";
import { reportedYard } from "./working_yard.ts";

const HOUR = 3_600_000;
const TOO_OLD = "Bad Request: message can't be deleted for everyone";
const ONE_LINE = "⤵️ ACME-1: see the newer message below.";

/** What is said of ACME-1 in the group beside the card, oldest first. */
function calls(group: Group): string[] {
  return group.messages.map(plain).filter((text) =>
    text === ONE_LINE || text.includes("Who claims it?") || text.includes("⏰")
  );
}

/** Bob claims at once, and has left again that much later. */
async function leavesLate(program: Program, after: number) {
  const yard = await reportedYard(program, { bot: "member" });
  await yard.bob.presses(cardOf(yard.yard, "ACME-1"), "Claim");
  await program.clock.advance(after);
  await yard.bob.presses(cardOf(yard.yard, "ACME-1"), "Leave");
  await program.pass(1);
  return yard;
}

Deno.test("a call that is too old to delete becomes one line that leads to the newer one", () =>
  inStory(async (program) => {
    const { yard, mia } = await leavesLate(program, 49 * HOUR);
    const [older, newer, ...more] = calls(yard);
    assertEquals([older, more], [ONE_LINE, []]);
    assertEquals(newer?.includes("Who claims it?"), true);
    const line = yard.messages.find((message) => plain(message) === ONE_LINE);
    assertEquals(line && buttons(line), []);
    assertEquals(mia.private.messages.filter((it) => plain(it).includes("can't delete")), []);
    await program.pass(10);
    assertEquals(calls(yard).map((text) => text.slice(0, 2)), ["⤵️", "⏰ "]);
  }));

Deno.test("a call that is young enough to be deleted, and is not, is a right that is missing: told once", () =>
  inStory(async (program) => {
    const { yard, mia } = await reportedYard(program);
    await asks(program.admin, "/policy ACME auto_escalation off");
    const description = "Bad Request: message can't be deleted";
    program.telegram.faults.add({ method: "deleteMessage", kind: { code: 400, description } });
    await program.pass(31);
    assertEquals(calls(yard).map((text) => text.slice(0, 2)), ["⤵️", "⤵️", "⤵️", "⏰ "]);
    const told = () => mia.private.messages.map(plain).filter((it) => it.includes("can't delete"));
    assertEquals(told(), [
      "I can't delete my own older reminders in “ACME yard”. Please give me the right to delete " +
      "messages there; until then each of them stays as one line.",
    ]);
    await yard.botRights({ can_delete_messages: false });
    await program.pass(11);
    assertEquals(told().length, 2, "again once the rights have changed in between");
  }));

Deno.test("a call that is gone is forgotten, and the new one is made", () =>
  inStory(async (program) => {
    const { yard } = await reportedYard(program);
    await asks(program.admin, "/policy ACME auto_escalation off");
    const description = "Bad Request: message to delete not found";
    program.telegram.faults.add({
      method: "deleteMessage",
      times: 1,
      kind: { code: 400, description },
    });
    await program.pass(31);
    const deletions = program.telegram.calls.filter(({ method }) => method === "deleteMessage");
    const ids = deletions.map(({ params }) => params.message_id);
    assertEquals(new Set(ids).size, ids.length, "each was tried once");
    assertEquals(calls(yard).filter((text) => text.startsWith("⏰")).length, 1);
  }));

Deno.test("a call whose removal Telegram asks to wait with goes with the next one", () =>
  inStory(async (program) => {
    const { yard } = await reportedYard(program);
    await program.telegram.settled();
    program.telegram.faults.add({
      method: "deleteMessage",
      times: 1,
      kind: "429",
      retryAfter: 3,
    });
    await program.pass(11);
    assertEquals(calls(yard).length, 2, "the ping is still there");
    await program.pass(10);
    assertEquals(calls(yard).length, 1);
  }));

Deno.test("a call that can neither be deleted nor edited is left, and the new one is made", () =>
  inStory(async (program) => {
    const { yard } = await reportedYard(program);
    await program.telegram.settled();
    const { faults } = program.telegram;
    faults.add({ method: "deleteMessage", kind: { code: 400, description: TOO_OLD } });
    const [ping] = yard.messages.filter((it) => plain(it).includes("Who claims it?"));
    faults.add({
      method: "editMessageText",
      kind: { code: 400, description: "Bad Request: message can't be edited" },
    });
    await program.pass(10);
    faults.clear();
    await program.pass(1);
    assertEquals(yard.messages.some(({ message_id }) => message_id === ping?.message_id), true);
    assertEquals(calls(yard).filter((text) => text.startsWith("⏰")).length, 1);
  }));
