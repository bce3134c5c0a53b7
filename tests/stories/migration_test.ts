import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import type { Message, Update } from "grammy/types";
import { WEBHOOK_PATH } from "../../src/app.ts";
import { ALLOWED_UPDATES } from "../../src/bot/bot.ts";
import { keys } from "../../src/store/keys.ts";
import type { Kv } from "../../src/store/kv.ts";
import { cardOf, type Program, SECRET } from "../program.ts";
import { buttons, type Group, type Person, plain } from "../simulator/simulator.ts";
import { assertInOrder, events, incident, stored } from "./stored.ts";
import { asks, inStory, newestFor } from "./story.ts";
import { workingYard } from "./working_yard.ts";

interface Moved {
  /** The basic group, and the supergroup that it became. */
  before: Group;
  after: Group;
  /** Cards in the basic group. */
  cards: Record<string, Message>;
  eve: Person;
  bob: Person;
  ana: Person;
  mia: Person;
  /** A dispatcher of the group alone. */
  dan: Person;
}

type Basic = Omit<Moved, "after">;

/** A basic group with incidents: one waits, one is worked on, one is resolved, one cancelled. */
async function basicGroup(program: Program): Promise<Basic> {
  const dan = program.telegram.person("Dan");
  const { yard: before, ...people } = await workingYard(program, {
    type: "group",
    owner: program.admin,
    members: [dan],
  });
  const { eve, bob, mia } = people;
  await mia.says(before, "/add_dispatcher", { replyTo: await dan.says(before, "Hello") });
  for (const words of ["Brakes failed", "Lights failed", "Doors failed", "Horn failed"]) {
    await eve.says(before, `/new_issue ${words}`);
  }
  const ids = ["ACME-1", "ACME-2", "ACME-3", "ACME-4"];
  await bob.presses(cardOf(before, "ACME-2"), "Claim");
  await eve.says(before, "Bulbs are in the cupboard", { replyTo: cardOf(before, "ACME-2") });
  await bob.presses(cardOf(before, "ACME-3"), "Claim");
  await bob.says(before, "/resolve 3 Greased the hinges");
  await mia.says(before, "/cancel 4 false alarm");
  const cards = Object.fromEntries(ids.map((id) => [id, cardOf(before, id)]));
  return { before, cards, dan, ...people };
}

/** Which updates never arrive. */
interface Loss {
  old?: boolean;
  next?: boolean;
  membership?: boolean;
}

function isLost({ message, my_chat_member }: Update, { old, next, membership }: Loss): boolean {
  if (membership && my_chat_member) return true;
  if (old && message?.migrate_to_chat_id !== undefined) return true;
  return !!next && message?.migrate_from_chat_id !== undefined;
}

/** Telegram's updates go astray on the way, or come to a program that is dying. */
function losing({ telegram, app }: Program, loss: Loss, handle = app.handle): void {
  telegram.connect(async (request) => {
    const update = await request.clone().json() as Update;
    return isLost(update, loss) ? new Response() : await handle(request);
  }, {
    secret: SECRET,
    allowedUpdates: ALLOWED_UPDATES,
    address: `https://tocsin.example${WEBHOOK_PATH}`,
  });
}

async function becomesSupergroup(program: Program, loss: Loss = {}): Promise<Moved> {
  const basic = await basicGroup(program);
  losing(program, loss);
  const after = await basic.before.becomesSupergroup();
  await program.telegram.settled();
  return { ...basic, after };
}

/** Everything that the old id keyed is under the new one, and open incidents have new cards. */
async function assertMoved(program: Program, { before, after, eve }: Moved): Promise<void> {
  assertEquals(await stored(program, keys.group(before.id)), null);
  const group = await stored(program, keys.group(after.id));
  assertEquals([group?.status, group?.chatId], ["active", after.id]);
  for (const n of [1, 2, 3, 4]) {
    const id = `ACME-${n}`;
    assertEquals((await incident(program, id)).chatId, after.id, id);
    assertEquals((await events(program, id)).filter((type) => type === "moved").length, 1, id);
  }
  const cards: number[] = [];
  for (const number of [1, 2]) {
    const card = (await stored(program, keys.card({ company: "ACME", number })))!;
    const shown = after.messages.find(({ message_id }) => message_id === card.messageId)!;
    assertStringIncludes(plain(shown), ` ACME-${number} · Dispatch · `);
    cards.push(card.messageId);
  }
  const pinned = after.pinned.filter(({ chat }) => chat.id === after.id);
  assertEquals(pinned.map(({ message_id }) => message_id).toSorted(), cards.toSorted());
  for await (const { key } of program.store.list({ prefix: ["moving"] })) {
    assert(false, String(key));
  }
  await eve.says(after, "/help");
  assertStringIncludes(newestFor(eve, after), "4 incidents reported, 1 resolved");
  await assertInOrder(program.store);
}

/** The incidents whose cards stand in a group. */
function shownIn(group: Group): string[] {
  return group.messages.flatMap((m) =>
    (m.from?.is_bot && plain(m).match(/ (ACME-\d) ·/)?.[1]) || []
  )
    .toSorted();
}

function idsFor(person: Person, group: Group): string[] {
  return buttons(group.visibleTo(person).at(-1)!).filter((label) => /^ACME-\d+$/.test(label));
}

const WAYS: Record<string, Loss> = {
  "by the service messages on both sides": {},
  "by the service message of the old group": { next: true },
  "by the service message of the new group": { old: true },
};

for (const [how, loss] of Object.entries(WAYS)) {
  Deno.test(`a basic group that becomes a supergroup is followed ${how}`, () =>
    inStory(async (program) => {
      const moved = await becomesSupergroup(program, loss);
      await assertMoved(program, moved);
      assertEquals(shownIn(moved.after), ["ACME-1", "ACME-2"]);
      assertEquals(
        moved.after.messages.filter((m) => m.from?.is_bot && plain(m).includes("which company")),
        [],
        "nobody is asked for a company",
      );
    }));
}

Deno.test("without any service message the next refusal of Telegram tells, and the sweep moves it", () =>
  inStory(async (program) => {
    const moved = await becomesSupergroup(program, { old: true, next: true, membership: true });
    assertEquals((await stored(program, keys.group(moved.before.id)))?.status, "active");
    await program.pass(10);
    await program.pass(2);
    await assertMoved(program, moved);
    const reminders = moved.after.messages.filter((m) => plain(m).includes("⏰"));
    assertEquals(reminders.length, 1, "the reminder that was refused is given in the new group");
  }));

Deno.test("a service message that comes again changes nothing more", () =>
  inStory(async (program) => {
    const moved = await becomesSupergroup(program);
    const before = moved.after.messages.length;
    const { telegram } = program;
    const updates = telegram.updates.filter(({ message, my_chat_member }) =>
      message?.migrate_to_chat_id ?? message?.migrate_from_chat_id ??
        my_chat_member?.chat.id === moved.after.id
    );
    assertEquals(updates.length >= 3, true);
    for (const { update_id } of updates) await telegram.redeliver(update_id);
    await program.app.sweep();
    assertEquals(moved.after.messages.length, before);
    await assertMoved(program, moved);
  }));

Deno.test("in the supergroup everything goes on: lists, search, roles, replies, reminders", () =>
  inStory(async (program) => {
    const { after, eve, bob, dan } = await becomesSupergroup(program);
    const wanted = {
      "/issues": ["ACME-2", "ACME-1"],
      "/issues closed": ["ACME-4", "ACME-3"],
      "/find brakes": ["ACME-1"],
      "/find bulbs cupboard": ["ACME-2"],
      "/find hinges": ["ACME-3"],
    };
    for (const [text, ids] of Object.entries(wanted)) {
      await eve.says(after, text);
      assertEquals(idsFor(eve, after), ids, text);
    }
    await eve.says(after, "/history 1");
    assertStringIncludes(newestFor(eve, after), "followed the group, which is a supergroup now");
    await eve.says(after, "New bulbs, too", { replyTo: cardOf(after, "ACME-2") });
    assertStringIncludes(plain(cardOf(after, "ACME-2")), "💬 2 · Eve: New bulbs, too");
    await program.pass(10);
    assertEquals(after.messages.filter((m) => plain(m).includes("⏰")).length, 1);
    assertEquals(await dan.presses(cardOf(after, "ACME-1"), "Claim"), { text: "ACME-1 is yours." });
    await bob.says(after, "/resolve 2 New bulbs");
    assertStringIncludes(plain(cardOf(after, "ACME-2")), "✅ ACME-2");
    await eve.says(after, "/new_issue Wipers failed");
    assertStringIncludes(plain(cardOf(after, "ACME-5")), "Wipers failed");
    assertEquals(await asks(eve, "/mine").then(([text]) => text!.match(/ACME-\d/g)?.length), 5);
  }));

Deno.test("buttons of the old cards still work, and the new cards show it", () =>
  inStory(async (program) => {
    const { after, cards, eve, bob, ana } = await becomesSupergroup(program);
    assertEquals(await ana.presses(cards["ACME-1"]!, "Claim"), { text: "ACME-1 is yours." });
    assertStringIncludes(plain(cardOf(after, "ACME-1")), "Owner: Ana");
    assertEquals(await ana.presses(cards["ACME-2"]!, "Join"), {
      text: "You are helping with ACME-2.",
    });
    assertMatch((await eve.presses(cards["ACME-2"]!, "Resolve")).text!, /^Only the owner/);
    await bob.presses(cards["ACME-2"]!, "Resolve");
    const prompt = after.messages.findLast((m) => plain(m).includes("how was ACME-2 resolved?"))!;
    await bob.says(after, "New bulbs", { replyTo: prompt });
    assertEquals((await incident(program, "ACME-2")).status, "resolved");
    assertEquals(await eve.presses(cards["ACME-3"]!, "Reopen"), { text: "ACME-3 is open again." });
    assertStringIncludes(plain(cardOf(after, "ACME-3")), "reopened 1 time");
  }));

Deno.test("what opens from an old card opens too, and old calls for call-takers still ask", () =>
  inStory(async (program) => {
    const { before, after, cards, mia, eve } = await becomesSupergroup(program);
    await eve.sendsPhoto(after, { replyTo: cardOf(after, "ACME-1") });
    await mia.presses(cards["ACME-1"]!, "More");
    const seen = [...after.visibleTo(mia), ...mia.private.messages];
    assert(seen.some((message) => buttons(message).includes("🕘 History")));
    for (const data of ["history:ACME-1", "issue:ACME-1", "files:ACME-1"]) {
      const { text } = await mia.presses(cards["ACME-1"]!, "", { data });
      assert(text !== "There is no such incident here.", `${data}: ${text}`);
    }
    const welcome = before.messages.find((m) =>
      buttons(m).some((label) => label.includes("calls"))
    )!;
    const { text } = await eve.presses(welcome, "I take calls here");
    assertEquals(text, "I've asked the group's administrators.");
  }));

Deno.test("another company's card, pressed in the old group, stays out of reach", () =>
  inStory(async (program) => {
    const { cards, eve, bob } = await becomesSupergroup(program);
    const vault = await program.company("ZETA", { members: [eve, bob] });
    await eve.says(vault, "/new_issue Vault door is stuck");
    const toast = await bob.presses(cards["ACME-1"]!, "", { data: "claim:ZETA-1" });
    assertEquals(toast, { text: "There is no such incident here." });
  }));

Deno.test("a talk of many long words does not hold up the move", () =>
  inStory(async (program) => {
    const basic = await basicGroup(program);
    for (let n = 0; n < 15; n++) {
      const words = Array.from({ length: 50 }, (_, i) => longWord(n * 50 + i));
      await basic.eve.says(basic.before, words.join(" "), {
        replyTo: cardOf(basic.before, "ACME-1"),
      });
    }
    // Telegram does not try again: the one time, or the sweep, has to do.
    losing(program, {}, async (request) => {
      await program.app.handle(request);
      return new Response();
    });
    const after = await basic.before.becomesSupergroup();
    await program.telegram.settled();
    await program.pass(1);
    await assertMoved(program, { ...basic, after });
    await basic.eve.says(after, `/find ${longWord(14 * 50)}`);
    assertEquals(idsFor(basic.eve, after), ["ACME-1"], "the newest comments are found");
  }));

/** As many bytes as a word can have in the index; each number has a word of its own. */
function longWord(number: number): string {
  const DESERET_A = 0x10428;
  const digits = number.toString(32).padStart(24, "0");
  return [...digits].map((digit) => String.fromCodePoint(DESERET_A + parseInt(digit, 32))).join("");
}

/** A program that dies at its n-th commit, and does nothing until it is revived. */
function mortal() {
  const state = { commitsLeft: Infinity, dead: false };
  const alive = () => {
    if (state.dead) throw new Error("killed");
  };
  const wrapKv = (kv: Kv): Kv => ({
    // deno-lint-ignore require-await -- a failure is a rejection
    async getMany(wanted) {
      alive();
      return kv.getMany(wanted);
    },
    async *list(selector, options) {
      alive();
      yield* kv.list(selector, options);
    },
    // deno-lint-ignore require-await -- a failure is a rejection
    async commit(checks, changes) {
      state.dead ||= state.commitsLeft-- <= 0;
      alive();
      return kv.commit(checks, changes);
    },
  });
  return { state, wrapKv };
}

Deno.test("a program that dies half-way loses nothing: the next sweep finishes the move", async (t) => {
  for (let commits = 1, died = true; died; commits++) {
    await t.step(`after ${commits} commits`, async () => {
      const { state, wrapKv } = mortal();
      await inStory(async (program) => {
        const basic = await basicGroup(program);
        const handle = async (request: Request) => {
          await program.app.handle(request).catch(() => {});
          return new Response();
        };
        losing(program, { next: true, membership: true }, handle);
        state.commitsLeft = commits;
        const after = await basic.before.becomesSupergroup();
        await program.telegram.settled();
        died = state.dead;
        Object.assign(state, { dead: false, commitsLeft: Infinity });
        await program.pass(3);
        await assertMoved(program, { ...basic, after });
      }, { wrapKv });
    });
    assert(commits < 100);
  }
});
