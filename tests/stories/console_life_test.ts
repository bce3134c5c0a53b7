import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { keys } from "../../src/store/keys.ts";
import type { ProgramOptions } from "../program.ts";
import { buttons, plain } from "../simulator/simulator.ts";
import { clicks, consoleOf, forges, offers, opensConsole, reads } from "./console.ts";
import { records, stored } from "./stored.ts";
import { asks, inStory, newestInPrivate } from "./story.ts";
import { elsewhere, reported, yardOf } from "./yard.ts";

Deno.test("a manager orders and removes departments at the console, asked once more", () =>
  inStory(async (program) => {
    const yard = await yardOf(program, { started: ["Mia"] });
    const { mia } = yard;
    await reported(yard);
    await opensConsole(mia);
    await clicks(mia, "ACME", "🗂 Departments", "Safety", "⬆️ Up");
    assertEquals(reads(mia)[2], "Place 2 of 3.");
    const names = async () =>
      (await stored(program, keys.company("ACME")))?.departments.map(({ name }) => name);
    assertEquals(await names(), ["Dispatch", "Safety", "Workshop"]);
    await clicks(mia, "‹ Back", "Workshop", "🗑 Remove");
    assertStringIncludes(reads(mia)[1]!, "Workshop will be removed.");
    await clicks(mia, "‹ Back");
    assertEquals(await names(), ["Dispatch", "Safety", "Workshop"]);
    const told = await clicks(mia, "🗑 Remove", "Yes");
    assertStringIncludes(told.text!, "has no department Workshop any more");
    assertEquals(await names(), ["Dispatch", "Safety"]);
    assertEquals(offers(mia), ["⭐️ Dispatch", "Safety", "➕ Department"]);
    await program.pass(1);
  }));

Deno.test("a group is detached by its manager, attached again and moved by a platform admin", () =>
  inStory(async (program) => {
    const { admin } = program;
    const { mia, group } = await yardOf(program, { started: ["Mia"] });
    await asks(admin, "/add_company ZETA Zeta");
    await opensConsole(mia);
    await clicks(mia, "ACME", "💬 Groups", "🟢 ACME yard", "✂️ Detach");
    await clicks(mia, "Yes");
    assertEquals(reads(mia).slice(2), ["suspended: detached", "0 open incidents"]);
    assertEquals(offers(mia), []);
    await opensConsole(admin);
    await clicks(admin, "ACME", "💬 Groups", "⏸ ACME yard", "✅ Attach again");
    assertEquals((await stored(program, keys.group(group.id)))?.status, "active");
    await clicks(admin, "➡️ Move", "ZETA");
    assertEquals(reads(admin)[1], "“ACME yard” will go to Zeta, without its roles and policy.");
    await clicks(admin, "Yes");
    const moved = await stored(program, keys.group(group.id));
    assertEquals(moved && "company" in moved && moved.company, "ZETA");
    assertEquals(reads(admin)[1], "It has no groups.");
  }));

Deno.test("no manager detaches a group of another company, or moves one", () =>
  inStory(async (program) => {
    const yard = await yardOf(program, { started: ["Mia"] });
    await reported(yard);
    await elsewhere(program, yard);
    const [vault] = await Array.fromAsync(program.store.list({ prefix: ["groups", "ZETA"] }));
    const chat = Number(vault!.key[2]);
    await opensConsole(yard.mia);
    const before = await records(program);
    for (const data of [`a:detach:ACME:${chat}:0`, `a:move_group:ACME:${chat}:ACME:0`]) {
      assertStringIncludes((await forges(yard.mia, data)).text!, "not yours to do here");
    }
    const gone = "That is not there any more.";
    for (const data of [`a:group:ACME:${chat}:0`, `a:sure:detach:ACME:${chat}:0`]) {
      assertEquals((await forges(yard.mia, data)).text, gone);
    }
    assertEquals(await records(program), before);
  }));

Deno.test("a company is renamed, archived, restored, and asked about before it goes", () =>
  inStory(async (program) => {
    const { admin } = program;
    const { group } = await yardOf(program);
    await opensConsole(admin);
    await clicks(admin, "ACME", "✏️ Rename");
    await admin.says(admin.private, "Acme Haulage");
    assertEquals(reads(admin)[0], "ACME is called Acme Haulage now.");
    await clicks(admin, "🗄 Archive", "Yes");
    assertEquals(reads(admin)[1], "It is archived: nothing happens in it.");
    assertEquals((await stored(program, keys.group(group.id)))?.status, "suspended");
    await clicks(admin, "🗂 Departments", "➕ Department");
    await admin.says(admin.private, "Cellar");
    assertStringIncludes(reads(admin)[0]!, "ACME is archived.");
    await clicks(admin, "‹ Back", "🗑 Delete …");
    assertStringIncludes(plain(consoleOf(admin)), "Delete ACME · Acme Haulage for good?");
    assertEquals(buttons(consoleOf(admin)), ["🗑 Delete ACME …", "‹ Back", "✖️ Close"]);
    await clicks(admin, "‹ Back", "♻️ Restore");
    assertEquals((await stored(program, keys.group(group.id)))?.status, "active");
  }));

Deno.test("a company's managers get all that is kept of it as a document, and nobody else does", () =>
  inStory(async (program) => {
    const yard = await yardOf(program, { started: ["Mia", "Dan"] });
    await reported(yard);
    const { mia, dan } = yard;
    await opensConsole(mia);
    const told = await clicks(mia, "ACME", "📦 Export");
    assertEquals(told.text, "I am sending it.");
    const sent = () => program.telegram.calls.filter(({ method }) => method === "sendDocument");
    assertEquals(sent().map(({ params }) => params.chat_id), [mia.id]);
    await asks(mia, "/export_company ACME");
    assertEquals(sent().length, 2);
    await asks(dan, "/export_company ACME");
    await asks(mia, "/export_company ZETA");
    assertStringIncludes(newestInPrivate(mia), "not yours to do here");
    assertEquals(sent().length, 2);
  }));

/** Notes which documents go by the calls that may take minutes. */
function uploads(): { sent: string[]; options: ProgramOptions } {
  const sent: string[] = [];
  const wrap: ProgramOptions["wrap"] = (deps) => {
    for (const name of ["telegram", "uploads"] as const) {
      deps[name].config.use((previous, method, payload, signal) => {
        if (method === "sendDocument") sent.push(name);
        return previous(method, payload, signal);
      });
    }
    return deps;
  };
  return { sent, options: { wrap } };
}

Deno.test("an export that Telegram asks for once more is not sent once more", () => {
  const { sent, options } = uploads();
  return inStory(async (program) => {
    const { admin, telegram } = program;
    const { mia } = await yardOf(program, { started: ["Mia"] });
    const again = async () => {
      assertEquals(await telegram.redeliver(telegram.updates.at(-1)!.update_id), 200);
    };
    await asks(mia, "/export_company ACME");
    await again();
    assertEquals(sent, ["uploads"]);
    await opensConsole(mia);
    await clicks(mia, "ACME", "📦 Export");
    await again();
    assertEquals(sent, ["uploads", "uploads"]);
    await asks(mia, "/my_data");
    assertEquals(sent.at(-1), "uploads");

    await asks(admin, "/archive_company ACME");
    await asks(admin, "/delete_company ACME");
    await admin.presses(admin.private.messages.at(-1)!, "🗑 Delete ACME …");
    const before = sent.length;
    await asks(admin, "/delete_company ACME ACME");
    await again();
    assertEquals(sent.length, before + 1);
    assertEquals(await stored(program, keys.company("ACME")), null);
  }, options);
});

Deno.test("whoever does not get an export hears of it, and can ask again", () => {
  const { sent, options } = uploads();
  return inStory(async (program) => {
    const { telegram } = program;
    const { mia } = await yardOf(program, { started: ["Mia"] });
    telegram.faults.add({ method: "sendDocument", kind: "502" });
    const answers = await asks(mia, "/export_company ACME");
    assertMatch(answers.at(-1)!, /did not take/);
    assertEquals(sent.length, 1);
    await asks(mia, "/export_company ACME");
    assertEquals(sent.length, 2);
  }, options);
});
