import { assert, assertEquals, assertRejects } from "@std/assert";
import { exportLines } from "../../../src/store/backup/export.ts";
import { readIncidentParts } from "../../../src/store/backup/incident_parts.ts";
import { importBackup } from "../../../src/store/backup/import.ts";
import { verify } from "../../../src/store/backup/verify.ts";
import { keys } from "../../../src/store/keys.ts";
import { denoKv, type Kv } from "../../../src/store/kv.ts";
import { StoredIncident } from "../../../src/store/records.ts";
import { assertSound } from "../../faults/invariants.ts";
import { cardOf, type Program, startProgram } from "../../program.ts";
import { inWork, reported, type Yard, yardOf } from "../../stories/yard.ts";
import { linesOf, NOW, recordsIn, sourceOf, withStore } from "./backup.ts";

/** Exports in small pieces; after every line that `acts` picks, something happens. */
async function exportWhile(
  { store }: Program,
  acts: (line: string, number: number) => Promise<void>,
  pieceSize = 3,
): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of exportLines(denoKv(store), { now: NOW, pieceSize })) {
    lines.push(line);
    await acts(line, lines.length);
  }
  return lines;
}

async function restored<T>(
  lines: readonly string[],
  look: (store: Deno.Kv) => Promise<T>,
): Promise<T> {
  return await withStore(async (store) => {
    await importBackup(denoKv(store), sourceOf(lines), { merge: false });
    return await look(store);
  });
}

async function withYard(tell: (program: Program, yard: Yard) => Promise<void>): Promise<void> {
  const program = await startProgram();
  try {
    await tell(program, await yardOf(program));
  } finally {
    await program.close();
  }
}

Deno.test("a store at rest is looked at twice, and nothing is read again", async () => {
  await withYard(async ({ store }, yard) => {
    await inWork(yard);
    const lines = await linesOf(store);
    assertEquals(lines.filter((line) => line.startsWith('{"look"')), ['{"look":2}']);
    assertEquals(lines.at(-2), '{"look":2}');
    assertEquals(JSON.parse(lines.at(-1)!).readAgain, 0);
  });
});

Deno.test("people who work while a backup is written are in it, whole", async () => {
  await withYard(async (program, yard) => {
    await reported(yard, "ACME-1");
    await inWork(yard, "ACME-2", "Gate is stuck");
    let step = 0;
    const steps = [
      () => yard.bob.says(yard.group, "/comment ACME-2 On my way"),
      () => inWork(yard, "ACME-3", "Lamp is broken"),
      () => yard.bob.says(yard.group, "/resolve ACME-2 Oiled the hinges"),
      () => yard.mia.says(yard.group, "/cancel ACME-1 mistake"),
    ];
    const lines = await exportWhile(program, async (line) => {
      if (line.startsWith('{"key":["incident"') || line.startsWith('{"key":["history"')) {
        await steps[step++]?.();
        await program.telegram.settled();
      }
    });
    assert(step > steps.length);
    const { readAgain } = JSON.parse(lines.at(-1)!);
    assert(readAgain > 5, `${readAgain} read again`);
    await restored(lines, async (store) => {
      assertEquals(await verify(denoKv(store), { repair: false }), new Map());
      await assertSound(store, { now: NOW, busy: true });
      assertEquals(recordsIn(await linesOf(store)), recordsIn(await linesOf(program.store)));
    });
  });
});

Deno.test("of a record that changed only its newest form counts, for an import and for a merge", async () => {
  await withYard(async (program, yard) => {
    await inWork(yard, "ACME-1");
    let isDone = false;
    const lines = await exportWhile(program, async (line) => {
      if (isDone || !line.startsWith('{"key":["message"')) return;
      isDone = true;
      await yard.bob.says(yard.group, "/priority ACME-1 low");
      await yard.bob.presses(cardOf(yard.group, "ACME-1"), "Leave");
      await program.telegram.settled();
    });
    assert(lines.filter((line) => line.startsWith('{"key":["incident","ACME",1]')).length > 1);
    assertEquals(lines.at(-2), '{"look":3}', "then it rested");
    for (const merge of [false, true]) {
      await withStore(async (store) => {
        const { conflicts } = await importBackup(denoKv(store), sourceOf(lines), { merge });
        assertEquals(conflicts, 0);
        assertEquals(await verify(denoKv(store), { repair: false }), new Map());
        assertEquals(recordsIn(await linesOf(store)), recordsIn(await linesOf(program.store)));
      });
    }
  });
});

Deno.test("an incident that changes while its parts are read is read again", async () => {
  await withYard(async (program, yard) => {
    await inWork(yard, "ACME-1");
    const id = { company: "ACME", number: 1 };
    const kv = denoKv(program.store);
    let changes = 0;
    const moving: Kv = {
      ...kv,
      async *list(selector, options) {
        const { start = [] } = selector as { start?: Deno.KvKey };
        if (start[0] === "history" && changes++ < 3) {
          await yard.bob.says(yard.group, `/comment ACME-1 word ${changes}`);
        }
        yield* kv.list(selector, options);
      },
    };
    const parts = await readIncidentParts(moving, id);
    const { state } = StoredIncident.parse(parts.find(({ key }) => key[0] === "incident")?.value);
    const events = parts.filter(({ key }) => key[0] === "history");
    assertEquals([changes, events.length], [4, state.version]);
    assertEquals(state.comments.count, 3);
    changes = -Infinity;
    await assertRejects(() => readIncidentParts(moving, id), Error, "it never kept still");
  });
});

Deno.test("a store that never rests: after the import each history comes to its incident", async () => {
  await withYard(async (program, yard) => {
    await inWork(yard, "ACME-1");
    await inWork(yard, "ACME-2", "Gate is stuck");
    let look = 1;
    let said = 0;
    const speaksIn = new Set<string>();
    const lines = await exportWhile(program, async (line) => {
      if (line.startsWith('{"look"')) look = JSON.parse(line).look;
      // As a look begins, and between an incident and its history, which are read one after the other.
      const isIncident = line.startsWith('{"key":["incident"');
      const moment = `${look} ${isIncident ? "incident" : "begins"}`;
      if (look === 1 || speaksIn.has(moment)) return;
      speaksIn.add(moment);
      await yard.bob.says(yard.group, `/comment ACME-1 word ${said++}`);
      await program.telegram.settled();
    });
    assertEquals([look, said], [5, 8]);
    assertEquals(JSON.parse(lines.at(-1)!).readAgain > 8, true);
    await restored(lines, async (store) => {
      assertEquals(await verify(denoKv(store), { repair: false }), new Map());
    });
  });
});

Deno.test("what went while a backup was written is not in it", async () => {
  await withYard(async (program, yard) => {
    const { telegram, admin, store } = program;
    const zoe = telegram.person("Zoe");
    const depot = telegram.group("Depot", { owner: zoe, withBot: false });
    await inWork(yard);
    await zoe.adds(depot);
    let isGone = false;
    const lines = await exportWhile(program, async (line) => {
      if (isGone || !line.startsWith('{"key":["history"')) return;
      isGone = true;
      await store.delete(keys.group(depot.id).key);
      await store.delete(["requested", zoe.id, depot.id]);
      await admin.says(admin.private, "/add_company ZETA Zeta Freight");
    });
    const groups = recordsIn(lines).filter((line) => line.includes(`["group",${depot.id}]`));
    assert(groups.length > 0, "it was read before it went");
    await restored(lines, async (copy) => {
      assertEquals((await copy.get(keys.group(depot.id).key)).value, null);
      assert((await copy.get(keys.group(yard.group.id).key)).value);
      assert((await copy.get(keys.company("ZETA").key)).value);
      const { value } = await copy.get(keys.incident({ company: "ACME", number: 1 }).key);
      assertEquals(StoredIncident.parse(value).state.status, "in_progress");
      assertEquals(recordsIn(await linesOf(copy)), recordsIn(await linesOf(store)));
    });
  });
});
