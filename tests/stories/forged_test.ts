import { assert, assertEquals, assertMatch } from "@std/assert";
import type { Message, Update } from "grammy/types";
import { BUTTON_VERBS } from "../../src/view/callback_data.ts";
import { cardOf, type Program, SECRET } from "../program.ts";
import { type Group, type Person, plain } from "../simulator/simulator.ts";
import { records } from "./stored.ts";
import { asks, inStory, loggedOutcome, textsFor } from "./story.ts";

const SECRETS = /Zeta|ZETA|treasure|Zoe/;

interface Two {
  /** Eve's own group, in ACME, where she is an administrator. */
  yard: Group;
  card: Message;
  /** A group of another company, in which Eve is a mere guest. */
  vault: Group;
  /** Another group of ACME. */
  depot: Group;
  eve: Person;
  zoe: Person;
}

async function twoCompanies(program: Program): Promise<Two> {
  const { telegram, admin } = program;
  const eve = telegram.person("Eve");
  const zoe = telegram.person("Zoe");
  await eve.starts();
  const yard = await program.company("ACME", { owner: eve, departments: ["Repair"] });
  const vault = await program.company("ZETA", { owner: zoe, members: [eve] });
  const depot = telegram.group("Depot", { owner: zoe, members: [eve], withBot: false });
  await zoe.adds(depot);
  await depot.botRights("administrator");
  await asks(admin, `/add_group ACME ${depot.id}`);
  await asks(admin, `/add_dispatcher ACME ${zoe.id}`);
  await asks(admin, `/add_dispatcher ZETA ${zoe.id}`);
  await zoe.says(vault, "/new_issue Where is the treasure?");
  await zoe.presses(cardOf(vault, "ZETA-1"), "Claim");
  await zoe.says(depot, "/new_issue Gate of Zoe is stuck");
  await zoe.presses(cardOf(depot, "ACME-1"), "Repair");
  await eve.says(yard, "/new_issue Brakes failed");
  await eve.presses(cardOf(yard, "ACME-2"), "Repair");
  return { yard, card: cardOf(yard, "ACME-2"), vault, depot, eve, zoe };
}

/** The very toast that an incident which does not exist gets. */
async function unknownToast(eve: Person, card: Message): Promise<unknown> {
  return await eve.presses(card, "", { data: "claim:ACME-999" });
}

Deno.test("a press about an incident of another company or group gets what an unknown one gets", () =>
  inStory(async (program) => {
    const { card, eve } = await twoCompanies(program);
    const unknown = await unknownToast(eve, card);
    const before = await records(program);
    for (const id of ["ZETA-1", "ACME-1", "zeta-1", "NOPE-1", "ZETA-2"]) {
      for (const verb of ["claim", "join", "leave", "resolve", "back"]) {
        assertEquals(await eve.presses(card, "", { data: `${verb}:${id}` }), unknown);
      }
      assertEquals(await eve.presses(card, "", { data: `department:${id}:1` }), unknown);
    }
    assertEquals(await records(program), before);
  }));

const ON_THE_CARD = ["claim", "join", "leave", "resolve", "back", "escalate", "reopen"];
const IN_THE_MENU = ["more", "assign", "change", "priority", "cancel", "history", "issue", "files"];

Deno.test("the buttons of a card work in no other group", () =>
  inStory(async (program) => {
    const { zoe, vault, depot } = await twoCompanies(program);
    const before = await records(program);
    for (const message of [depot.messages.at(-1)!, vault.messages.at(-1)!]) {
      for (const verb of [...ON_THE_CARD, ...IN_THE_MENU]) {
        const { text } = await zoe.presses(message, "", { data: `${verb}:ACME-2` });
        assertEquals(text, "There is no such incident here.", verb);
      }
    }
    assertEquals(await records(program), before);
  }));

Deno.test("in private a group's administrator is nobody, and a stranger sees no incident at all", () =>
  inStory(async (program) => {
    const { eve, yard } = await twoCompanies(program);
    const bob = program.telegram.person("Bob");
    await bob.starts();
    // From then on the bot knows that she administers the group.
    await eve.says(yard, "/help");
    const before = await records(program);
    const press = async (person: Person, verb: string) =>
      (await person.presses(person.private.messages.at(-1)!, "", { data: `${verb}:ACME-2` })).text;
    for (const verb of [...ON_THE_CARD, ...IN_THE_MENU]) {
      assertEquals(await press(bob, verb), "There is no such incident here.", verb);
    }
    // She reported it, so she sees it; what she could do in her group she can't do here.
    for (const verb of ["claim", "assign", "repin", "de_escalate"]) {
      assertMatch(await press(eve, verb) ?? "", /^Only |^You can't do that/, verb);
    }
    assertEquals(await records(program), before);
  }));

Deno.test("callback data that the bot never wrote is told so and read no further", () =>
  inStory(async (program) => {
    const { card, eve } = await twoCompanies(program);
    const before = await records(program);
    const garbage = [
      "",
      ":",
      "claim",
      "claim:",
      "claim:ACME",
      "claim:ACME-",
      "claim:ACME-0",
      "claim:ACME-1.5",
      "claim:ACME--2",
      "claim:ACME-2:more",
      "claim:ACME-99999999999999999999",
      "CLAIM:ACME-2x",
      "department:ACME-2",
      "department:ACME-2:",
      "department:ACME-2:../../x",
      "department:ACME-2:1:1",
      "constructor:ACME-2",
      "__proto__:ACME-2",
      "toString",
      "allow:",
      "allow:-5",
      "allow:1e9",
      "calls:1",
      "attach:-1:ACME",
      `claim:${"A".repeat(60_000)}`,
      `claim:ACME-2\u0000`,
      "claim:АСМЕ-2",
      JSON.stringify({ verb: "claim", id: "ACME-2" }),
    ];
    for (const data of garbage) {
      const { text = "" } = await eve.presses(card, "", { data });
      assertMatch(text, /no longer|no such incident|Nobody has claimed/, data.slice(0, 60));
    }
    for (const verb of BUTTON_VERBS.filter((it) => it !== "calls")) {
      const { text = "" } = await eve.presses(card, "", { data: `${verb}:nonsense` });
      assertEquals(text, "This button no longer works.");
    }
    assertEquals(await records(program), before);
  }));

Deno.test("callback data of the wrong type is no update, and a press without a message no press", () =>
  inStory(async (program) => {
    const { eve, card } = await twoCompanies(program);
    const before = await records(program);
    const query = { id: "1", from: eve.user, chat_instance: "1", message: card };
    const wrong = [
      { ...query, data: 42 },
      { ...query, data: ["claim:ACME-2"] },
      { ...query, data: { verb: "claim" } },
      { ...query, data: "claim:ACME-2", from: undefined },
      { ...query, data: "claim:ACME-2", from: { ...eve.user, id: "5" } },
      { ...query, data: "claim:ACME-2", message: { chat: "x" } },
    ];
    for (const [n, callback_query] of wrong.entries()) {
      assertEquals(await posted(program, { update_id: 970_000_000 + n, callback_query }), 400);
    }
    for (const more of [{ message: undefined, inline_message_id: "x" }, { data: undefined }]) {
      const update = { callback_query: { ...query, data: "claim:ACME-2", ...more } };
      assertEquals(await posted(program, { ...update, update_id: 980_000_000 }), 200);
    }
    assertEquals(await records(program), before);
  }));

Deno.test("nothing is shown or noted in the private chat of somebody else", () =>
  inStory(async (program) => {
    const { admin, telegram } = program;
    const { eve, zoe } = await twoCompanies(program);
    await zoe.starts();
    await telegram.settled();
    const theirs = zoe.private.messages.at(-1)!;
    const before = await records(program);
    const [shown, calls] = [zoe.private.messages.length, telegram.calls.length];
    const user = (status: string) => ({ status, user: telegram.bot });
    const forged = (from: Person): Record<string, object> => ({
      "a press": {
        callback_query: {
          id: "1",
          from: from.user,
          chat_instance: "1",
          message: theirs,
          data: "a:home:0",
        },
      },
      "a command": { message: { ...said(from, "/mine"), entities: [COMMAND] } },
      "a text": { message: said(from, "Hello") },
      "a block": {
        my_chat_member: {
          chat: theirs.chat,
          from: from.user,
          date: 1,
          old_chat_member: user("member"),
          new_chat_member: user("kicked"),
        },
      },
    });
    const said = (from: Person, text: string) => ({
      message_id: 500_000,
      date: 1,
      chat: theirs.chat,
      from: from.user,
      text,
    });
    let update_id = 990_000_000;
    for (const from of [eve, admin]) {
      for (const [what, update] of Object.entries(forged(from))) {
        assertEquals(await posted(program, { update_id: ++update_id, ...update }), 200, what);
        await telegram.settled();
        assertEquals(zoe.private.messages.length, shown, what);
        if (what !== "a block") assertEquals(loggedOutcome(program), "unknown", what);
      }
    }
    const since = telegram.calls.slice(calls).map(({ method }) => method);
    assertEquals(since.filter((method) => method !== "answerCallbackQuery"), []);
    assertEquals(await records(program), before);
  }));

const COMMAND = { type: "bot_command", offset: 0, length: 5 };

async function posted({ app }: Program, update: unknown): Promise<number> {
  const response = await app.handle(
    new Request("https://tocsin.example/telegram/webhook", {
      method: "POST",
      headers: { "X-Telegram-Bot-Api-Secret-Token": SECRET },
      body: JSON.stringify(update),
    }),
  );
  return response.status;
}

Deno.test("who asked for calls here is allowed here only, and only who asked", () =>
  inStory(async (program) => {
    const { card, eve, zoe, vault } = await twoCompanies(program);
    const bob = program.telegram.person("Bob");
    await bob.joins(vault);
    await bob.presses(vault.messages.at(-1)!, "", { data: "calls" });
    const before = await records(program);
    for (const id of [bob.id, zoe.id, 1, Number.MAX_SAFE_INTEGER]) {
      const { text = "" } = await eve.presses(card, "", { data: `allow:${id}` });
      assertEquals(text, "Sorry, that is not yours to do here. Nothing was changed.");
      const elsewhere = await eve.presses(vault.messages.at(-1)!, "", { data: `allow:${id}` });
      assertEquals(elsewhere.text, "Sorry, that is not yours to do here. Nothing was changed.");
    }
    assertEquals(await records(program), before);
  }));

Deno.test("a reply in another group is about nothing there", () =>
  inStory(async (program) => {
    const { telegram } = program;
    const { eve, zoe, vault, yard } = await twoCompanies(program);
    await zoe.presses(cardOf(vault, "ZETA-1"), "Resolve");
    await zoe.joins(yard);
    const prompt = vault.messages.findLast((m) => plain(m).includes("how was ZETA-1 resolved?"))!;
    const before = await records(program);
    const seen = telegram.calls.length;
    // The group has no messages of these numbers.
    const elsewhere = [prompt, cardOf(vault, "ZETA-1")].map((message) => ({
      ...message,
      message_id: message.message_id + 500,
    }));
    for (const person of [eve, zoe]) {
      for (const original of elsewhere) {
        await telegram.forgedUpdate({
          message: {
            message_id: 5_000,
            date: 0,
            chat: cardOf(yard, "ACME-2").chat,
            from: person.user,
            text: "Found the treasure",
            reply_to_message: { ...original, chat: cardOf(yard, "ACME-2").chat },
          },
        } as unknown as Update);
      }
    }
    assertEquals(await records(program), before);
    assertEquals(
      telegram.calls.slice(seen).filter(({ params }) => SECRETS.test(String(params.text))),
      [],
    );
  }));

Deno.test("a guest reads nothing of a company beyond what the group itself shows", () =>
  inStory(async (program) => {
    const { eve, yard } = await twoCompanies(program);
    for (const text of ["/help", "/start", "/companies", "/add_department ZETA X"]) {
      await asks(eve, text);
      await eve.says(yard, text);
    }
    for (const payload of ["ZETA-1", "ACME-1", "claim_ZETA-1", "ZETA"]) await eve.starts(payload);
    const read = [...eve.private.messages.map(plain), ...textsFor(eve, yard)]
      .filter((text) => !text.startsWith("/"));
    assert(read.length > 8);
    assertEquals(read.filter((text) => /ZETA|Zeta|treasure|ACME-1/.test(text)), []);
  }));
