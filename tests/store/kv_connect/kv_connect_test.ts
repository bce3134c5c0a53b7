import { assert, assertEquals, assertMatch } from "@std/assert";
import { denoKv } from "../../../src/store/kv.ts";
import { patientKv } from "../../../src/store/patient_kv.ts";
import { assertSound } from "../../faults/invariants.ts";
import { startProgram } from "../../program.ts";
import { dayLines, fullDay, NOW, recordsIn } from "../backup/backup.ts";
import { inPlace, runTool } from "../backup/tool.ts";
import { type RemoteStore, remoteStore } from "./server.ts";

/** As the maintainer's shell names the store and its token. */
function environmentOf({ url, token }: RemoteStore): Record<string, string> {
  return { KV_PATH: url, DENO_KV_ACCESS_TOKEN: token };
}

async function withRemote(work: (remote: RemoteStore) => Promise<void>): Promise<void> {
  await using remote = remoteStore();
  Deno.env.set("DENO_KV_ACCESS_TOKEN", remote.token);
  try {
    await work(remote);
  } finally {
    Deno.env.delete("DENO_KV_ACCESS_TOKEN");
  }
}

async function fileLines(path: string): Promise<string[]> {
  return (await Deno.readTextFile(path)).trimEnd().split("\n");
}

Deno.test("a day at the desk leaves a remote store as sound as a file", () =>
  withRemote(async ({ url, asked }) => {
    const program = await startProgram({ storePath: url });
    await fullDay(program);
    assert(asked.reads > 50 && asked.writes > 50, JSON.stringify(asked));
    await assertSound(program.store, { now: program.clock.now(), busy: true });
    await program.close();
  }));

Deno.test("deno task kv: into a remote store, verified there, and out of it again, nothing differs", () =>
  withRemote((remote) =>
    inPlace(async (place) => {
      const before = await dayLines();
      await Deno.writeTextFile(
        `${place}/before.ndjson`,
        before.map((line) => `${line}\n`).join(""),
      );
      for (const order of [["import", "before.ndjson"], ["verify"], ["export", "after.ndjson"]]) {
        const { code, stderr, stdout } = await runTool(place, order, environmentOf(remote));
        assertEquals(code, 0, `${order.join(" ")}: ${stderr}${stdout}`);
      }
      assertEquals(recordsIn(await fileLines(`${place}/after.ndjson`)), recordsIn(before));
    })
  ));

Deno.test("deno task kv with a wrong token says so, and does not say the token", () =>
  withRemote((remote) =>
    inPlace(async (place) => {
      const { code, stderr, stdout } = await runTool(place, ["export", "never.ndjson"], {
        ...environmentOf(remote),
        DENO_KV_ACCESS_TOKEN: "not-the-secret-token",
      });
      assertEquals([code, stdout], [1, ""]);
      assertMatch(stderr, /Not the access token/);
      assert(!stderr.includes("not-the-secret-token"), stderr);
      assertEquals(await Array.fromAsync(Deno.readDir(place)), []);
    })
  ));

Deno.test("a remote store that is away for a moment is asked again, and nothing is written twice", () =>
  withRemote(async (remote) => {
    const store = await Deno.openKv(remote.url);
    const sleep = () => Promise.resolve();
    const kv = patientKv(denoKv(store), { sleep, random: () => 0.5 });
    assert(
      await kv.commit([{ key: ["desk"], versionstamp: null }], [
        { type: "set", key: ["desk"], value: NOW },
        { type: "count", key: ["counter"] },
      ]),
    );
    remote.failures = 3;
    const [entry] = await kv.getMany([["desk"]]);
    assertEquals(entry?.value, NOW);
    assertEquals(remote.failures, 0);
    const lost = await kv.commit([{ key: ["desk"], versionstamp: null }], [
      { type: "count", key: ["counter"] },
    ]);
    assertEquals(lost, null);
    const [counter] = await kv.getMany([["counter"]]);
    assertEquals(counter?.value, new Deno.KvU64(1n));
    store.close();
  }));
