import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { keys } from "../../src/store/keys.ts";
import { cardOf, type Program } from "../program.ts";
import { type Group, type Person, plain } from "../simulator/simulator.ts";
import { events, incident, records } from "./stored.ts";
import { asks, inStory, newestFor } from "./story.ts";
import { reportedYard, type WorkingYard } from "./working_yard.ts";
import { yardOf } from "./yard.ts";

async function crew(program: Program, id = "ACME-1"): Promise<string[]> {
  const state = await incident(program, id);
  return "owner" in state ? [state.owner, ...state.helpers].map(({ name }) => name) : [];
}

/** Notes that somebody's role is gone. */
function notes(group: Group): string[] {
  return group.messages.map(plain).filter((text) => text.includes("the role for it is gone"));
}

/** Dan works on ACME-1 as a company's dispatcher, Max as its manager; Bob and Ana are members. */
async function withEveryRole(
  program: Program,
): Promise<WorkingYard & { dan: Person; max: Person }> {
  const { telegram, admin } = program;
  const [dan, max] = [telegram.person("Dan"), telegram.person("Max")];
  const working = await reportedYard(program, { members: [dan, max] });
  await asks(admin, `/add_dispatcher ACME ${dan.id}`);
  await asks(admin, `/add_manager ACME ${max.id}`);
  return { ...working, dan, max };
}

Deno.test("whoever loses the role by which they work on an incident is off it, and the group is told", () =>
  inStory(async (program) => {
    const { yard, bob, dan, max, mia } = await withEveryRole(program);
    const card = cardOf(yard, "ACME-1");
    const removals = [
      [bob, `/remove_member ACME Dispatch ${bob.id}`],
      [dan, `/remove_dispatcher ACME ${dan.id}`],
      [max, `/remove_manager ACME ${max.id}`],
    ] as const;
    for (const [person, command] of removals) {
      await person.presses(card, "Claim");
      assertEquals(await crew(program), [person.name]);
      assertMatch((await asks(mia, command)).join(), / any more\.$/);
      assertEquals((await incident(program, "ACME-1")).status, "awaiting_claim");
      assertMatch(
        notes(yard).at(-1)!,
        new RegExp(`^${person.name} can't work on ACME-1 any more: .* “Brakes.*” Who claims it\\?`),
      );
      assertMatch((await person.presses(card, "Claim")).text!, /^Only members/);
    }
    assertEquals((await events(program, "ACME-1")).filter((it) => it === "claim_ended").length, 3);
  }));

Deno.test("however much somebody did before, the claim ends, and the newest stand first in /mine", () =>
  inStory(async (program) => {
    const { yard, bob, eve, mia } = await reportedYard(program);
    for (let number = 2; number <= 1_101; number++) {
      await program.store.set(keys.mine(bob.id, { company: "ACME", number }).key, null);
    }
    await program.store.set(["counter", "ACME", "incident"], { schema: 1, last: 1_101 });
    await eve.says(yard, "/new_issue Horn failed");
    await bob.presses(cardOf(yard, "ACME-1102"), "Claim");
    await bob.says(yard, "/issues mine");
    assertStringIncludes(newestFor(bob, yard), "ACME-1102");
    assertStringIncludes((await asks(bob, "/mine"))[0]!, "ACME-1102");
    assertStringIncludes((await asks(bob, "/find horn"))[0]!, "ACME-1102");
    await asks(mia, `/remove_member ACME Dispatch ${bob.id}`);
    assertEquals((await incident(program, "ACME-1102")).status, "awaiting_claim");
    // What only the index knew of is no part of the story's end.
    for (let number = 2; number <= 1_101; number++) {
      await program.store.delete(keys.mine(bob.id, { company: "ACME", number }).key);
    }
  }));

Deno.test("the longest-serving helper inherits, and a helper's own claim ends as well", () =>
  inStory(async (program) => {
    const { yard, bob, ana, dan, mia, card } = await withEveryRole(program).then((all) => ({
      ...all,
      card: cardOf(all.yard, "ACME-1"),
    }));
    await bob.presses(card, "Claim");
    await ana.presses(card, "Join");
    await dan.presses(card, "Join");
    await asks(mia, `/remove_dispatcher ACME ${dan.id}`);
    assertEquals(await crew(program), ["Bob", "Ana"]);
    assertMatch(
      notes(yard).at(-1)!,
      /^Dan can't work on ACME-1 any more: the role for it is gone\.$/,
    );
    await asks(mia, `/remove_member ACME Dispatch ${bob.id}`);
    assertEquals(await crew(program), ["Ana"]);
    assertMatch(notes(yard).at(-1)!, /^Bob can't work .* gone\. Ana, it is yours now\.$/);
    assertStringIncludes(plain(cardOf(yard, "ACME-1")), "Owner: Ana");
  }));

Deno.test("who may work on it by another role goes on", () =>
  inStory(async (program) => {
    const { yard, bob, dan, max, mia } = await withEveryRole(program);
    const card = cardOf(yard, "ACME-1");
    await bob.presses(card, "Claim");
    await dan.presses(card, "Join");
    await max.presses(card, "Join");
    await asks(mia, `/add_dispatcher ACME ${bob.id}`);
    await asks(mia, `/add_member ACME Dispatch ${dan.id}`);
    await yard.promote(max);
    await asks(mia, `/remove_member ACME Dispatch ${bob.id}`);
    await asks(mia, `/remove_dispatcher ACME ${dan.id}`);
    await asks(mia, `/remove_manager ACME ${max.id}`);
    assertEquals(await crew(program), ["Bob", "Dan", "Max"]);
    assertEquals(notes(yard), []);
    await asks(mia, `/remove_dispatcher ACME ${bob.id}`);
    assertEquals(await crew(program), ["Dan", "Max"]);
  }));

Deno.test("while nobody else could be expected to come, whoever works on it goes on", () =>
  inStory(async (program) => {
    const { yard, bob, ana, mia, card } = await reportedYard(program);
    await bob.presses(card, "Claim");
    await asks(mia, `/remove_member ACME Dispatch ${ana.id}`);
    await asks(mia, `/remove_member ACME Dispatch ${bob.id}`);
    assertEquals(await crew(program), ["Bob"]);
    assertEquals(notes(yard), []);
  }));

Deno.test("a role of one group, taken by reply there, ends the claims in that group alone", () =>
  inStory(async (program) => {
    const { telegram, admin } = program;
    const sam = telegram.person("Sam");
    const { yard, eve, mia } = await reportedYard(program, { members: [sam] });
    const depot = telegram.group("Depot", { owner: mia, members: [eve, sam], withBot: false });
    await mia.adds(depot);
    await depot.botRights("administrator");
    await asks(admin, `/add_group ACME ${depot.id}`);
    const take = ["/remove_dispatcher", "/remove_member Dispatch", "/remove_manager"];
    for (const [n, command] of take.entries()) {
      const id = n + 2;
      await eve.says(depot, "/new_issue Gate is stuck");
      for (const group of [yard, depot]) {
        const replyTo = await sam.says(group, "Hello");
        await mia.says(group, command.replace("remove", "add"), { replyTo });
        const card = cardOf(group, group === yard ? "ACME-1" : `ACME-${id}`);
        assertMatch((await sam.presses(card, "Claim")).text!, /yours/);
      }
      const replyTo = await sam.says(yard, "Goodbye");
      await mia.says(yard, command, { replyTo });
      assertStringIncludes(newestFor(mia, yard), "any more");
      assertEquals(await crew(program), []);
      assertEquals(await crew(program, `ACME-${id}`), ["Sam"]);
      assertEquals(notes(depot).filter((note) => note.includes(`ACME-${id}`)), []);
      assertStringIncludes(notes(yard).at(-1)!, "Sam can't work on ACME-1 any more");
      await mia.says(depot, command, { replyTo: await sam.says(depot, "Goodbye") });
      assertEquals(await crew(program, `ACME-${id}`), []);
      await mia.says(depot, `/cancel ${id} false alarm`);
    }
  }));

Deno.test("a company's role ends claims in all groups where no role of the group holds them", () =>
  inStory(async (program) => {
    const { telegram, admin } = program;
    const { yard, eve, bob, mia, card } = await reportedYard(program);
    const depot = telegram.group("Depot", { owner: mia, members: [eve, bob], withBot: false });
    const vault = await program.company("ZETA", { members: [eve, bob] });
    await mia.adds(depot);
    await depot.botRights("administrator");
    await asks(admin, `/add_group ACME ${depot.id}`);
    await asks(admin, `/add_member ZETA Dispatch ${bob.id}`);
    await eve.says(depot, "/new_issue Gate is stuck");
    await eve.says(vault, "/new_issue Door is stuck");
    await mia.says(depot, "/add_dispatcher", { replyTo: await bob.says(depot, "Hello") });
    for (const one of [card, cardOf(depot, "ACME-2"), cardOf(vault, "ZETA-1")]) {
      await bob.presses(one, "Claim");
    }
    await asks(admin, `/remove_member ACME Dispatch ${bob.id}`);
    assertEquals(await crew(program), []);
    assertEquals(await crew(program, "ACME-2"), ["Bob"]);
    assertEquals(await crew(program, "ZETA-1"), ["Bob"]);
    assertEquals([notes(yard), notes(depot), notes(vault)].map(({ length }) => length), [1, 0, 0]);
  }));

Deno.test("who may not take roles ends no claims by trying, and taking what somebody has not ends none", () =>
  inStory(async (program) => {
    const { yard, eve, bob, ana, mia, card } = await reportedYard(program);
    const zoe = program.telegram.person("Zoe");
    await zoe.starts();
    await program.company("ZETA");
    await asks(program.admin, `/add_manager ZETA ${zoe.id}`);
    await bob.presses(card, "Claim");
    const hello = await bob.says(yard, "Hello");
    const before = await records(program);
    for (const person of [eve, ana]) {
      await person.says(yard, "/remove_member Dispatch", { replyTo: hello });
      assertMatch(newestFor(person, yard), /not yours to do/);
    }
    assertMatch((await asks(zoe, `/remove_member ACME Dispatch ${bob.id}`)).join(), /not yours/);
    assertEquals(await records(program), before);
    assertEquals(await asks(mia, `/remove_manager ACME ${bob.id}`), ["Bob has no such role."]);
    await mia.says(yard, "/remove_member Dispatch", { replyTo: hello });
    assertEquals(newestFor(mia, yard), "Bob has no such role.");
    assertEquals(await crew(program), ["Bob"]);
  }));

Deno.test("a manager who types an id learns no name of somebody of another company", () =>
  inStory(async (program) => {
    const { mia, bob } = await yardOf(program, { started: ["Mia", "Bob"] });
    const zoe = program.telegram.person("Zoe Zimmermann");
    await zoe.starts();
    await program.company("ZETA", { owner: zoe });
    const said = async (command: string) => (await asks(mia, command)).join("\n");
    const commands = (id: number) => [
      `/shift ACME Workshop ${id} mon-fri 08:00-17:00`,
      `/remove_manager ACME ${id}`,
      `/remove_dispatcher ACME ${id}`,
      `/remove_member ACME Workshop ${id}`,
    ];
    for (const command of commands(zoe.id)) {
      assertStringIncludes(await said(command), `Person ${zoe.id}`);
    }
    for (const command of commands(bob.id)) assertStringIncludes(await said(command), "Bob");
  }));
