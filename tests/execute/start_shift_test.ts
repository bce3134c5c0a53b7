import { assertEquals } from "@std/assert";
import type { Company } from "../../src/domain/company.ts";
import { NO_GRANTS } from "../../src/domain/person.ts";
import { startShift } from "../../src/execute/start_shift.ts";
import { keys } from "../../src/store/keys.ts";
import type { OutboxRow, Rota } from "../../src/store/records.ts";
import { setIncident, setPerson, setRota } from "../../src/store/write.ts";
import { plainText } from "../../src/view/html.ts";
import { Html } from "../../src/view/html.ts";
import { acme, MINUTE, NOON, YARD, yard } from "../domain/cast.ts";
import { incidentIn } from "../domain/history.ts";
import { type Core, withCore } from "./core.ts";

const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const BOB = 7;
const CLEO = 8;
const ACME_1 = { company: "ACME", department: "1" };

const absent = ({ key }: { key: Deno.KvKey }) => ({ key, value: null, versionstamp: null });

/** Monday noon begins a shift of Bob in Dispatch; Cleo's has begun in the morning. */
async function roster(
  { deps, store }: Core,
  { shifts, seenAt = NOON - HOUR, next = NOON }: {
    shifts: Record<number, string | null>;
    seenAt?: number;
    next?: number | null;
  },
): Promise<void> {
  await store.set(keys.company("ACME").key, acme);
  await store.set(keys.group(YARD).key, yard());
  const rota: Rota = { schema: 1, ...ACME_1, seenAt, next, told: null };
  await deps.kv.commit([], [
    ...setRota(absent(keys.rota("ACME", "1")), rota),
    ...Object.entries(shifts).flatMap(([id, hours]) =>
      setPerson(absent(keys.person("ACME", Number(id))), {
        schema: 1,
        company: "ACME",
        id: Number(id),
        ...NO_GRANTS,
        departments: ["1"],
        shifts: hours === null ? {} : { "1": hours },
      })
    ),
  ]);
}

/** An open incident of Dispatch. */
async function opened({ deps }: Core, chatId: number, number: number, ownerId = 0): Promise<void> {
  const waiting = { ...incidentIn("awaiting_claim"), number, chatId };
  const working = { ...incidentIn("in_progress"), number, chatId };
  const state = ownerId === 0
    ? waiting
    : { ...working, owner: { id: ownerId, name: "" }, helpers: [] };
  const entry = absent(keys.incident({ company: "ACME", number }));
  await deps.kv.commit([], setIncident(entry, { schema: 1, state, deadline: null }));
}

/** What waits to be said, by chat; each as its lines. */
async function waiting({ store }: Core): Promise<[number, string[]][]> {
  const rows: [number, string[]][] = [];
  for await (const { key, value } of store.list<OutboxRow>({ prefix: ["outbox"] })) {
    if (value.kind !== "message") continue;
    rows.push([Number(key[1]), plainText(new Html(value.content.html)).split("\n")]);
  }
  return rows;
}

async function rotaIn({ store }: Core): Promise<Rota | null> {
  return (await store.get<Rota>(keys.rota("ACME", "1").key)).value;
}

const NOONS = "daily 12:00-20:00";

Deno.test("whoever's shift begins is told once what is open in each group of the department", async () => {
  await withCore(async (core) => {
    await roster(core, { shifts: { [BOB]: NOONS, [CLEO]: "daily 04:00-20:00" } });
    await core.store.set(keys.group(-1002).key, { ...yard(), chatId: -1002 });
    await opened(core, YARD, 3);
    await opened(core, YARD, 4, BOB);
    await opened(core, -1002, 5, CLEO);
    await startShift(core.deps, ACME_1);
    const begins = "🕗 A shift of Dispatch begins: Person 7";
    const expected: [number, string[]][] = [
      [-1002, [
        begins,
        "Open here: 1, unclaimed: 0.",
        "The oldest: ACME-5, reported 23 Nov, 12:00 UTC",
      ]],
      [YARD, [
        begins,
        "Open here: 2, unclaimed: 1.",
        "The oldest: ACME-3, reported 23 Nov, 12:00 UTC",
        "Person 7: ACME-4",
      ]],
    ];
    assertEquals(await waiting(core), expected);
    assertEquals(await rotaIn(core), {
      schema: 1,
      ...ACME_1,
      seenAt: NOON,
      next: NOON + 16 * HOUR,
      told: null,
    });
    assertEquals(await startShift(core.deps, ACME_1), []);
    assertEquals((await waiting(core)).length, 2);
  });
});

Deno.test("where nothing is open nobody hears of it, and the next shift is looked for", async () => {
  await withCore(async (core) => {
    await roster(core, { shifts: { [BOB]: NOONS } });
    assertEquals(await startShift(core.deps, ACME_1), []);
    assertEquals(await waiting(core), []);
    assertEquals((await rotaIn(core))?.next, NOON + DAY);
  });
});

Deno.test("before its time, and without any rota, nothing begins", async () => {
  await withCore(async (core) => {
    assertEquals(await startShift(core.deps, ACME_1), []);
    await roster(core, { shifts: { [BOB]: NOONS }, next: NOON + 1 });
    await opened(core, YARD, 3);
    const commits = core.commits();
    assertEquals(await startShift(core.deps, ACME_1), []);
    assertEquals([await waiting(core), core.commits()], [[], commits]);
  });
});

Deno.test("after downtime whoever is still on duty hears of it, whoever has gone home does not", async () => {
  await withCore(async (core) => {
    await roster(core, { shifts: { [BOB]: NOONS, [CLEO]: "daily 12:00-13:00" } });
    await opened(core, YARD, 3);
    core.pass(3 * HOUR);
    await startShift(core.deps, ACME_1);
    const [[, [begins = ""]] = [0, []], ...more] = await waiting(core);
    assertEquals([begins, more], ["🕗 A shift of Dispatch begins: Person 7", []]);
  });
});

Deno.test("after two days of downtime there is one digest, not one for each shift", async () => {
  await withCore(async (core) => {
    await roster(core, { shifts: { [BOB]: NOONS } });
    await opened(core, YARD, 3);
    core.pass(2 * DAY + HOUR);
    await startShift(core.deps, ACME_1);
    assertEquals((await waiting(core)).length, 1);
    const rota = await rotaIn(core);
    assertEquals([rota?.seenAt, rota?.next], [NOON + 2 * DAY + HOUR, NOON + 3 * DAY]);
  });
});

Deno.test("when nobody has hours any more there is no next shift", async () => {
  await withCore(async (core) => {
    await roster(core, { shifts: { [BOB]: null } });
    await opened(core, YARD, 3);
    await startShift(core.deps, ACME_1);
    assertEquals(await waiting(core), []);
    assertEquals((await rotaIn(core))?.next, null);
  });
});

Deno.test("a department that is gone has no shifts, and other departments' work is none of its", async () => {
  await withCore(async (core) => {
    await roster(core, { shifts: { [BOB]: NOONS } });
    await opened(core, YARD, 3);
    const gone: Company = { ...acme, departments: acme.departments.slice(1) };
    await core.store.set(keys.company("ACME").key, gone);
    await startShift(core.deps, ACME_1);
    assertEquals(await waiting(core), []);
  });
  await withCore(async (core) => {
    await roster(core, { shifts: { [BOB]: NOONS } });
    const state = { ...incidentIn("awaiting_claim"), department: "2" };
    const entry = absent(keys.incident(state));
    await core.deps.kv.commit([], setIncident(entry, { schema: 1, state, deadline: null }));
    await startShift(core.deps, ACME_1);
    assertEquals(await waiting(core), []);
  });
});

Deno.test("a group that the bot is not in any more hears nothing", async () => {
  await withCore(async (core) => {
    await roster(core, { shifts: { [BOB]: NOONS } });
    await opened(core, YARD, 3);
    await core.store.set(keys.group(YARD).key, { ...yard(), status: "suspended" });
    await startShift(core.deps, ACME_1);
    assertEquals(await waiting(core), []);
    assertEquals((await rotaIn(core))?.next, NOON + DAY);
  });
});

Deno.test("very many groups are told in turn, each of them once", async () => {
  await withCore(async (core) => {
    await roster(core, { shifts: { [BOB]: NOONS } });
    const groups = Array.from({ length: 120 }, (_, i) => -2000 - i);
    for (const [i, chatId] of groups.entries()) {
      await core.store.set(keys.group(chatId).key, { ...yard(), chatId });
      await opened(core, chatId, 100 + i);
    }
    for (const told of [100, 120]) {
      await startShift(core.deps, ACME_1);
      assertEquals((await waiting(core)).length, told);
    }
    assertEquals((await waiting(core)).map(([chatId]) => chatId).toSorted(), groups.toSorted());
    assertEquals(await rotaIn(core), {
      schema: 1,
      ...ACME_1,
      seenAt: NOON,
      next: NOON + DAY,
      told: null,
    });
    await startShift(core.deps, ACME_1);
    assertEquals((await waiting(core)).length, 120);
  });
});
