import { assert, assertEquals, assertRejects } from "@std/assert";
import { EXPORT_PATH } from "../../src/app.ts";
import { denoKv, type Kv } from "../../src/store/kv.ts";
import { importBackup } from "../../src/store/backup/import.ts";
import { BackupError } from "../../src/store/backup/refused.ts";
import { type Program, startProgram } from "../program.ts";
import { contentsOf, linesOf, recordsIn, sourceOf, withStore } from "../store/backup/backup.ts";
import { inWork, yardOf } from "../stories/yard.ts";

const TOKEN = "0123456789abcdef0123456789abcdef";
const WITH_TOKEN = { environment: { ADMIN_EXPORT_TOKEN: TOKEN } };

function asked(
  { app }: Program,
  authorization: string | null,
  method = "GET",
): Promise<Response> {
  const headers = authorization === null ? {} : { authorization };
  return app.handle(new Request(`https://tocsin.example${EXPORT_PATH}`, { method, headers }));
}

Deno.test("GET /admin/export sends a backup that a store can be made from, and logs no secret", async () => {
  const program = await startProgram(WITH_TOKEN);
  await inWork(await yardOf(program));
  const response = await asked(program, `Bearer ${TOKEN}`);
  assertEquals(response.status, 200);
  assertEquals(response.headers.get("content-type"), "application/x-ndjson");
  assertEquals(
    response.headers.get("content-disposition"),
    'attachment; filename="tocsin-2026-11-23.ndjson"',
  );
  const bytes = await response.bytes();
  await withStore(async (restored) => {
    await importBackup(denoKv(restored), sourceOf(bytes), { merge: false });
    assertEquals(recordsIn(await linesOf(restored)), recordsIn(await linesOf(program.store)));
  });
  assert(program.log.some((line) => line.includes('"exported"')));
  assertEquals(program.log.some((line) => line.includes(TOKEN)), false);
  await program.close();
});

Deno.test("GET /admin/export shows nothing without its token, whatever else is sent", async () => {
  const program = await startProgram(WITH_TOKEN);
  const before = await contentsOf(program.store);
  const wrong = [
    null,
    "",
    "Bearer ",
    "Bearer",
    TOKEN,
    `Basic ${TOKEN}`,
    `Bearer ${TOKEN}x`,
    `Bearer ${TOKEN.slice(0, -1)}`,
    `Bearer ${TOKEN.toUpperCase()}`,
    `Bearer ${TOKEN} ${TOKEN}`,
    "Bearer undefined",
  ];
  for (const authorization of wrong) {
    const response = await asked(program, authorization);
    assertEquals(
      [response.status, await response.text()],
      [401, "Unauthorized"],
      `${authorization}`,
    );
    assertEquals(response.headers.get("www-authenticate"), "Bearer");
  }
  assertEquals((await asked(program, `Bearer ${TOKEN}`, "POST")).status, 405);
  assertEquals(await contentsOf(program.store), before);
  await program.close();
});

Deno.test("without ADMIN_EXPORT_TOKEN there is no /admin/export", async () => {
  const program = await startProgram();
  for (const authorization of [null, "Bearer ", `Bearer ${TOKEN}`, "Bearer undefined"]) {
    assertEquals((await asked(program, authorization)).status, 404, `${authorization}`);
  }
  await program.close();
});

Deno.test("a store that fails midway: the download breaks off, and no store is made from it", async () => {
  let isBroken = false;
  const broken = (kv: Kv): Kv => ({
    ...kv,
    list(selector, options) {
      const { start = [] } = selector as { start?: Deno.KvKey };
      if (isBroken && start[0] === "history") throw new Error("the disk is gone");
      return kv.list(selector, options);
    },
  });
  const program = await startProgram({ ...WITH_TOKEN, wrapKv: broken });
  await inWork(await yardOf(program));
  isBroken = true;
  const response = await asked(program, `Bearer ${TOKEN}`);
  const received: Uint8Array[] = [];
  await assertRejects(async () => {
    for await (const chunk of response.body!) received.push(chunk);
  });
  const bytes = new Uint8Array(await new Blob(received as BlobPart[]).arrayBuffer());
  await withStore(async (restored) => {
    const importing = () => importBackup(denoKv(restored), sourceOf(bytes), { merge: false });
    await assertRejects(importing, BackupError);
    assertEquals(await contentsOf(restored), []);
  });
  assert(program.log.some((line) => line.includes("export broke off")));
  isBroken = false;
  await program.close();
});
