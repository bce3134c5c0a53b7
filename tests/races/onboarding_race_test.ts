import { assert, assertEquals, assertExists } from "@std/assert";
import type { Message } from "grammy/types";
import type { Group as StoredGroup } from "../../src/domain/group.ts";
import { buttons, type Group, type Person, plain } from "../simulator/simulator.ts";
import { startRace } from "./race.ts";

/** The question for the company's name in a group that has just met the bot. */
function promptIn(group: Group): Message {
  const prompt = group.messages.find(({ from, new_chat_members }) =>
    from?.is_bot && !new_chat_members
  );
  assertExists(prompt);
  return prompt;
}

function requestTo({ private: chat }: Person, group: Group): Message {
  const request = chat.messages.find((message) =>
    plain(message).includes(`${group.id}`) && buttons(message).length > 0
  );
  assertExists(request);
  return request;
}

async function statuses(store: Deno.Kv): Promise<string[]> {
  const groups = await Array.fromAsync(store.list<StoredGroup>({ prefix: ["group"] }));
  return groups.map(({ value }) => value.status);
}

Deno.test("two platform admins decide on one group at once: one decides, the other is told", async () => {
  const race = await startRace({ environment: { PLATFORM_ADMIN_IDS: "71,72" } });
  const { telegram, store } = race.program;
  const admins = [telegram.person("Ida", { id: 71 }), telegram.person("Ivo", { id: 72 })] as const;
  for (const admin of admins) await admin.starts();
  const boss = telegram.person("Boss");
  for (let n = 1; n <= 8; n++) {
    const group = telegram.group(`Yard ${n}`, { owner: boss, withBot: false });
    await boss.adds(group);
    await boss.says(group, `Kilo Haulage ${n}`, { replyTo: promptIn(group) });
    const toasts = await Promise.all(
      admins.map((admin) => admin.presses(requestTo(admin, group), "Create")),
    );
    await telegram.settled();
    const told = toasts.map(({ text }) => text ?? "");
    assert(told.every((text) => text.includes("KILO")), told.join(" / "));
    assertEquals(new Set(told).size, 2, "only one of them has done it");
    const companies = await Array.fromAsync(store.list({ prefix: ["company"] }));
    assertEquals(companies.length, n);
  }
  assertEquals(new Set(await statuses(store)), new Set(["active"]));
  await race.isOver();
});

Deno.test("one person who adds the bot to five groups at once has at most three open requests", async () => {
  const race = await startRace();
  const { telegram, store } = race.program;
  const boss = telegram.person("Boss");
  const groups = Array.from(
    { length: 5 },
    (_, n) => telegram.group(`Yard ${n}`, { owner: boss, withBot: false }),
  );
  await Promise.all(groups.map((group) => boss.adds(group)));
  await Promise.all(
    groups.map((group, n) => boss.says(group, `Kilo ${n}`, { replyTo: promptIn(group) })),
  );
  await telegram.settled();
  const groupsStored = await Array.fromAsync(store.list<StoredGroup>({ prefix: ["group"] }));
  const open = groupsStored.filter(({ value }) => value.status === "pending" && value.request);
  assertEquals(open.length, 3);
  await race.isOver();
});

Deno.test("roles given by two people at once are all counted", async () => {
  const race = await startRace();
  const { program } = race;
  const { telegram, admin } = program;
  const boss = telegram.person("Boss");
  const people = Array.from({ length: 12 }, (_, n) => telegram.person(`Person ${n}`));
  const yard = await program.company("ACME", { members: people, owner: boss });
  await boss.starts();
  await admin.says(admin.private, `/add_manager ACME ${boss.id}`);
  await Promise.all(people.map((person, n) => {
    const giver = n % 2 === 0 ? admin : boss;
    const command = n % 3 === 0 ? "/add_dispatcher ACME" : "/add_member ACME Dispatch";
    return giver.says(giver.private, `${command} ${person.id}`);
  }));
  await race.isOver([yard]);
});

Deno.test("everybody who wants to take calls at once is let, once", async () => {
  const race = await startRace();
  const { program } = race;
  const { telegram, store } = program;
  const boss = telegram.person("Boss");
  const people = Array.from({ length: 8 }, (_, n) => telegram.person(`Person ${n}`));
  const yard = await program.company("ACME", { members: people, owner: boss });
  const find = (label: string) =>
    yard.messages.filter((message) => buttons(message).some((text) => text.includes(label)));
  const [welcome] = find("I take calls here");
  assertExists(welcome);
  // The first press tells the program who administers the group.
  await boss.presses(welcome, "I take calls here");
  await Promise.all(people.map((person) => person.presses(welcome, "I take calls here")));
  await telegram.settled();
  const wishes = find("Allow");
  assertEquals(wishes.length, people.length);
  for (const wish of wishes) await boss.presses(wish, "Allow");
  const group = (await store.get<StoredGroup>(["group", yard.id])).value;
  assert(group?.status === "active");
  assertEquals(
    people.filter(({ id }) => !group.people[id]?.dispatcher).map(({ name }) => name),
    [],
  );
  assertEquals(group.askedToTakeCalls, []);
  await race.isOver([yard]);
});
