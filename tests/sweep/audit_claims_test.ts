import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { keys } from "../../src/store/keys.ts";
import { cardOf, type Program } from "../program.ts";
import { type Person, plain } from "../simulator/simulator.ts";
import { events, incident } from "../stories/stored.ts";
import { asks, inStory } from "../stories/story.ts";
import { auditReport, openYard, unheard, type Yard } from "./yard.ts";

const TITLE = "🔧 Daily check of ACME Logistics";
const ROLE_LOST = "• 1 claim ended: the role for it was gone (ACME-1)";
const LEFT = "• 1 claim ended: whoever had it is not in the group any more (ACME-1)";
const UNCHECKED =
  "• 1 claim could not be checked: Telegram did not tell who belongs to the group (ACME-1)";

/** What Telegram says now and then about people that it knows. */
const REFUSED = { code: 400, description: "Bad Request: PARTICIPANT_ID_INVALID" };

async function claimed({ yard, ana }: Yard, by: Person): Promise<void> {
  await ana.says(yard, "/new_issue Brakes failed");
  await by.presses(cardOf(yard, "ACME-1"), "Claim");
}

async function crewOf(program: Program): Promise<string[]> {
  const state = await incident(program, "ACME-1");
  return "owner" in state ? [state.owner, ...state.helpers].map(({ name }) => name) : [];
}

/** The record goes, and nothing that happens with it: indexes and counts stay. */
async function forgetRoles({ store }: Program, { id }: Person): Promise<void> {
  await store.delete(keys.person("ACME", id).key);
}

Deno.test("whoever has no role for it any more loses the claim, and the department is called", () =>
  inStory(async (program) => {
    const at = await openYard(program);
    const { yard, bob, mia } = at;
    await claimed(at, bob);
    await forgetRoles(program, bob);
    const report = await auditReport(program, mia);
    assertEquals(report.slice(0, 2), [TITLE, ROLE_LOST]);
    assertEquals((await incident(program, "ACME-1")).status, "awaiting_claim");
    const call = plain(yard.messages.at(-1)!);
    assertMatch(call, /^Bob can't work on ACME-1 any more: the role for it is gone\./);
    assertMatch(call, / Cleo$/);
    assertStringIncludes(plain(cardOf(yard, "ACME-1")), "🔴 ACME-1");
    assertEquals(await auditReport(program, mia), []);
    assertEquals((await events(program, "ACME-1")).at(-1), "claim_ended");
  }));

Deno.test("when the owner may not hold it, the helper who may inherits it", () =>
  inStory(async (program) => {
    const at = await openYard(program);
    await claimed(at, at.bob);
    await at.cleo.presses(cardOf(at.yard, "ACME-1"), "Join");
    await forgetRoles(program, at.bob);
    assertEquals((await auditReport(program, at.mia))[1], ROLE_LOST);
    assertEquals(await crewOf(program), ["Cleo"]);
    assertEquals(await auditReport(program, at.mia), []);
  }));

Deno.test("an administrator of the group needs no other role", () =>
  inStory(async (program) => {
    const at = await openYard(program);
    const { yard, bob, mia } = at;
    await yard.promote(bob);
    await claimed(at, bob);
    await asks(program.admin, `/remove_member ACME Dispatch ${bob.id}`);
    assertEquals(await auditReport(program, mia), []);
    assertEquals(await crewOf(program), ["Bob"]);
    await unheard(program, () => yard.demote(bob));
    await program.clock.advance(10 * 60_000 + 1);
    assertEquals(await auditReport(program, mia), [TITLE, ROLE_LOST]);
    assertEquals(await crewOf(program), []);
  }));

Deno.test("a claim is not ended while Telegram does not tell who administers the group", () =>
  inStory(async (program) => {
    const at = await openYard(program);
    const { yard, bob, mia } = at;
    await yard.promote(bob);
    await claimed(at, bob);
    await asks(program.admin, `/remove_member ACME Dispatch ${bob.id}`);
    await program.clock.advance(10 * 60_000 + 1);
    for (const kind of ["429", "502", REFUSED] as const) {
      program.telegram.faults.add({ kind, method: "getChatAdministrators" });
      assertEquals(await auditReport(program, mia), [TITLE, UNCHECKED]);
      assertEquals(await crewOf(program), ["Bob"]);
      program.telegram.faults.clear();
    }
    assertEquals(await auditReport(program, mia), []);
    assertEquals(await crewOf(program), ["Bob"]);
  }));

for (const how of ["leaves", "is removed from"] as const) {
  Deno.test(`whoever ${how} the group unseen loses the claim`, () =>
    inStory(async (program) => {
      const at = await openYard(program);
      const { yard, ana, bob, mia } = at;
      await claimed(at, bob);
      await unheard(
        program,
        () => how === "leaves" ? bob.leaves(yard) : ana.removes(bob, yard),
      );
      assertEquals(await crewOf(program), ["Bob"]);
      assertEquals(await auditReport(program, mia), [TITLE, LEFT]);
      assertEquals((await incident(program, "ACME-1")).status, "awaiting_claim");
      assertMatch(
        plain(yard.messages.at(-1)!),
        /^Bob has left the group and is no longer on ACME-1\. .* Bob Cleo$/,
      );
      assertEquals(await auditReport(program, mia), []);
    }));
}

Deno.test("where the bot is no administrator, nobody counts as gone", () =>
  inStory(async (program) => {
    const at = await openYard(program, { bot: "member" });
    await claimed(at, at.bob);
    await unheard(program, () => at.bob.leaves(at.yard));
    assertEquals(await auditReport(program, at.mia), []);
    assertEquals(await crewOf(program), ["Bob"]);
  }));

Deno.test("the company's own managers and dispatchers work from outside the group", () =>
  inStory(async (program) => {
    const at = await openYard(program);
    const { yard, ana, mia } = at;
    const dora = program.telegram.person("Dora");
    await dora.starts();
    await asks(program.admin, `/add_dispatcher ACME ${dora.id}`);
    await ana.says(yard, "/new_issue Brakes failed");
    await ana.says(yard, "/new_issue Lights failed");
    await asks(mia, `/assign ACME-1 ${mia.id}`);
    await asks(mia, `/assign ACME-2 ${dora.id}`);
    assertEquals(await crewOf(program), ["Mia"]);
    assertEquals(await auditReport(program, mia), []);
    assertEquals(await crewOf(program), ["Mia"]);
    assertEquals((await incident(program, "ACME-2")).status, "in_progress");
  }));

Deno.test("when Telegram does not tell who is in the group, that is said, and the claim stays", () =>
  inStory(async (program) => {
    const at = await openYard(program);
    await claimed(at, at.bob);
    for (const kind of ["429", "502", REFUSED] as const) {
      program.telegram.faults.add({ kind, method: "getChatMember", times: 1 });
      assertEquals(await auditReport(program, at.mia), [TITLE, UNCHECKED]);
      program.telegram.faults.clear();
    }
    assertEquals(await crewOf(program), ["Bob"]);
    assertEquals(await auditReport(program, at.mia), []);
  }));

Deno.test("claims in a suspended group are left alone", () =>
  inStory(async (program) => {
    const at = await openYard(program);
    await claimed(at, at.bob);
    await at.ana.removesBot(at.yard);
    await asks(program.admin, `/remove_member ACME Dispatch ${at.bob.id}`);
    assertEquals(await auditReport(program, at.mia), []);
    assertEquals(await crewOf(program), ["Bob"]);
  }));
