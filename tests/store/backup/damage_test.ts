import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { checkBackup } from "../../../src/store/backup/check.ts";
import { importBackup } from "../../../src/store/backup/import.ts";
import { BackupError } from "../../../src/store/backup/refused.ts";
import { newSeal } from "../../../src/store/backup/seal.ts";
import { denoKv } from "../../../src/store/kv.ts";
import { chanceFrom, seedFor } from "../../domain/random.ts";
import {
  afterOneReport,
  bytesOf,
  contentsOf,
  linesOf,
  sourceOf,
  withDay,
  withStore,
} from "./backup.ts";

/** Why an import refuses it; the store stays empty. */
async function refusal(content: readonly string[] | Uint8Array): Promise<string> {
  return await withStore(async (store) => {
    const importing = () => importBackup(denoKv(store), sourceOf(content), { merge: false });
    const { message } = await assertRejects(importing, BackupError);
    assertEquals(await contentsOf(store), [], "nothing was written");
    return message;
  });
}

/** With the right trailer for its lines, as an attacker or a bug would write it. */
function sealed(lines: readonly string[]): string[] {
  const seal = newSeal();
  const records: Record<string, number> = {};
  for (const line of lines) {
    seal.add(line);
    const [kind] = JSON.parse(line).key ?? [];
    if (kind) records[kind] = (records[kind] ?? 0) + 1;
  }
  return [...lines, JSON.stringify({ records, readAgain: 0, sha256: seal.close() })];
}

Deno.test("a backup that is cut after any line, or within any, is refused", async () => {
  await afterOneReport(async ({ store }) => {
    const lines = await linesOf(store);
    for (let length = 0; length < lines.length; length++) {
      const message = await refusal(lines.slice(0, length));
      assertStringIncludes(message, length === 0 ? "not a backup" : "cut off");
      const half = new TextEncoder().encode(
        [...lines.slice(0, length), lines[length]!.slice(0, -1)].join("\n"),
      );
      assertStringIncludes(await refusal(half), "cut off");
    }
    const withoutNewline = new TextEncoder().encode(lines.join("\n"));
    assertStringIncludes(await refusal(withoutNewline), "cut off");
  });
});

Deno.test("a backup with any byte flipped is refused", async () => {
  const chance = chanceFrom(seedFor("flipped bytes"));
  await afterOneReport(async ({ store }) => {
    const bytes = await bytesOf(denoKv(store));
    const starts = [0, ...bytes.keys().filter((i) => bytes[i - 1] === 0x0a)];
    const last = starts.at(-1)!;
    const places = [
      // All of the first line and of the last, and anywhere between.
      ...Array.from({ length: starts[1]! }, (_, i) => i),
      ...Array.from({ length: bytes.length - last }, (_, i) => last + i),
      ...Array.from({ length: 300 }, () => chance.below(bytes.length)),
    ];
    for (const place of places) {
      const flipped = bytes.slice();
      flipped[place]! ^= 1 << chance.below(8);
      const outcome = await checkBackup(sourceOf(flipped)).then(() => "taken", (error) => error);
      assert(outcome instanceof BackupError, `byte ${place}: ${outcome}`);
    }
  });
});

Deno.test("each refusal says what is wrong", async () => {
  await withDay(async (store) => {
    const lines = await linesOf(store);
    const [header, ...rest] = lines;
    const body = lines.slice(0, -1);
    const newer = (field: string) => header!.replace(`"${field}":1`, `"${field}":2`);
    const incident = body.findIndex((line) => line.startsWith('{"key":["incident"'));
    const changed = (from: string | RegExp, to: string) =>
      body.map((line, i) => i === incident ? line.replace(from, to) : line);
    assertStringIncludes(await refusal(["{}", ...rest]), "not a backup");
    assertStringIncludes(await refusal(new Uint8Array(3_000_000)), "too long");
    assertStringIncludes(
      await refusal(sealed([newer("formatVersion"), ...body.slice(1)])),
      "newer",
    );
    assertStringIncludes(
      await refusal(sealed([newer("schemaVersion"), ...body.slice(1)])),
      "newer",
    );
    assertStringIncludes(await refusal([...body.slice(0, -2), lines.at(-1)!]), "checksum");
    assertStringIncludes(await refusal([...body, body[1]!, lines.at(-1)!]), "checksum");
    const trailer = JSON.parse(lines.at(-1)!);
    const lying = { ...trailer, readAgain: 1 };
    assertStringIncludes(
      await refusal([...body, JSON.stringify(lying)]),
      "the records that it says",
    );
    const counts = { ...trailer, records: { ...trailer.records, company: 3 } };
    assertStringIncludes(await refusal([...body, JSON.stringify(counts)]), "records that it says");
    const where = `line ${incident + 1}`;
    assertStringIncludes(await refusal(sealed(changed('"schema":1', '"schema":2'))), where);
    assertStringIncludes(
      await refusal(sealed(changed('"version":', '"verse":'))),
      "at state.version",
    );
    assertStringIncludes(
      await refusal(sealed(changed('["incident"', '["outbox"'))),
      "shape at key",
    );
    assertStringIncludes(await refusal(sealed(changed('["incident"', '["incidents"'))), "at key");
    assertStringIncludes(await refusal(sealed(changed('"value"', '"worth"'))), "can't be read");
    // The same lines are fine as they are.
    assert(await checkBackup(sourceOf(sealed(body))));
  });
});
