import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { createApp, WEBHOOK_PATH } from "../../../src/app.ts";
import { ALLOWED_UPDATES } from "../../../src/bot/bot.ts";
import { createLog } from "../../../src/log.ts";
import { formatLine, newHeader } from "../../../src/store/backup/format.ts";
import { newSeal } from "../../../src/store/backup/seal.ts";
import { denoKv } from "../../../src/store/kv.ts";
import { assertSound } from "../../faults/invariants.ts";
import {
  cardOf,
  SECRET,
  START,
  startProgram,
  sweepAfterLeases,
  testConfig,
} from "../../program.ts";
import { plain } from "../../simulator/simulator.ts";
import { fullDay } from "./backup.ts";
import { documented, inPlace, runTool, startTool } from "./tool.ts";

Deno.test("docs/backup.md, rehearsed: a backup of a bot at work, a disaster, a restore, and work goes on", async () => {
  await inPlace(async (place) => {
    const storePath = `${place}/tocsin.sqlite`;
    const program = await startProgram({ storePath });
    const { group: yard, bob } = await fullDay(program);
    const { telegram, admin, clock } = program;

    const [exporting] = await documented("Make one");
    const exported = await runTool(place, exporting!, { KV_PATH: storePath });
    assertEquals(exported.code, 0, exported.stderr);
    assertMatch(exported.stdout, /^\d+ records, 0 of them read again\.\n$/);
    assertEquals((await Deno.stat(`${place}/tocsin.ndjson`)).mode! & 0o777, 0o600);

    // What comes after the backup is lost with the store.
    await bob.says(yard, "/resolve ACME-3 Freed the hinge");
    await telegram.settled();
    assertStringIncludes(plain(cardOf(yard, "ACME-3")), "resolved");

    const restoring = await documented("Restore");
    assertEquals(restoring.map(([task]) => task), ["import", "verify", "migrate"]);
    for (const command of restoring) {
      const { code, stderr, stdout } = await runTool(place, command);
      assertEquals(code, 0, `${command.join(" ")}: ${stderr}${stdout}`);
    }

    const errors: string[] = [];
    const restored = await Deno.openKv(`${place}/restored.sqlite`);
    const { now } = clock;
    const log = createLog({ level: "error", secrets: [], now, write: (line) => errors.push(line) });
    const app = createApp(testConfig(telegram, admin.id), { kv: denoKv(restored), now, log });
    telegram.connect([(request) => app.handle(request)], {
      secret: SECRET,
      allowedUpdates: ALLOWED_UPDATES,
      address: `https://tocsin.example${WEBHOOK_PATH}`,
    });
    // The card in the group is ahead of the store; the press is judged by the store.
    await bob.says(yard, "/resolve ACME-3 Freed the hinge again");
    assertStringIncludes(plain(cardOf(yard, "ACME-3")), "Freed the hinge again");
    await bob.says(yard, "/new_issue Tyre is flat");
    assertStringIncludes(plain(cardOf(yard, "ACME-6")), "Tyre is flat");
    await app.audit();
    await sweepAfterLeases({ ...program, app });
    await app.sweep();
    await telegram.settled();
    await assertSound(restored, { now: clock.now(), busy: true });
    restored.close();
    assertEquals(errors, []);
    await program.close();
  });
});

Deno.test("an order that makes no sense is answered with the usage, and code 2", async () => {
  await inPlace(async (place) => {
    const { code, stderr } = await runTool(place, ["export"]);
    assertEquals(code, 2);
    assertStringIncludes(stderr, "Usage: deno task kv export FILE");
    assertEquals(await Array.fromAsync(Deno.readDir(place)), []);
  });
});

Deno.test("an import that is killed is refused from then on, and finished by --merge", async () => {
  await inPlace(async (place) => {
    const count = 6_000;
    await Deno.writeTextFile(`${place}/big.ndjson`, profiles(count));
    const args = await killedHalfway(place);
    const again = await runTool(place, args);
    assertEquals(again.code, 1);
    assertStringIncludes(again.stderr, "If an import was interrupted, repeat it with --merge");
    const { code, stdout } = await runTool(place, [...args, "--merge"]);
    assertEquals(code, 0);
    const [added, there] = [...stdout.matchAll(/^([\d,]+) (?:records|were)/gm)]
      .map(([, number]) => Number(number!.replaceAll(",", "")));
    assert(added! > 0 && there! > 0 && added! + there! === count, stdout);
  });
});

/** Kills an import in the middle, each time into a new store until it has worked: its arguments. */
async function killedHalfway(place: string): Promise<string[]> {
  for (let tries = 0; tries < 10; tries++) {
    const store = `torn${tries}.sqlite`;
    const args = ["import", "big.ndjson", "--kv", store];
    const process = await startTool(place, args);
    const output = process.output();
    await growsTo(`${place}/${store}-wal`, 100_000);
    process.kill("SIGKILL");
    if ((await output).signal === "SIGKILL") return args;
  }
  throw new Error("The import was never killed in time");
}

/** Waits until a file has that many bytes: a commit has been written by then. */
async function growsTo(path: string, bytes: number): Promise<void> {
  for (let tries = 0; tries < 4_000; tries++) {
    const info = await Deno.stat(path).catch(() => null);
    if (info && info.size >= bytes) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`${path} does not grow`);
}

/** A backup of people that the bot has seen. */
function profiles(count: number): string {
  const value = { schema: 1, name: "Somebody", handle: null, reachable: false };
  const lines = [JSON.stringify(newHeader(START))];
  for (let id = 1; id <= count; id++) {
    lines.push(formatLine({ key: ["profile", id], value: { ...value, id } }));
  }
  const seal = newSeal();
  for (const line of lines) seal.add(line);
  const records = { profile: count };
  const trailer = JSON.stringify({ records, readAgain: 0, sha256: seal.close() });
  return [...lines, trailer, ""].join("\n");
}

Deno.test("a mistyped store is not an empty one, and no file is written over", async () => {
  await inPlace(async (place) => {
    for (const args of [["export", "b.ndjson"], ["verify"], ["migrate"]]) {
      const { code, stderr } = await runTool(place, [...args, "--kv", "nowhere.sqlite"]);
      assertEquals([code, stderr.trim().split("\n").at(-1)], [
        1,
        "Cannot open the store: there is no file nowhere.sqlite",
      ]);
    }
    const missing = await runTool(place, ["import", "b.ndjson", "--kv", "new.sqlite"]);
    assertEquals(missing.code, 1);
    assertStringIncludes(missing.stderr, "there is no file b.ndjson");
    const store = await Deno.openKv(`${place}/store.sqlite`);
    store.close();
    await Deno.writeTextFile(`${place}/b.ndjson`, "precious");
    const { code, stderr } = await runTool(place, ["export", "b.ndjson", "--kv", "store.sqlite"]);
    assertEquals(code, 1);
    assertStringIncludes(stderr, "b.ndjson is there already");
    assertEquals(await Deno.readTextFile(`${place}/b.ndjson`), "precious");
    const names = await Array.fromAsync(Deno.readDir(place), ({ name }) => name);
    assert(names.every((name) => !name.endsWith(".part")), names.join());
  });
});
