import { assert, assertEquals } from "@std/assert";
import type { Chore } from "../../src/store/chore.ts";
import type { ForgettingStep } from "../../src/store/forgetting.ts";
import { keys, messageRowKey } from "../../src/store/keys.ts";
import type { Kv } from "../../src/store/kv.ts";
import { html } from "../../src/view/html.ts";
import { plainMessage } from "../../src/view/message.ts";
import type { Program, ProgramOptions } from "../program.ts";
import { incident, stored } from "./stored.ts";
import { asks, inStory } from "./story.ts";
import { yardOf } from "./yard.ts";

/** A store whose commits take so many milliseconds of the program's time once it is slow. */
function slowStore(): { slow: { by: number; taken: number }; options: ProgramOptions } {
  const slow = { by: 0, taken: 0 };
  const wrapKv = (kv: Kv): Kv => ({
    ...kv,
    commit(checks, changes) {
      slow.taken += slow.by;
      return kv.commit(checks, changes);
    },
  });
  const wrap: ProgramOptions["wrap"] = (deps) => {
    const { now } = deps;
    return Object.assign(deps, { now: () => now() + slow.taken });
  };
  return { slow, options: { wrapKv, wrap } };
}

/** So many messages lead to incidents of ACME, which is being deleted. */
async function goes({ store }: Program, messages: number): Promise<void> {
  for (let i = 0; i < messages; i += 500) {
    const atomic = store.atomic();
    for (let id = 100_000 + i; id < 100_500 + i; id++) {
      const link = { schema: 1, incident: { company: "ACME", number: 1 }, role: "comment" };
      atomic.set(keys.message(-100_777, id).key, link);
    }
    await atomic.commit();
  }
  const chore: Chore = {
    schema: 1,
    company: "ACME",
    kind: "deletion",
    name: "ACME Logistics",
    chats: [],
    next: null,
    found: false,
  };
  await store.delete(keys.company("ACME").key);
  await store.set(keys.chore("ACME", "deletion").key, chore);
}

const left = async ({ store }: Program) =>
  (await Array.fromAsync(store.list({ prefix: ["message", -100_777] }))).length;

async function zetaWaits(program: Program): Promise<void> {
  const zoe = program.telegram.person("Zoe");
  const vault = await program.company("ZETA", { owner: zoe });
  await asks(program.admin, `/add_dispatcher ZETA ${zoe.id}`);
  await zoe.says(vault, "/new_issue Lamp is broken");
  assertEquals((await incident(program, "ZETA-1")).status, "awaiting_claim");
}

const deadlineOf = async (program: Program) =>
  (await stored(program, keys.incident({ company: "ZETA", number: 1 })))!.deadline!.at;

Deno.test("while a company with a long past is deleted, the others' deadlines are kept", () => {
  const { slow, options } = slowStore();
  return inStory(async (program) => {
    await yardOf(program);
    await zetaWaits(program);
    const { now } = program.app.deps;
    await goes(program, 20_000);
    slow.by = 100;
    const due = await deadlineOf(program);
    let minutes = 0;
    while (now() < due) {
      const before = slow.taken;
      await program.pass(1);
      assert(slow.taken - before < 20_000, `a sweep took ${slow.taken - before} ms`);
      assert(++minutes < 20);
    }
    // The minute in which it is due: the reminder is decided, though much is still to be deleted.
    await program.pass(1);
    assert(await deadlineOf(program) > due);
    assert(await left(program) > 0);
    slow.by = 0;
    await program.pass(1);
    assertEquals(await left(program), 0);
  }, options);
});

Deno.test("what is deleted goes some at a time, and only as it was read", () => {
  let commits = 0;
  const wrapKv = (kv: Kv): Kv => ({
    ...kv,
    commit(checks, changes) {
      commits++;
      return kv.commit(checks, changes);
    },
  });
  return inStory(async (program) => {
    await yardOf(program);
    await goes(program, 1_000);
    commits = 0;
    await program.pass(1);
    assertEquals(await left(program), 0);
    assert(commits < 250, `${commits} commits`);
  }, { wrapKv });
});

Deno.test("while somebody with a long past is forgotten, nobody else waits", () => {
  const { slow, options } = slowStore();
  return inStory(async (program) => {
    await zetaWaits(program);
    const { now } = program.app.deps;
    const { store } = program;
    const personId = 4_711;
    const by = { id: personId, name: "Fred" };
    for (let i = 1; i <= 1_500; i++) {
      const outcome = { kind: "desk", answer: { key: "takes_calls", person: by, isNew: true } };
      const mark = { schema: 1, outcome, expiresAt: now() + 86_400_000 };
      await store.set(keys.update(1, i).key, mark);
    }
    const step: ForgettingStep = "update";
    const value = {
      schema: 1,
      pseudonym: { id: 2 ** 52 + 5, name: "Somebody" },
      step,
      next: null,
      at: now(),
    };
    await store.set(keys.forgetting(personId).key, value);
    slow.by = 100;
    const due = await deadlineOf(program);
    for (let minutes = 0; now() < due; minutes++) {
      const before = slow.taken;
      await program.pass(1);
      assert(slow.taken - before < 10_000, `a sweep took ${slow.taken - before} ms`);
      assert(minutes < 20);
    }
    await program.pass(1);
    assert(await deadlineOf(program) > due);
    const withName = async () => {
      const marks = await Array.fromAsync(store.list({ prefix: ["update"] }));
      return marks.filter(({ value }) => JSON.stringify(value).includes("Fred")).length;
    };
    assert(await withName() > 0);
    slow.by = 0;
    await program.pass(1);
    assertEquals(await withName(), 0);
    assertEquals(await stored(program, keys.forgetting(personId)), null);
  }, options);
});

Deno.test("a deletion goes on though more is to be said than there is time for", () => {
  const { slow, options } = slowStore();
  const wrap: ProgramOptions["wrap"] = (deps) => {
    deps.telegram.config.use((previous, method, payload, signal) => {
      if (method === "sendMessage") slow.taken += 1_000;
      return previous(method, payload, signal);
    });
    return options.wrap!(deps);
  };
  return inStory(async (program) => {
    const { admin, store } = program;
    await yardOf(program);
    for (let place = 1; place <= 100; place++) {
      const content = plainMessage(html`Message ${place}`);
      const row = { schema: 1, kind: "message", content, createdAt: program.clock.now() };
      await store.set(messageRowKey(admin.id, "direct", place, 0), row);
    }
    await goes(program, 500);
    await program.pass(1);
    assertEquals(await left(program), 0);
    const waiting = await Array.fromAsync(store.list({ prefix: ["outbox", admin.id] }));
    assert(waiting.length > 40 && waiting.length < 60, `${waiting.length} wait`);
    await program.pass(3);
  }, { wrap });
});
