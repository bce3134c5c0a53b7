import { assert, assertEquals, assertExists } from "@std/assert";
import { en } from "../../src/view/texts/en/en.ts";
import { buttons, type Group, type Person, plain, type Toast } from "../simulator/simulator.ts";
import { type Balanced, startBalanced } from "./balanced.ts";
import { assertShown, cardsLike } from "./cards.ts";
import { historyOf } from "./contents.ts";
import { assertSound } from "./invariants.ts";
import { seedCompany } from "./seed.ts";

const PROCESSES = 4;

/** Fifty people of one company in one group. */
async function crowd(
  { telegram, store }: Balanced,
  count = 50,
): Promise<{ group: Group; people: Person[] }> {
  const people = Array.from({ length: count }, (_, n) => telegram.person(`Person ${n}`));
  const group = telegram.group("The yard", { members: people, botRights: "administrator" });
  await seedCompany(store, { id: "ACME", groups: [group], members: people, now: Date.now() });
  return { group, people };
}

/** The toasts that a person's press was answered with, retries included. */
function toastsOf({ answers }: Person): (string | undefined)[] {
  return answers.map(({ text }) => text);
}

/** What has been sent may still be under way to be noted. */
async function afterwards({ telegram, store }: Balanced, group: Group): Promise<void> {
  await telegram.settled();
  await assertSound(store, { now: Date.now() });
  await assertShown(store, [group]);
}

Deno.test("of 50 people who claim at once in 4 processes one wins, and each is told", async () => {
  await using balanced = await startBalanced(PROCESSES);
  const { store } = balanced;
  const { group, people } = await crowd(balanced);
  await people[0]!.says(group, "/new_issue Brakes failed on truck 12");
  const [card] = cardsLike(group, "ACME-1");
  assertExists(card);

  const started = performance.now();
  const toasts: Toast[] = await Promise.all(people.map((person) => person.presses(card, "Claim")));
  const took = Math.round(performance.now() - started);

  const incident = { company: "ACME", number: 1 };
  const events = await historyOf(store, incident);
  assertEquals(events.map(({ type }) => type), ["reported", "department_chosen", "claimed"]);
  const winner = people.find(({ id }) => id === events[2]?.actor?.id);
  assertExists(winner);
  const told = toasts.map(({ text }) => text);
  assertEquals(told.filter((text) => text === en.done.claim("ACME-1")).length, 1);
  assertEquals(told[people.indexOf(winner)], en.done.claim("ACME-1"));
  const losers = told.filter((text) => text?.includes(winner.name));
  console.log(`50 presses in ${took} ms; told who won: ${losers.length}`);
  assertEquals(losers.length, 49, JSON.stringify(told));
  for (const person of people) assertEquals(toastsOf(person).length, 1);
  assert(plain(cardsLike(group, "ACME-1")[0]!).includes(winner.name));
  await afterwards(balanced, group);
});

Deno.test("of 50 people who report the same message at once one makes an incident", async () => {
  await using balanced = await startBalanced(PROCESSES);
  const { store, telegram } = balanced;
  const { group, people } = await crowd(balanced);
  const said = await people[0]!.says(group, "Brakes failed on truck 12");
  const statuses = await balanced.atOnce(() =>
    Promise.all(people.map((person) => person.says(group, "/new_issue", { replyTo: said })))
  );
  assertEquals(statuses.filter((status) => status !== 200), []);
  await telegram.settled();

  const incidents = await Array.fromAsync(store.list({ prefix: ["incident"] }));
  assertEquals(incidents.map(({ key }) => key), [["incident", "ACME", 1]]);
  const [reporter] = await historyOf(store, { company: "ACME", number: 1 });
  const answered = people.filter((person) =>
    group.visibleTo(person).some((message) => plain(message).includes("Already reported: ACME-1"))
  );
  assertEquals(answered.length, 49);
  assertEquals(answered.some(({ id }) => id === reporter?.actor?.id), false);
  assertEquals(cardsLike(group, "ACME-1").length, 1);
  await afterwards(balanced, group);
});

Deno.test("one update brought to 4 processes at once has one effect and one answer", async () => {
  await using balanced = await startBalanced(PROCESSES);
  const { store, telegram } = balanced;
  const { group, people: [ana, bob] } = await crowd(balanced, 2);
  assert(ana && bob);
  const everywhere = async (act: () => Promise<unknown>) => {
    telegram.connect(() => new Response(), { secret: "nobody listens" });
    await act();
    balanced.connect();
    const { update_id } = telegram.updates.at(-1)!;
    assertEquals(await telegram.redeliverEverywhere(update_id), [200, 200, 200, 200]);
    await telegram.settled();
  };
  const card = () => cardsLike(group, "ACME-1")[0]!;
  const press = (label: string) => everywhere(() => bob.presses(card(), label));

  await everywhere(() => ana.says(group, "/new_issue Brakes failed on truck 12"));
  await press("Claim");
  await press("Resolve");
  const asked = group.messages.find((message) => plain(message).includes("how was ACME-1"));
  assertExists(asked);
  await everywhere(() => bob.says(group, "Replaced the brake line", { replyTo: asked }));

  const events = await historyOf(store, { company: "ACME", number: 1 });
  const types = events.map(({ type }) => type);
  assertEquals(types, [
    "reported",
    "department_chosen",
    "claimed",
    "resolve_pressed",
    "summarized",
  ]);
  const told = telegram.calls.filter(({ method }) => method === "answerCallbackQuery")
    .map(({ params }) => params.text);
  const [claim, resolve] = [en.done.claim("ACME-1"), en.done.resolve("ACME-1")];
  assertEquals(told, [claim, claim, claim, claim, resolve, resolve, resolve, resolve]);
  assertEquals(cardsLike(group, "ACME-1").length, 1);
  await afterwards(balanced, group);
});

Deno.test("nobody goes unanswered while 4 processes fight over one store", async () => {
  await using balanced = await startBalanced(PROCESSES);
  const { telegram } = balanced;
  const { group, people } = await crowd(balanced, 32);
  const owner = people[0]!;
  await owner.says(group, "/new_issue Brakes failed on truck 12");
  await owner.presses(cardsLike(group, "ACME-1")[0]!, "Claim");
  const card = cardsLike(group, "ACME-1")[0]!;
  const started = performance.now();
  const toasts = await Promise.all(
    people.slice(1).map(async (person) => {
      const told: Toast[] = [];
      for (const label of ["Join", "Leave", "Join"]) told.push(await person.presses(card, label));
      return told.map(({ text }) => text ?? "");
    }),
  );
  const texts = toasts.flat();
  const busy = texts.filter((text) => text === en.refused.busy).length;
  console.log(
    `${texts.length} presses in ${Math.round(performance.now() - started)} ms, ${busy} too busy`,
  );
  assertEquals(texts.filter((text) => text === ""), []);
  assertEquals(busy, 0);
  assertEquals(new Set(texts), new Set([en.done.join("ACME-1"), en.done.leave("ACME-1")]));
  assert(buttons(cardsLike(group, "ACME-1")[0]!).length > 0);
  await afterwards(balanced, group);
  assertEquals(telegram.violations, []);
});

Deno.test("forty groups of one company report at once: each gets its incident", async () => {
  await using balanced = await startBalanced(PROCESSES);
  const { telegram, store } = balanced;
  const people = Array.from({ length: 40 }, (_, n) => telegram.person(`Person ${n}`));
  const groups = people.map((person, n) =>
    telegram.group(`Yard ${n}`, { members: [person], botRights: "administrator" })
  );
  await seedCompany(store, { id: "ACME", groups, members: people, now: Date.now() });
  const started = performance.now();
  // Each group's messages queue for themselves: these are forty at the same moment.
  await Promise.all(
    people.map((person, n) => person.says(groups[n]!, `/new_issue Trouble in yard ${n}`)),
  );
  console.log(`40 reports in ${Math.round(performance.now() - started)} ms`);
  await telegram.settled();
  assertEquals((await Array.fromAsync(store.list({ prefix: ["incident"] }))).length, 40);
  await assertSound(store, { now: Date.now() });
  await assertShown(store, groups);
});
