import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { keys } from "../../src/store/keys.ts";
import { cardOf } from "../program.ts";
import { buttons, plain } from "../simulator/simulator.ts";
import { events, incident, records, stored } from "./stored.ts";
import { asks, inStory, newestFor } from "./story.ts";

Deno.test("/new_issue and /ticket report what follows them, with the bot's name or without", () =>
  inStory(async (program) => {
    const { telegram } = program;
    const ana = telegram.person("Ana");
    for (const type of ["group", "supergroup"] as const) {
      const id = type.slice(0, 5).toUpperCase();
      const yard = await program.company(id, { members: [ana], type });
      let number = 0;
      for (const word of ["/new_issue", "/ticket", "/new_issue@tocsin_bot", "/TICKET@Tocsin_Bot"]) {
        const said = await ana.says(yard, `${word}  Brakes failed on truck ${number} `);
        const card = cardOf(yard, `${id}-${++number}`);
        assertEquals(card.reply_to_message?.message_id, said.message_id);
        assertStringIncludes(plain(card), `Brakes failed on truck ${number - 1}`);
        const state = await incident(program, `${id}-${number}`);
        assertEquals(state.description, `Brakes failed on truck ${number - 1}`);
        assertEquals(state.reporter, { id: ana.id, name: "Ana" });
      }
      await ana.says(yard, "/new_issue@another_bot Brakes failed");
      await ana.says(yard, "Somebody said /new_issue today");
      assertEquals(await stored(program, keys.lastNumber(id)), { schema: 1, last: 4 });
    }
  }));

Deno.test("a reply reports the message it replies to, and the card replies to that message", () =>
  inStory(async (program) => {
    const { telegram } = program;
    const ana = telegram.person("Ana");
    const bob = telegram.person("Bob");
    const yard = await program.company("ACME", { members: [ana, bob] });
    const said = await ana.says(yard, "Smoke from truck 9");
    await bob.says(yard, "/new_issue", { replyTo: said });
    assertEquals(cardOf(yard, "ACME-1").reply_to_message?.message_id, said.message_id);
    const state = await incident(program, "ACME-1");
    assertEquals([state.description, state.reporter.name], ["Smoke from truck 9", "Bob"]);

    const photo = await ana.sendsPhoto(yard, { caption: "Oil on the floor" });
    await bob.says(yard, "/ticket", { replyTo: photo });
    assertEquals((await incident(program, "ACME-2")).description, "Oil on the floor");
    assertEquals(cardOf(yard, "ACME-2").reply_to_message?.message_id, photo.message_id);

    const bare = await ana.sendsPhoto(yard);
    await bob.says(yard, "/ticket The dent in this photo", { replyTo: bare });
    assertEquals((await incident(program, "ACME-3")).description, "The dent in this photo");
    assertEquals(cardOf(yard, "ACME-3").reply_to_message?.message_id, bare.message_id);
  }));

Deno.test("with neither text nor reply the bot asks that person, and takes their answer", () =>
  inStory(async (program) => {
    const { telegram } = program;
    const ana = telegram.person("Ana");
    const bob = telegram.person("Bob");
    const yard = await program.company("ACME", { members: [ana, bob] });
    const said = await ana.says(yard, "/new_issue");
    const question = yard.messages.at(-1)!;
    assertMatch(plain(question), /^Ana, what happened\?/);
    assertEquals(question.reply_to_message?.message_id, said.message_id);
    const call = telegram.calls.findLast(({ method }) => method === "sendMessage");
    assertEquals(Object(call?.params.reply_markup), {
      force_reply: true,
      selective: true,
      input_field_placeholder: "What happened, and where?",
    });

    await bob.says(yard, "I'd like to know, too", { replyTo: question });
    assertEquals(await stored(program, keys.lastNumber("ACME")), null);
    const answer = await ana.says(yard, "Brakes failed", { replyTo: question });
    assertEquals((await incident(program, "ACME-1")).description, "Brakes failed");
    assertEquals(cardOf(yard, "ACME-1").reply_to_message?.message_id, answer.message_id);
    await ana.says(yard, "And the lights", { replyTo: question });
    assertEquals(await stored(program, keys.lastNumber("ACME")), { schema: 1, last: 1 });
  }));

Deno.test("asked about a photo without words, the answer describes it and the card replies to it", () =>
  inStory(async (program) => {
    const { telegram } = program;
    const ana = telegram.person("Ana");
    const yard = await program.company("ACME", { members: [ana] });
    const photo = await ana.sendsPhoto(yard);
    await ana.says(yard, "/new_issue", { replyTo: photo });
    await ana.says(yard, "Dent in the left door", { replyTo: yard.messages.at(-1)! });
    assertEquals((await incident(program, "ACME-1")).description, "Dent in the left door");
    assertEquals(cardOf(yard, "ACME-1").reply_to_message?.message_id, photo.message_id);
  }));

Deno.test("an answer counts for an hour", () =>
  inStory(async (program) => {
    const { telegram, clock } = program;
    const ana = telegram.person("Ana");
    const yard = await program.company("ACME", { members: [ana] });
    await ana.says(yard, "/new_issue");
    await clock.advance(60 * 60_000);
    await ana.says(yard, "Brakes failed", { replyTo: yard.messages.at(-1)! });
    assertEquals(await stored(program, keys.lastNumber("ACME")), null);
  }));

Deno.test("a description has 5 to 3,000 characters, and who is wrong reads how many theirs has", () =>
  inStory(async (program) => {
    const { telegram } = program;
    const ana = telegram.person("Ana");
    const yard = await program.company("ACME", { members: [ana] });
    const lengths = [[4, "too short"], [5, ""], [3000, ""], [3001, "too long"]] as const;
    let last = 0;
    for (const [length, wrong] of lengths) {
      await ana.says(yard, `/new_issue ${"d".repeat(length)}  `);
      if (wrong) {
        assertMatch(
          newestFor(ana, yard),
          new RegExp(
            `${wrong}: ${length.toLocaleString("en")} characters.*${length < 5 ? 5 : "3,000"}`,
          ),
        );
      } else {
        last++;
        assertEquals((await incident(program, `ACME-${last}`)).description.length, length);
      }
      assertEquals((await stored(program, keys.lastNumber("ACME")))?.last ?? 0, last);
    }
    await ana.says(yard, "/new_issue");
    const question = yard.messages.at(-1)!;
    await ana.says(yard, "Uh  ", { replyTo: question });
    assertMatch(newestFor(ana, yard), /too short: 2 characters/);
    await ana.says(yard, "Uh, brakes", { replyTo: question });
    assertEquals((await incident(program, "ACME-3")).description, "Uh, brakes");
  }));

Deno.test("a message that was reported already leads to the existing incident, whoever reports it", () =>
  inStory(async (program) => {
    const { telegram } = program;
    const ana = telegram.person("Ana");
    const bob = telegram.person("Bob");
    const yard = await program.company("ACME", { members: [ana, bob] });
    const said = await ana.says(yard, "Smoke from truck 9");
    await bob.says(yard, "/new_issue", { replyTo: said });
    for (const [person, text] of [[ana, "/ticket"], [bob, "/new_issue Smoke!!"]] as const) {
      const before = await records(program);
      await person.says(yard, text, { replyTo: said });
      assertStringIncludes(newestFor(person, yard), "Already reported: ACME-1");
      assertEquals(await records(program), before);
    }
    assertEquals(yard.pinned.length, 1);
  }));

Deno.test("two people who report the same message at the same moment make one incident", () =>
  inStory(async (program) => {
    const { telegram } = program;
    const ana = telegram.person("Ana");
    const bob = telegram.person("Bob");
    const yard = await program.company("ACME", { members: [ana, bob] });
    const said = await ana.says(yard, "Smoke from truck 9");
    await Promise.all([
      ana.says(yard, "/new_issue", { replyTo: said }),
      bob.says(yard, "/new_issue", { replyTo: said }),
    ]);
    assertEquals(await stored(program, keys.lastNumber("ACME")), { schema: 1, last: 1 });
    assertEquals(yard.pinned.length, 1);
    assertStringIncludes(newestFor(bob, yard), "Already reported: ACME-1");
  }));

Deno.test("with one department it is called at once, with more the card asks which", () =>
  inStory(async (program) => {
    const { telegram } = program;
    const ana = telegram.person("Ana");
    const one = await program.company("ONE", { members: [ana] });
    const two = await program.company("TWO", { members: [ana], departments: ["Repair"] });
    await ana.says(one, "/new_issue Brakes failed");
    await ana.says(two, "/new_issue Brakes failed");
    assertEquals(await events(program, "ONE-1"), ["reported", "department_chosen"]);
    assertEquals(buttons(cardOf(one, "ONE-1")), ["🙋 Claim", "🔺 Escalate", "⋯ More"]);
    assertEquals(await events(program, "TWO-1"), ["reported"]);
    assertEquals(buttons(cardOf(two, "TWO-1")), ["Dispatch", "Repair", "⋯ More"]);
  }));

Deno.test("numbers count up for each company by itself", () =>
  inStory(async (program) => {
    const { telegram, admin } = program;
    const ana = telegram.person("Ana");
    const yard = await program.company("ACME", { members: [ana] });
    const zeta = await program.company("ZETA", { members: [ana] });
    const depot = telegram.group("Depot", { owner: admin, members: [ana], withBot: false });
    await admin.adds(depot);
    await asks(admin, `/add_group ACME ${depot.id}`);
    for (const group of [yard, depot, zeta]) await ana.says(group, "/new_issue Brakes failed");
    assertEquals((await incident(program, "ACME-1")).chatId, yard.id);
    assertEquals((await incident(program, "ACME-2")).chatId, depot.id);
    assertEquals((await incident(program, "ZETA-1")).chatId, zeta.id);
  }));

Deno.test("a photo with /new_issue as its caption is reported like words", () =>
  inStory(async (program) => {
    const { telegram } = program;
    const ana = telegram.person("Ana");
    const yard = await program.company("ACME", { members: [ana] });
    const photo = await ana.sendsPhoto(yard, { caption: "/new_issue Dent in the left door" });
    assertEquals((await incident(program, "ACME-1")).description, "Dent in the left door");
    assertEquals(cardOf(yard, "ACME-1").reply_to_message?.message_id, photo.message_id);
  }));
