import { assert, assertEquals } from "@std/assert";
import { createApp } from "../../src/app.ts";
import type { Profile } from "../../src/domain/person.ts";
import { keys } from "../../src/store/keys.ts";
import { denoKv, type Kv } from "../../src/store/kv.ts";
import { AUDIT_BUDGET } from "../../src/sweep/audit.ts";
import { cardOf, type Program, testConfig } from "../program.ts";
import { events, incident, records, stored } from "../stories/stored.ts";
import { asks, inStory } from "../stories/story.ts";
import { auditReport, idOf, openYard, reportsTo } from "./yard.ts";

const TITLE = "🔧 Daily check of ACME Logistics";

/** A store that a test can look into and interrupt. */
function watchedKv() {
  const seen = { commits: 0, lists: 0, beforeCommit: () => Promise.resolve() };
  const wrapKv = (kv: Kv): Kv => ({
    ...kv,
    list(selector, options) {
      seen.lists++;
      return kv.list(selector, options);
    },
    async commit(checks, changes) {
      seen.commits++;
      const interrupt = seen.beforeCommit;
      seen.beforeCommit = () => Promise.resolve();
      await interrupt();
      return await kv.commit(checks, changes);
    },
  });
  return { seen, wrapKv };
}

/** An incident that is worked on, one that waits, and one that is over. */
async function busyDay(program: Program) {
  const at = await openYard(program);
  const { yard, ana, bob, cleo, mia } = at;
  for (const what of ["Brakes", "Lights", "Horn"]) {
    await ana.says(yard, `/new_issue ${what} failed`);
  }
  await ana.says(yard, "Smoke everywhere", { replyTo: cardOf(yard, "ACME-1") });
  await bob.presses(cardOf(yard, "ACME-1"), "Claim");
  await cleo.presses(cardOf(yard, "ACME-1"), "Join");
  await asks(mia, "/cancel ACME-3 false alarm");
  return at;
}

/** One fault of each kind that the audit mends. */
async function breakThings({ store }: Program): Promise<void> {
  const card = keys.card(idOf("ACME-1")).key;
  const { value } = await store.get<Record<string, unknown>>(card);
  await store.set(card, { ...value, version: 1 });
  await store.delete(keys.current(idOf("ACME-2")).key);
  await store.set(keys.over(7, idOf("ACME-2")).key, null);
}

/** Somebody's profile. */
function somebody(id: number): Profile {
  return {
    schema: 1,
    id,
    name: `Person ${id}`,
    handle: null,
    reachable: false,
    language: null,
    locale: null,
    notify: null,
  };
}

const MENDED = [
  TITLE,
  "• 1 card shown anew (ACME-1)",
  "• 1 missing index entry added (ACME-2)",
  "• 1 stray index entry removed (ACME-2)",
];

Deno.test("where everything fits together nothing is written, and nothing is said", async () => {
  const { seen, wrapKv } = watchedKv();
  await inStory(async (program) => {
    const { mia } = await busyDay(program);
    await program.telegram.settled();
    const before = await records(program);
    seen.commits = 0;
    assertEquals(await program.app.audit(), { found: 0, isComplete: true });
    assertEquals(seen.commits, 0);
    assertEquals(await records(program), before);
    assertEquals([...reportsTo(mia), ...reportsTo(program.admin)], []);
  }, { wrapKv });
});

Deno.test("what was mended stays mended: the next audit has nothing to say", () =>
  inStory(async (program) => {
    const { mia } = await busyDay(program);
    await breakThings(program);
    assertEquals(await auditReport(program, mia), MENDED);
    assertEquals(await program.app.audit(), { found: 0, isComplete: true });
  }));

Deno.test("two audits at once mend each thing once, and end a claim once", () =>
  inStory(async (program) => {
    const { telegram, admin, store, clock } = program;
    const { mia, bob } = await busyDay(program);
    await breakThings(program);
    await store.delete(keys.person("ACME", bob.id).key);
    const second = createApp(testConfig(telegram, admin.id), {
      kv: denoKv(store),
      now: clock.now,
      log: program.app.deps.log,
    });
    const both = await Promise.all([program.app.audit(), second.audit()]);
    await telegram.settled();
    // Bob's two index keys (member, works), the claim, and what was broken besides.
    assertEquals(both[0].found + both[1].found, 6);
    const state = await incident(program, "ACME-1");
    assertEquals("owner" in state && state.owner.name, "Cleo");
    assertEquals((await events(program, "ACME-1")).filter((it) => it === "claim_ended").length, 1);
    assertEquals(await auditReport(program, mia), []);
  }));

Deno.test("what another audit has mended a moment before is not mended, or told, again", async () => {
  const { seen, wrapKv } = watchedKv();
  await inStory(async (program) => {
    const { mia } = await busyDay(program);
    let faster = 0;
    const breaks = [
      () => program.store.delete(keys.current(idOf("ACME-2")).key),
      () => program.store.set(keys.over(7, idOf("ACME-2")).key, null),
    ];
    for (const breakIt of breaks) {
      await breakIt();
      seen.beforeCommit = async () => void (faster += (await program.app.audit()).found);
      assertEquals(await program.app.audit(), { found: 0, isComplete: true });
    }
    assertEquals(faster, 2);
    await program.telegram.settled();
    assertEquals(reportsTo(mia).length, 2);
  }, { wrapKv });
});

Deno.test("a key that has become right meanwhile stays, and one that has come meanwhile too", async () => {
  const { seen, wrapKv } = watchedKv();
  await inStory(async (program) => {
    const { mia } = await busyDay(program);
    const owned = keys.owned(mia.id, idOf("ACME-2"));
    await program.store.set(owned.key, null);
    seen.beforeCommit = async () => void await asks(mia, `/assign ACME-2 ${mia.id}`);
    assertEquals(await program.app.audit(), { found: 0, isComplete: true });
    assert((await program.store.get(owned.key)).versionstamp);

    await program.store.delete(owned.key);
    seen.beforeCommit = async () => void await asks(mia, "/cancel ACME-2 false alarm");
    assertEquals(await program.app.audit(), { found: 0, isComplete: true });
    assertEquals((await program.store.get(owned.key)).versionstamp, null);
  }, { wrapKv });
});

Deno.test("when its time is up it stops, and the next one goes on where it stopped", async () => {
  let late = 0;
  let isSlow = false;
  await inStory(async (program) => {
    const { mia } = await busyDay(program);
    await breakThings(program);
    // More than one audit has time for.
    for (let id = 1; id <= 150; id++) await program.store.set(keys.profile(id).key, somebody(id));
    const row = keys.audit();
    isSlow = true;
    let audits = 1;
    let found = 0;
    for (;; audits++) {
      const report = await program.app.audit();
      found += report.found;
      if (report.isComplete) break;
      assert(await stored(program, row), "where it stopped is remembered");
      assert(audits < 30, "it comes to an end");
    }
    isSlow = false;
    assert(audits > 1);
    assertEquals(found, 3);
    assertEquals(await stored(program, row), null);
    assertEquals(await auditReport(program, mia), []);
  }, {
    wrap: (deps) => ({
      ...deps,
      now: () => deps.now() + late,
      kv: {
        ...deps.kv,
        list(selector, options) {
          if (isSlow) late += AUDIT_BUDGET / 4;
          return deps.kv.list(selector, options);
        },
      },
    }),
  });
});

Deno.test("an audit looks at a large store page by page", async () => {
  const { seen, wrapKv } = watchedKv();
  await inStory(async (program) => {
    const { mia } = await openYard(program);
    const stray = (n: number) => keys.mine(n, idOf("ACME-7")).key;
    for (let n = 1; n <= 100; n++) await program.store.set(stray(n), null);
    seen.lists = 0;
    assertEquals(await auditReport(program, mia), [
      TITLE,
      "• 100 stray index entries removed (ACME-7)",
    ]);
    const inPages = seen.lists;
    await program.app.audit();
    assertEquals(inPages - (seen.lists - inPages) >= 5, true, "no listing brings all of it");
  }, { wrapKv });
});
