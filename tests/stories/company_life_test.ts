import {
  assert,
  assertEquals,
  assertMatch,
  assertRejects,
  assertStringIncludes,
} from "@std/assert";
import { InputFile } from "grammy";
import { MOST_PEOPLE } from "../../src/domain/quota.ts";
import { NO_GRANTS } from "../../src/domain/person.ts";
import { workOn } from "../../src/execute/chores.ts";
import { checkBackup } from "../../src/store/backup/check.ts";
import { importBackup } from "../../src/store/backup/import.ts";
import { keyText } from "../../src/store/backup/encoding.ts";
import { keys, removedCountKey } from "../../src/store/keys.ts";
import { denoKv, type Kv, KvError } from "../../src/store/kv.ts";
import { listChores } from "../../src/store/listings.ts";
import { forgottenKinds } from "../../src/store/of_company.ts";
import { withFuse } from "../faults/fuse.ts";
import { cardOf, type Program, type ProgramOptions } from "../program.ts";
import { buttons, type Group, type Person, plain } from "../simulator/simulator.ts";
import { incident, stored } from "./stored.ts";
import { asks, inStory, newestFor } from "./story.ts";
import { inWork, reported, type Yard, yardOf } from "./yard.ts";

const NOT_YOURS = "Sorry, that is not yours to do here. Nothing was changed.";
const SUSPENDED = "This group is suspended. Ask a platform admin.";
const ARCHIVED =
  "ACME is archived. Nothing was changed; a platform admin can bring it back with /restore_company ACME.";

const company = (program: Program) => stored(program, keys.company("ACME"));

const statusOf = async (program: Program, { id }: Group) => {
  const group = await stored(program, keys.group(id));
  return group && "company" in group ? [group.status, group.suspension?.why] : null;
};

/** ZETA with an incident that is worked on, and its manager Zoe. */
async function zeta(program: Program): Promise<{ vault: Group; zoe: Person }> {
  const zoe = program.telegram.person("Zoe");
  await zoe.starts();
  const vault = await program.company("ZETA", { owner: zoe });
  await asks(program.admin, `/add_manager ZETA ${zoe.id}`);
  await zoe.says(vault, "/new_issue Lamp is broken, see ACME-1");
  await zoe.presses(cardOf(vault, "ZETA-1"), "Claim");
  return { vault, zoe };
}

Deno.test("a company gets another name from its managers", () =>
  inStory(async (program) => {
    const { mia, dan } = await yardOf(program, { started: ["Mia", "Dan"] });
    const { zoe } = await zeta(program);
    assertEquals(await asks(mia, "/rename_company ACME to Acme to Go"), [
      "ACME is called Acme to Go now.",
    ]);
    assertEquals((await company(program))?.name, "Acme to Go");
    assertMatch((await asks(program.admin, "/companies"))[0]!, /ACME Acme to Go/);
    for (const person of [dan, zoe]) {
      assertEquals(await asks(person, "/rename_company ACME to Mine"), [NOT_YOURS]);
    }
    for (const wrong of ["ACME", "ACME Acme", "ACME to X"]) {
      assertMatch((await asks(mia, `/rename_company ${wrong}`))[0]!, /^Usage/m);
    }
    assertEquals((await company(program))?.name, "Acme to Go");
  }));

Deno.test("in an archived company nothing is reported, nobody is reminded, and everything is kept", () =>
  inStory(async (program) => {
    const yard = await yardOf(program, { started: ["Mia", "Bob"] });
    const { group, eve, mia, bob } = yard;
    const { vault } = await zeta(program);
    await reported(yard);
    assertMatch((await asks(program.admin, "/archive_company ACME"))[0]!, /^ACME is archived: /);
    assertEquals(await statusOf(program, group), ["suspended", "archived"]);
    assertEquals(await statusOf(program, vault), ["active", undefined]);
    assertMatch(plain(group.messages.at(-1)!), /^This company is archived/);
    await eve.says(group, "/new_issue Horn failed");
    assertEquals(newestFor(eve, group), SUSPENDED);
    assertEquals(await bob.presses(cardOf(group, "ACME-1"), "Claim"), { text: SUSPENDED });
    const said = group.messages.length;
    await program.pass(90);
    assertEquals(group.messages.length, said);
    for (
      const asked of [
        "/add_department ACME Garage",
        "/rename_company ACME to Other",
        "/remove_department ACME Safety",
        "/time_zone ACME Europe/Berlin",
        "/policy ACME unclaimed 3",
        "/people ACME",
        `/add_dispatcher ACME ${bob.id}`,
        `/shift ACME Workshop ${bob.id} mon-fri 08:00-16:00`,
        `/detach_group ${group.id}`,
      ]
    ) {
      assertEquals(await asks(mia, asked), [ARCHIVED], asked);
    }
    assertEquals(await asks(program.admin, `/move_group ${group.id} ZETA`), [ARCHIVED]);
    assertEquals(await asks(program.admin, "/archive_company ACME"), [ARCHIVED]);
    assertMatch((await asks(mia, "/groups ACME"))[0]!, /suspended: its company is archived/);
    assertStringIncludes((await asks(mia, "/issue ACME-1"))[0]!, "Brakes failed");
    assertEquals(await asks(mia, "/cancel ACME-1 false alarm"), [SUSPENDED]);
    assertEquals((await stored(program, keys.person("ACME", bob.id)))?.departments, ["2"]);
  }));

Deno.test("a restored company goes on where it stopped, in the groups that the bot is still in", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, bob, mia } = yard;
    const { admin, telegram } = program;
    const [lost, back] = ["Lost", "Back"].map((title) =>
      telegram.group(title, { owner: mia, withBot: false })
    ) as [Group, Group];
    for (const each of [lost, back]) {
      await mia.adds(each);
      await asks(admin, `/add_group ACME ${each.id}`);
    }
    await mia.removesBot(back);
    await reported(yard);
    await asks(admin, "/archive_company ACME");
    await mia.removesBot(lost);
    await mia.adds(back);
    assertEquals(await statusOf(program, back), ["suspended", "archived"]);
    await program.pass(45);
    assertEquals(await asks(admin, "/restore_company ACME"), [
      "ACME is at work again. Groups that I am still in become active.",
    ]);
    assertEquals(await statusOf(program, group), ["active", undefined]);
    assertEquals(await statusOf(program, back), ["active", undefined]);
    assertEquals(await statusOf(program, lost), ["suspended", undefined]);
    await program.pass(1);
    assertMatch(plain(group.messages.at(-1)!), /ACME-1 .*45 minutes|ACME-1/);
    assertEquals(await bob.presses(cardOf(group, "ACME-1"), "Claim"), { text: "ACME-1 is yours." });
    assertEquals(await asks(admin, "/restore_company ACME"), [
      "ACME is not archived. Nothing was changed.",
    ]);
  }));

Deno.test("a group that was detached stays so when its company rests and comes back", () =>
  inStory(async (program) => {
    const { group } = await yardOf(program);
    await asks(program.admin, `/detach_group ${group.id}`);
    await asks(program.admin, "/archive_company ACME");
    await asks(program.admin, "/restore_company ACME");
    assertEquals(await statusOf(program, group), ["suspended", "detached"]);
  }));

Deno.test("only platform admins archive, restore and delete", () =>
  inStory(async (program) => {
    const { mia, group } = await yardOf(program, { started: ["Mia"] });
    for (const name of ["archive_company", "restore_company", "delete_company"]) {
      assertEquals(await asks(mia, `/${name} ACME`), [NOT_YOURS]);
    }
    await asks(program.admin, "/archive_company ACME");
    await program.admin.says(program.admin.private, "/delete_company ACME");
    const question = program.admin.private.messages.at(-1)!;
    const forged = { data: "delete_company:ACME" };
    const own = mia.private.messages.at(-1)!;
    assertEquals(await mia.presses(own, "", forged), { text: NOT_YOURS });
    assertEquals(buttons(question), ["🗑 Delete ACME …"]);
    assertEquals(await asks(mia, "/delete_company ACME ACME"), [NOT_YOURS]);
    assert(await company(program));
    assertEquals(await statusOf(program, group), ["suspended", "archived"]);
  }));

Deno.test("an archive that stopped half-way goes on at the next sweep, and so does its end", () =>
  inStory(async (program) => {
    const { group } = await yardOf(program);
    const { deps } = program.app;
    const before = (await company(program))!;
    const chore = { schema: 1 as const, company: "ACME", kind: "groups" as const };
    for (const archivedAt of [program.clock.now(), null]) {
      await program.store.set(keys.company("ACME").key, { ...before, archivedAt });
      await program.store.set(keys.chore("ACME", "groups").key, chore);
      await workOn(deps, chore, program.clock.now());
      assertEquals((await Array.fromAsync(listChores(deps.kv))).length, 1);
      await program.pass(1);
      const expected = archivedAt === null ? ["active", undefined] : ["suspended", "archived"];
      assertEquals(await statusOf(program, group), expected);
      assertEquals(await Array.fromAsync(listChores(deps.kv)), []);
    }
  }));

Deno.test("a restoring that dies right after a group is active again goes on with what is owed there", () =>
  inStory(async (program) => {
    const yard = await yardOf(program, { started: ["Mia"] });
    const { group } = yard;
    const { deps } = program.app;
    await reported(yard);
    await asks(program.admin, "/archive_company ACME");
    await program.pass(45);
    const card = keys.card({ company: "ACME", number: 1 });
    const chore = { schema: 1 as const, company: "ACME", kind: "groups" as const };
    const archived = (await company(program))!;
    await program.store.set(keys.company("ACME").key, { ...archived, archivedAt: null });
    await program.store.set(keys.chore("ACME", "groups").key, chore);
    const fuse = { left: 1 };
    const dying = { ...deps, kv: withFuse(deps.kv, fuse) };
    await assertRejects(() => workOn(dying, chore, program.clock.now() + 60_000));
    assertEquals(await statusOf(program, group), ["active", undefined]);
    assertEquals((await stored(program, card))?.pin, "unknown", "it is pinned again");
    const owed = (await stored(program, keys.incident({ company: "ACME", number: 1 })))?.deadline;
    assert(owed!.at > program.clock.now(), "it was postponed");
    // The delivery that died has its turn for a moment yet.
    await program.pass(2);
    assertEquals(await Array.fromAsync(listChores(deps.kv)), []);
    assertEquals((await stored(program, card))?.pin, "pinned");
    assertMatch(plain(group.messages.at(-1)!), /^⏰ Nobody has claimed ACME-1 for 47 minutes/);
  }));

/** Documents that Telegram took, or refused when `refuse` says so. */
function documents(): {
  taken: { name: string; bytes: Uint8Array }[];
  refuse: { now: boolean };
  options: ProgramOptions;
} {
  const taken: { name: string; bytes: Uint8Array }[] = [];
  const refuse = { now: false };
  const wrap: ProgramOptions["wrap"] = (deps) => {
    deps.uploads.config.use(async (previous, method, payload, signal) => {
      const document = "document" in payload ? payload.document : null;
      if (method !== "sendDocument" || !(document instanceof InputFile)) {
        return await previous(method, payload, signal);
      }
      if (refuse.now) {
        return { ok: false, error_code: 400, description: "Bad Request: file is too big" };
      }
      const raw = await document.toRaw();
      assert(raw instanceof Uint8Array);
      taken.push({ name: document.filename ?? "", bytes: raw });
      return await previous(method, payload, signal);
    });
    return deps;
  };
  return { taken, refuse, options: { wrap } };
}

/** A company that has something of every kind, and is archived. */
async function fullLife(program: Program): Promise<Yard> {
  const yard = await yardOf(program, { started: ["Mia", "Bob"] });
  const { group, eve, mia, bob, gus } = yard;
  await asks(mia, `/shift ACME Workshop ${bob.id} mon-fri 08:00-16:00`);
  const card = await inWork(yard);
  await eve.says(group, "Smoke everywhere", { replyTo: card });
  await bob.says(group, "/resolve ACME-1 Brakes replaced");
  await reported(yard, "ACME-2", "Lights failed");
  await asks(mia, "/escalate ACME-2 Nobody comes");
  await asks(mia, "/people ACME");
  await asks(mia, "/company_language ACME es");
  await asks(mia, "/company_language ACME en");
  await asks(mia, "/notify urgent");
  await gus.says(group, "/settings reporters people");
  await gus.says(group, "/settings sign Workshop 🔧");
  await gus.says(group, "/issues");
  await asks(mia, "/remove_department ACME Safety");
  await program.pass(40);
  await asks(program.admin, "/archive_company ACME");
  return yard;
}

/** Kinds of keys that such a life leaves, beside those that every company has. */
const KINDS_OF_A_LIFE = ["act", "removing", "removed", "rota", "tally", "comment", "update"];

/** Everything that names a company or one of its incidents, wherever it stands. */
async function mentions({ store }: Program, id: string): Promise<string[]> {
  const found: string[] = [];
  for await (const { key, value } of store.list({ prefix: [] })) {
    const text = `${keyText(key)} ${Deno.inspect(value, { depth: 20, strAbbreviateSize: 10_000 })}`;
    if (new RegExp(`\\b${id}\\b`).test(text)) found.push(text);
  }
  return found;
}

/** Answers both questions. */
async function deletes({ admin }: Program): Promise<string[]> {
  await admin.says(admin.private, "/delete_company ACME");
  await admin.presses(admin.private.messages.at(-1)!, "🗑 Delete ACME …");
  return await asks(admin, "/delete_company ACME ACME");
}

Deno.test("a company is deleted after two questions and its export; nothing of it stays", () => {
  const { taken, options } = documents();
  return inStory(async (program) => {
    const { admin, store } = program;
    const { zoe, vault } = await zeta(program);
    await program.pass(1);
    const kept = async () => {
      const all: string[] = [];
      for await (const { key, value } of store.list({ prefix: [] })) {
        const text = `${keyText(key)} ${
          Deno.inspect(value, { depth: 20, strAbbreviateSize: 10_000 })
        }`;
        if (/ZETA/.test(text) && !/^\["(outbox|health|due|rate)"/.test(text)) all.push(text);
      }
      return all;
    };
    const { group, mia } = await fullLife(program);
    const others = await kept();
    // What is left of incidents whose time was over; one of them is going just now.
    const gone = { company: "ACME", number: 77 };
    await store.set(keys.removing(gone).key, { schema: 1, chatId: group.id });
    await store.set(keys.lastRemoved("ACME").key, { schema: 1, last: 77 });
    await store.set(removedCountKey("ACME", group.id, "reported"), new Deno.KvU64(3n));
    const before = await mentions(program, "ACME");
    assert(before.length > 40);
    const kinds = new Set(
      before.map((text) => JSON.parse(text.slice(0, text.indexOf("]") + 1))[0]),
    );
    assertEquals(KINDS_OF_A_LIFE.filter((kind) => !kinds.has(kind)), []);

    const [question = ""] = await asks(admin, "/delete_company ACME");
    assertMatch(question, /^Delete ACME · ACME Logistics for good\?$/m);
    assertMatch(question, /^• 2 incidents, 1 of them open/m);
    assertMatch(question, /^• 1 group, which I leave$/m);
    assertMatch(question, /^• the roles of 4 people$/m);
    assertMatch(
      (await asks(admin, "/delete_company ACME ACME"))[0]!,
      /^Delete ACME/,
      "asked twice",
    );
    assert(await company(program));
    await admin.presses(admin.private.messages.at(-1)!, "🗑 Delete ACME …");
    assertMatch(plain(admin.private.messages.at(-1)!), /send: \/delete_company ACME ACME$/);
    const answers = await asks(admin, "/delete_company ACME ACME");
    assertMatch(answers.at(-1)!, /^ACME is being deleted\. The document above/);
    const [line = "", ...more] = program.log.filter((one) => one.includes("company deleted"));
    const { level, person, detail } = JSON.parse(line);
    assertEquals([level, person, detail, more], ["info", admin.id, "ACME", []]);
    await program.pass(3);

    // What ZETA's people wrote about it is ZETA's.
    const left = (await mentions(program, "ACME")).filter((text) => !/"ZETA"/.test(text));
    assertEquals(left.filter((text) => !/ACME-1/.test(text) || !/Lamp/.test(text)), []);
    assertEquals(await kept(), others);
    const goodbyes = program.telegram.calls.filter(({ method }) => method === "leaveChat");
    assertEquals(goodbyes.map(({ params }) => params.chat_id), [group.id]);
    assertEquals(await asks(mia, "/issue ACME-1"), ["There is no such incident here."]);
    assertEquals(await asks(admin, "/restore_company ACME"), [
      "There is no company ACME. /companies lists them.",
    ]);
    await zoe.says(vault, "/resolve ZETA-1 Lamp replaced");
    assertEquals((await incident(program, "ZETA-1")).status, "resolved");

    const [{ name, bytes }] = taken as [typeof taken[0]];
    assertMatch(name, /^ACME-2026-11-23-1\.ndjson$/);
    const source = {
      read: async function* () {
        yield await Promise.resolve(bytes);
      },
    };
    const { header, trailer } = await checkBackup(source);
    assertEquals([header.format, trailer.records.company, trailer.records.incident], [
      "tocsin-backup",
      1,
      2,
    ]);
    assert(!new TextDecoder().decode(bytes).includes("Lamp"));
  }, options);
});

Deno.test("what others called by a company's id is not in its export, and outlives it", () => {
  const { taken, options } = documents();
  return inStory(async (program) => {
    const { admin, telegram, store } = program;
    const yard = await fullLife(program);
    const zoe = telegram.person("Zoe");
    await zoe.starts();
    const vault = await program.company("ZETA", { owner: zoe, title: "ACME" });
    await asks(admin, `/add_dispatcher ZETA ${zoe.id}`);
    await asks(admin, "/add_department ZETA ACME");
    await asks(zoe, "/find ACME");
    const uli = telegram.person("Uli");
    const waiting = telegram.group("Somebody", { owner: uli, withBot: false });
    await uli.adds(waiting);
    await uli.says(waiting, "ACME", { replyTo: waiting.messages.at(-1)! });
    const attachment = { kind: "document", fileId: "1", fileName: "ACME list" };
    const asked = { for: "description", sourceMessageId: null, attachment };
    const prompt = { schema: 1, asked, messageId: 1, expiresAt: program.clock.now() + 3_600_000 };
    await store.set(keys.prompt(vault.id, zoe.id).key, prompt);
    const theirs = [keys.group(vault.id), keys.group(waiting.id), keys.prompt(vault.id, zoe.id)]
      .map(({ key }) => key);
    theirs.push(keys.listing(zoe.id, zoe.id).key);
    for await (const { key, value } of store.list<{ outcome: unknown }>({ prefix: ["update"] })) {
      if (/"(ZETA|ZETA .*|request_sent)"/.test(JSON.stringify(value.outcome))) theirs.push(key);
    }
    assert(theirs.length > 7);
    const values = () => Promise.all(theirs.map(async (key) => (await store.get(key)).value));
    const before = await values();
    assert(before.every((value) => value !== null));
    await deletes(program);
    await program.pass(3);
    assertEquals(await values(), before);
    assertEquals(await stored(program, keys.group(yard.group.id)), null);
    await zoe.says(vault, "/new_issue Lamp is broken");
    assert(cardOf(vault, "ZETA-1"));
    const sent = taken.map(({ bytes }) => new TextDecoder().decode(bytes)).join("");
    for (const { id } of [vault, waiting]) assert(!sent.includes(String(id)));
    assertStringIncludes(sent, String(yard.group.id));
  }, options);
});

Deno.test("without the document nothing is deleted", () => {
  const { refuse, options } = documents();
  return inStory(async (program) => {
    await fullLife(program);
    refuse.now = true;
    assertEquals(await deletes(program), [
      "Telegram did not take the document. Nothing was deleted.",
    ]);
    assert(await company(program));
    await program.pass(1);
    assert((await incident(program, "ACME-2")).status === "awaiting_claim");
  }, options);
});

Deno.test("only an archived company is deleted, and the second answer is waited for ten minutes", () =>
  inStory(async (program) => {
    const { admin } = program;
    await yardOf(program);
    const first =
      "Only an archived company can be deleted: /archive_company ACME first. Nothing was changed.";
    assertEquals(await asks(admin, "/delete_company ACME"), [first]);
    await asks(admin, "/archive_company ACME");
    await admin.says(admin.private, "/delete_company ACME");
    const question = admin.private.messages.at(-1)!;
    await asks(admin, "/restore_company ACME");
    assertMatch((await admin.presses(question, "🗑 Delete ACME …")).text ?? "", /^Only an archived/);
    await asks(admin, "/archive_company ACME");
    await admin.says(admin.private, "/delete_company ACME");
    await admin.presses(admin.private.messages.at(-1)!, "🗑 Delete ACME …");
    await program.clock.advance(11 * 60_000);
    assertMatch((await asks(admin, "/delete_company ACME ACME"))[0]!, /^Delete ACME · /);
    assertMatch((await asks(admin, "/delete_company ACME ZETA"))[0]!, /^Usage/m);
    assert(await company(program));
  }));

Deno.test("a deletion that is killed again and again goes on until nothing is left", () =>
  inStory(async (program) => {
    const { deps } = program.app;
    await fullLife(program);
    await program.pass(1);
    await program.store.delete(keys.company("ACME").key);
    const chore = {
      schema: 1 as const,
      company: "ACME",
      kind: "deletion" as const,
      name: "ACME Logistics",
      chats: [],
      next: null,
      found: false,
    };
    await program.store.set(keys.chore("ACME", "deletion").key, chore);
    let kills = 0;
    for (let most = 1; most < 60; most++) {
      let commits = 0;
      const commit: Kv["commit"] = (checks, changes) => {
        if (++commits > 1) throw new KvError(new Error("killed"));
        return deps.kv.commit(checks, changes);
      };
      const [left] = await Array.fromAsync(listChores(deps.kv));
      if (!left) break;
      try {
        await workOn({ ...deps, kv: { ...deps.kv, commit } }, left, program.clock.now() + 60_000);
      } catch {
        kills++;
      }
      if (most === 1) {
        assertEquals(await asks(program.admin, "/add_company ACME Acme anew"), [
          "ACME is still being deleted. Try again in some minutes.",
        ]);
      }
    }
    assert(kills > 5);
    await program.pass(2);
    assertEquals(await mentions(program, "ACME"), []);
    assertMatch((await asks(program.admin, "/add_company ACME Acme anew"))[0]!, /added/);
  }));

Deno.test("a deletion knows of every kind of key that there is", () => {
  assertEquals(forgottenKinds(), []);
});

Deno.test("a company's export is a backup that an empty store takes", () => {
  const { taken, options } = documents();
  return inStory(async (program) => {
    await fullLife(program);
    await deletes(program);
    await program.pass(3);
    const other = await Deno.openKv(":memory:");
    const source = {
      read: async function* () {
        for (const { bytes } of taken) yield await Promise.resolve(bytes);
      },
    };
    await importBackup(denoKv(other), source, { merge: false });
    const kv = { store: other } as Program;
    assertEquals((await stored(kv, keys.company("ACME")))?.name, "ACME Logistics");
    assertEquals((await incident(kv, "ACME-1")).status, "resolved");
    other.close();
  }, options);
});

Deno.test("a company has at most so many people with roles, and says what to do", () =>
  inStory(async (program) => {
    const { mia, bob } = await yardOf(program, { started: ["Mia"] });
    for (let n = 0; n < MOST_PEOPLE - 4; n++) {
      const id = 70_000_000 + n;
      const person = { ...NO_GRANTS, schema: 1, company: "ACME", id, dispatcher: true, shifts: {} };
      await program.store.set(keys.person("ACME", id).key, person);
      await program.store.set(keys.dispatcher("ACME", id).key, null);
      await program.store.set(keys.works(id, "ACME", "dispatcher").key, null);
    }
    assertEquals(await asks(mia, "/add_dispatcher ACME 80000000"), [
      "ACME has 1,000 people with roles, as many as fit. Take somebody's roles away first; /people ACME lists them.",
    ]);
    assertMatch((await asks(mia, `/add_dispatcher ACME ${bob.id}`))[0]!, /is a dispatcher/);
    await asks(mia, "/remove_dispatcher ACME 70000000");
    assertMatch((await asks(mia, "/add_dispatcher ACME 80000000"))[0]!, /is a dispatcher/);
  }));
