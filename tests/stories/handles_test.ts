import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { keys } from "../../src/store/keys.ts";
import { cardOf, type Program } from "../program.ts";
import type { Person } from "../simulator/simulator.ts";
import { incident, stored } from "./stored.ts";
import { asks, inStory, newestFor } from "./story.ts";
import { reportedYard } from "./working_yard.ts";

/** Somebody takes another username, or none; the bot learns of it at the next contact. */
function renames({ user }: Person, username?: string): void {
  if (username === undefined) delete user.username;
  else user.username = username;
}

async function holder(program: Program, handle: string): Promise<number | null> {
  return await stored(program, keys.handle(handle));
}

async function crew(program: Program): Promise<string[]> {
  const state = await incident(program, "ACME-1");
  return "owner" in state ? [state.owner, ...state.helpers].map(({ name }) => name) : [];
}

Deno.test("a person is found by the handle that they have, refreshed at each contact", () =>
  inStory(async (program) => {
    const { yard, card, bob } = await reportedYard(program);
    const contacts: [handle: string, contact: () => Promise<unknown>][] = [
      ["bob_by_command", () => bob.says(yard, "/help")],
      ["bob_by_press", () => bob.presses(card, "Claim")],
      ["bob_by_menu", () => bob.presses(card, "More")],
      ["bob_by_reply", () => bob.says(yard, "On my way", { replyTo: card })],
      ["bob_by_start", () => bob.starts()],
      ["bob_in_private", () => bob.says(bob.private, "Hello")],
    ];
    const missed: string[] = [];
    for (const [handle, contact] of contacts) {
      renames(bob, handle);
      await contact();
      if (await holder(program, handle) !== bob.id) missed.push(handle);
    }
    assertEquals(missed, []);
    const handles = contacts.map(([handle]) => handle);
    const holders = await Promise.all(handles.map((handle) => holder(program, handle)));
    assertEquals(holders, [...Array(handles.length - 1).fill(null), bob.id]);
    renames(bob);
    await bob.says(yard, "/help");
    assertEquals(await holder(program, "bob_in_private"), null);
    const [answer] = await asks(program.admin, "/add_dispatcher ACME @bob_in_private");
    assertStringIncludes(answer!, "I have not met @bob_in_private yet");
  }));

Deno.test("what can't be a name or a handle is cut, and never makes an update that can't be stored", () =>
  inStory(async (program) => {
    const { yard, bob } = await reportedYard(program);
    renames(bob, "b".repeat(5_000));
    bob.user.first_name = `${"n".repeat(128)}😀 and more`;
    await bob.says(yard, "/help");
    const profile = await stored(program, keys.profile(bob.id));
    assertEquals(profile?.handle, null);
    assertEquals(profile?.name, `${"n".repeat(128)}\uFFFD`);
  }));

Deno.test("names are refreshed too, and read in any case of the handle", () =>
  inStory(async (program) => {
    const { yard, mia, bob, ana, card } = await reportedYard(program);
    renames(bob, "Bob_The_Driver");
    bob.user.first_name = "Robert";
    await bob.says(yard, "/help");
    await ana.presses(card, "Claim");
    await mia.says(yard, "/assign 1 @bob_the_DRIVER");
    assertStringIncludes(cardOf(yard, "ACME-1").text!, "Owner: Robert\nHelping: Ana");
  }));

Deno.test("a freed handle that somebody else takes gives them nothing", () =>
  inStory(async (program) => {
    const { yard, card, bob, mia, eve: sam } = await reportedYard(program);
    renames(bob, "best_driver");
    await bob.says(yard, "/help");
    await asks(program.admin, "/add_manager ACME @best_driver");
    await bob.presses(card, "Claim");
    renames(bob, "bob_of_acme");
    renames(sam, "best_driver");
    await sam.says(yard, "/help");
    assertEquals(await holder(program, "best_driver"), sam.id);
    for (const label of ["Join", "Resolve", "Leave"]) {
      assertMatch((await sam.presses(card, label)).text!, /^Only /, label);
    }
    await sam.says(yard, "/revoke_claim 1");
    assertMatch(newestFor(sam, yard), /not yours to do/);
    await mia.says(yard, "/assign 1 @best_driver");
    assertEquals(newestFor(mia, yard), "Eve takes no calls for this department.");
    await mia.says(yard, "/revoke_claim 1 @best_driver");
    assertEquals(newestFor(mia, yard), "That person is not working on it.");
    assertEquals(await crew(program), ["Bob"]);
    await bob.says(yard, "/de_escalate 1");
    assertEquals(newestFor(bob, yard), "It has not escalated.", "Bob is a manager still");
    assertEquals(await holder(program, "bob_of_acme"), bob.id);
    assertEquals(await holder(program, "best_driver"), sam.id);
  }));

Deno.test("a role given by a handle goes to whoever holds it at that moment, and stays theirs", () =>
  inStory(async (program) => {
    const { yard, card } = await reportedYard(program);
    const [one, two] = [program.telegram.person("One"), program.telegram.person("Two")];
    for (const person of [one, two]) await person.joins(yard);
    renames(one, "night_shift");
    await one.says(yard, "/help");
    await asks(program.admin, "/add_dispatcher ACME @night_shift");
    renames(one);
    renames(two, "night_shift");
    assertEquals((await stored(program, keys.person("ACME", one.id)))?.dispatcher, true);
    await two.says(yard, "/help");
    assertEquals(await stored(program, keys.person("ACME", two.id)), null);
    assertMatch((await two.presses(card, "Claim")).text!, /^Only members/);
    assertEquals(await asks(program.admin, "/remove_dispatcher ACME @night_shift"), [
      // Whoever is nothing in the company is not named to those who type what they have.
      `Person ${two.id} has no such role.`,
    ]);
    assertEquals((await one.presses(card, "Claim")).text, "ACME-1 is yours.");
  }));
