import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { MOST_GROUPS } from "../../src/domain/quota.ts";
import { keys } from "../../src/store/keys.ts";
import type { Kv } from "../../src/store/kv.ts";
import { cardOf, type Program } from "../program.ts";
import { buttons, type Group, type Person, plain } from "../simulator/simulator.ts";
import { stored } from "./stored.ts";
import { asks, inStory, newestFor, newestInPrivate } from "./story.ts";
import { elsewhere, inWork, panelOf, reported, type Yard, yardOf } from "./yard.ts";

const NOT_YOURS = "Sorry, that is not yours to do here. Nothing was changed.";
const SUSPENDED = "This group is suspended. Ask a platform admin.";

const statusOf = async (program: Program, { id }: Group) => {
  const group = await stored(program, keys.group(id));
  return group && "company" in group ? [group.company, group.status, group.suspension?.why] : [];
};

/** ZETA with a group of its own and a manager, Zoe. */
async function zeta(program: Program): Promise<{ vault: Group; zoe: Person }> {
  const zoe = program.telegram.person("Zoe");
  await zoe.starts();
  const vault = await program.company("ZETA", { owner: zoe });
  await asks(program.admin, `/add_manager ZETA ${zoe.id}`);
  return { vault, zoe };
}

Deno.test("/groups lists a company's groups with status and open incidents, for its managers", () =>
  inStory(async (program) => {
    const yard = await yardOf(program, { started: ["Mia", "Dan"] });
    await reported(yard);
    await elsewhere(program, yard);
    const lost = program.telegram.group("Lost", { owner: yard.mia, withBot: false });
    await yard.mia.adds(lost);
    await asks(program.admin, `/add_group ACME ${lost.id}`);
    await yard.mia.removesBot(lost);
    for (const asked of ["/groups ACME", "/groups"]) {
      const [text = ""] = await asks(yard.mia, asked);
      assertMatch(text, /^Groups of ACME Logistics · 3 groups$/m);
      assertMatch(
        text,
        new RegExp(`^ACME yard · ${yard.group.id}\nactive · 1 open incident$`, "m"),
      );
      assertMatch(text, new RegExp(`^Lost · ${lost.id}\nsuspended: I am not in it · 0 `, "m"));
      assert(!text.includes("ZETA"));
    }
    assertEquals(await asks(yard.mia, "/groups ZETA"), [NOT_YOURS]);
    assertEquals(await asks(yard.mia, "/groups NONE"), [NOT_YOURS]);
    assertEquals(await asks(yard.dan, "/groups ACME"), [NOT_YOURS]);
  }));

Deno.test("a long list of groups is turned page by page", () =>
  inStory(async (program) => {
    const { mia } = await yardOf(program, { started: ["Mia"] });
    for (let n = 2; n <= 9; n++) {
      const group = program.telegram.group(`Depot ${n}`, { owner: mia, withBot: false });
      await mia.adds(group);
      await asks(program.admin, `/add_group ACME ${group.id}`);
    }
    await mia.says(mia.private, "/groups ACME");
    const list = panelOf(mia, mia.private.messages);
    assertEquals(plain(list).match(/^active/gm)?.length, 8);
    await mia.presses(list, "▶");
    assertEquals(plain(panelOf(mia, mia.private.messages)).match(/^active/gm)?.length, 1);
    assertEquals(buttons(panelOf(mia, mia.private.messages)), ["◀", "✖️ Close"]);
  }));

Deno.test("platform admins see who waits, with the buttons that decide, and what companies have", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    await reported(yard);
    await elsewhere(program, yard);
    const { admin, telegram } = program;
    const shed = telegram.group("Shed", { owner: yard.mia, withBot: false });
    await yard.mia.adds(shed);
    await yard.mia.says(shed, "Acme Sheds", { replyTo: shed.messages.at(-1)! });
    const [text = ""] = await asks(admin, "/groups");
    assertMatch(text, new RegExp(`^Shed · ${shed.id}\nMia asked for “Acme Sheds”$`, "m"));
    assertMatch(text, /^ACME ACME Logistics: 2 groups, 2 open incidents$/m);
    assertMatch(text, /^ZETA ZETA Logistics: 1 group, 1 open incident$/m);
    const list = admin.private.messages.at(-1)!;
    assertEquals(buttons(list).filter((label) => /Create|Reject/.test(label)).length, 3);
    await admin.presses(list, "Create “Acme Sheds”");
    assertEquals((await statusOf(program, shed)).slice(1), ["active", undefined]);
  }));

Deno.test("a detached group says goodbye, is silent, and keeps its incidents until it is attached again", () =>
  inStory(async (program) => {
    const yard = await yardOf(program, { started: ["Mia"] });
    const { group, eve, mia, bob } = yard;
    const card = await inWork(yard);
    assertEquals(await asks(mia, `/detach_group ${group.id}`), [
      "“ACME yard” is detached from ACME. Its incidents stay on record; /add_group attaches it again.",
    ]);
    assertMatch(plain(group.messages.at(-1)!), /^This group is no longer part of its company/);
    assertEquals(await statusOf(program, group), ["ACME", "suspended", "detached"]);
    await eve.says(group, "/new_issue Horn failed");
    assertEquals(newestFor(eve, group), SUSPENDED);
    assertEquals(await bob.presses(card, "Resolve"), { text: SUSPENDED });
    const before = group.messages.length;
    await program.pass(3 * 60);
    assertEquals(group.messages.length, before, "nobody is reminded");
    assertStringIncludes((await asks(mia, "/issue ACME-1"))[0]!, "Brakes failed");
    assertMatch(
      (await asks(mia, `/detach_group ${group.id}`))[0]!,
      /is detached from ACME already/,
    );

    await asks(program.admin, `/add_group ACME ${group.id}`);
    assertEquals(await statusOf(program, group), ["ACME", "active", undefined]);
    await program.pass(1);
    assertMatch(plain(group.messages.at(-1)!), /^Bob, how is ACME-1 going/);
    assertEquals(await bob.presses(cardOf(group, "ACME-1"), "Resolve"), {
      text: "ACME-1: now reply with a summary.",
    });
  }));

Deno.test("the bot's return does not undo that a group was detached", () =>
  inStory(async (program) => {
    const { group, mia, gus } = await yardOf(program, { started: ["Mia"] });
    await asks(mia, `/detach_group ${group.id}`);
    await gus.removesBot(group);
    await gus.adds(group);
    assertEquals(await statusOf(program, group), ["ACME", "suspended", "detached"]);
    await gus.removesBot(group);
    await asks(program.admin, `/add_group ACME ${group.id}`);
    assertEquals(await statusOf(program, group), ["ACME", "suspended", undefined]);
    await gus.adds(group);
    assertEquals(await statusOf(program, group), ["ACME", "active", undefined]);
  }));

Deno.test("nobody detaches or moves the groups of others, nor learns of them", () =>
  inStory(async (program) => {
    const yard = await yardOf(program, { started: ["Mia", "Gus", "Dan"] });
    const { vault, zoe } = await zeta(program);
    for (
      const [person, id] of [
        [zoe, yard.group.id],
        [zoe, -1009999],
        [yard.gus, yard.group.id],
        [yard.dan, yard.group.id],
        [yard.mia, vault.id],
      ] as const
    ) {
      assertEquals(await asks(person, `/detach_group ${id}`), [NOT_YOURS]);
      assertEquals(await asks(person, `/move_group ${id} ACME`), [NOT_YOURS]);
    }
    assertEquals(await asks(program.admin, "/detach_group -1009999"), [
      "No company has a group -1009999. /groups lists those there are.",
    ]);
    assertEquals(await statusOf(program, vault), ["ZETA", "active", undefined]);
    assertEquals(await statusOf(program, yard.group), ["ACME", "active", undefined]);
  }));

/** The yard has gone to ZETA; what ended there before, ACME-1, is ACME's. */
async function goneToZeta(program: Program, yard: Yard): Promise<{ zoe: Person; card: string }> {
  const { zoe } = await zeta(program);
  await inWork(yard);
  await yard.bob.says(yard.group, "/resolve ACME-1 Brakes replaced");
  await yard.gus.says(yard.group, `/add_dispatcher`, { replyTo: yard.group.messages[0]! });
  const card = plain(cardOf(yard.group, "ACME-1"));
  assertMatch((await asks(program.admin, `/move_group ${yard.group.id} ZETA`))[0]!, /ZETA now/);
  return { zoe, card };
}

Deno.test("a group with open incidents can't go to another company", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, bob } = yard;
    await zeta(program);
    await inWork(yard);
    const refused =
      "“ACME yard” has 1 open incident of ACME. Close them first; then it can go to another company.";
    assertEquals(await asks(program.admin, `/move_group ${group.id} ZETA`), [refused]);
    await asks(program.admin, `/detach_group ${group.id}`);
    assertEquals(await asks(program.admin, `/add_group ZETA ${group.id}`), [refused]);
    await asks(program.admin, `/add_group ACME ${group.id}`);
    await bob.says(group, "/resolve ACME-1 Brakes replaced");
    await asks(program.admin, `/move_group ${group.id} ZETA`);
    assertEquals(await statusOf(program, group), ["ZETA", "active", undefined]);
  }));

Deno.test("what ended before a group moved is the old company's, and nothing of it is seen there", () =>
  inStory(async (program) => {
    const yard = await yardOf(program, { started: ["Mia", "Eve", "Bob"] });
    const { group, eve, mia, gus, bob } = yard;
    const source = () => group.messages.find((it) => it.text?.startsWith("/new_issue Brakes"))!;
    await eve.says(group, "Brakes failed");
    const { zoe } = await goneToZeta(program, yard);
    for (
      const asked of [
        "/issue ACME-1",
        "/history ACME-1",
        "/comment ACME-1 Anything new?",
        "/reopen ACME-1",
      ]
    ) {
      await gus.says(group, asked);
      assertEquals(newestFor(gus, group), "There is no such incident here.", asked);
    }
    for (const asked of ["/issues closed", "/find brakes", "/issues"]) {
      await gus.says(group, asked);
      assert(!newestFor(gus, group).includes("ACME"), `${asked}: ${newestFor(gus, group)}`);
    }
    const card = group.messages.find((it) => plain(it).includes(" ACME-1 ·"))!;
    for (const label of buttons(card)) {
      assertEquals(await gus.presses(card, label), { text: "There is no such incident here." });
    }
    await gus.says(group, "/new_issue", { replyTo: source() });
    assert(!newestFor(gus, group).includes("ACME"), newestFor(gus, group));
    assertEquals(await asks(zoe, "/issue ACME-1"), ["There is no such incident here."]);

    assertStringIncludes((await asks(mia, "/issue ACME-1"))[0]!, "Brakes replaced");
    assertStringIncludes((await asks(bob, "/mine"))[0]!, "ACME-1");
    assertEquals(await asks(mia, "/reopen ACME-1"), [SUSPENDED]);
    await eve.says(group, "/new_issue Lamp is broken");
    assertEquals(
      (await stored(program, keys.incident({ company: "ZETA", number: 2 })))?.state.chatId,
      group.id,
    );
  }));

Deno.test("in its new company a group has no roles and no policy of its own", () =>
  inStory(async (program) => {
    const yard = await yardOf(program);
    const { group, gus, sam } = yard;
    await sam.says(group, "Here I am");
    await gus.says(group, "/add_member Workshop", { replyTo: group.messages.at(-1)! });
    await gus.says(group, "/policy unclaimed 3");
    const before = await stored(program, keys.group(group.id));
    assert(before && "people" in before && Object.keys(before.people).length === 1);
    await zeta(program);
    await asks(program.admin, `/move_group ${group.id} ZETA`);
    const after = await stored(program, keys.group(group.id));
    assert(after && "people" in after);
    assertEquals([after.people, after.policy, after.askedToTakeCalls], [{}, {}, []]);
  }));

Deno.test("a company has at most so many groups; one that is detached makes room", () =>
  inStory(async (program) => {
    const { group, mia } = await yardOf(program, { started: ["Mia"] });
    const kept = await stored(program, keys.group(group.id));
    assert(kept && "company" in kept);
    for (let n = 1; n < MOST_GROUPS; n++) {
      const chatId = group.id - 1_000 - n;
      await program.store.set(keys.group(chatId).key, { ...kept, chatId });
      await program.store.set(keys.groupOf("ACME", chatId).key, "active");
    }
    const depot = program.telegram.group("Depot", { owner: mia, withBot: false });
    await mia.adds(depot);
    assertEquals(await asks(program.admin, `/add_group ACME ${depot.id}`), [
      "ACME has 200 groups, as many as fit. Detach one first; /groups ACME lists them.",
    ]);
    await asks(mia, `/detach_group ${group.id - 1_001}`);
    await asks(program.admin, `/add_group ACME ${depot.id}`);
    assertEquals(await statusOf(program, depot), ["ACME", "active", undefined]);
    assertMatch((await asks(program.admin, `/add_group ACME ${group.id - 1_001}`))[0]!, /as many/);
    assertMatch(newestInPrivate(mia), /detached/);
    // The groups of this story that no Telegram has are not said goodbye to.
    for await (const { key } of program.store.list({ prefix: ["outbox"] })) {
      await program.store.delete(key);
    }
  }));

Deno.test("a report that comes while its group is being moved keeps it where it is", () => {
  let meanwhile: (() => Promise<unknown>) | null = null;
  const wrapKv = (kv: Kv): Kv => ({
    ...kv,
    async commit(checks, changes) {
      const happens = changes.some(({ key: [kind] }) => kind === "groups") ? meanwhile : null;
      if (happens) meanwhile = null;
      await happens?.();
      return await kv.commit(checks, changes);
    },
  });
  return inStory(async (program) => {
    const { group, eve } = await yardOf(program);
    await zeta(program);
    meanwhile = () => eve.says(group, "/new_issue Brakes failed");
    assertMatch((await asks(program.admin, `/move_group ${group.id} ZETA`))[0]!, /has 1 open/);
    assertEquals(await statusOf(program, group), ["ACME", "active", undefined]);
    assertEquals(meanwhile, null);
  }, { wrapKv });
});
