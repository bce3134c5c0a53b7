import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { cardOf } from "../program.ts";
import { plain } from "../simulator/simulator.ts";
import { events, incident } from "./stored.ts";
import { asks, inStory } from "./story.ts";

const BIDI = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/;

const NAMES = {
  "right-to-left overrides": "\u202Egnp.exe\u2066 Ana \u200F",
  "markup": "<b>Ana</b> & \"Bob\" <a href='tg://user?id=1'>x</a>",
  "emoji": "👩‍🚒🧑🏽‍🚒".repeat(15),
  "200 characters": "ÄnneLiese".repeat(23).slice(0, 200),
  "ampersands": "&".repeat(64),
  "nothing to see": "\u200F\u202E \u2066",
  "a company's id": "ZETA-7",
};

const DESCRIPTIONS = {
  "3,000 ampersands": "&".repeat(3000),
  "3,000 characters of markup": "<i>&quot;".repeat(333) + "<b>",
  "1,500 emoji": "🚚".repeat(1500),
  "300 lines": "Brakes\n".repeat(300) + "end",
  "right-to-left overrides": "\u202Efailed brakes \u2067 on truck 12",
  "an unclosed tag": "</blockquote><pre> brakes failed",
};

Deno.test("whatever people are called, a whole life works and is shown harmless", () =>
  inStory(async (program) => {
    const { telegram, admin } = program;
    for (const [n, name] of Object.values(NAMES).entries()) {
      const id = `CO${n + 1}`;
      const eve = telegram.person(name);
      const bob = telegram.person(name, { lastName: name.slice(0, 64) });
      const yard = await program.company(id, {
        members: [eve, bob],
        title: name.slice(0, 128),
        departments: ["&".repeat(40)],
      });
      await eve.starts();
      await bob.starts();
      for (const person of [eve, bob]) {
        await asks(admin, `/add_member ${id} ${"&".repeat(40)} ${person.id}`);
      }
      await eve.says(yard, "/new_issue Brakes failed");
      const card = cardOf(yard, `${id}-1`);
      await eve.presses(card, "&&&");
      for (const [person, label] of [[eve, "Claim"], [bob, "Join"], [eve, "Leave"]] as const) {
        const toast = await person.presses(card, label);
        assert((toast.text ?? "").length <= 200, toast.text);
      }
      await bob.presses(card, "Resolve");
      await bob.says(yard, "Replaced the brake line", { replyTo: yard.messages.at(-1)! });
      assertEquals((await incident(program, `${id}-1`)).status, "resolved", name);
      assertEquals(await events(program, `${id}-1`), [
        "reported",
        "department_chosen",
        "claimed",
        "joined",
        "handed_over",
        "resolve_pressed",
        "summarized",
      ]);
      for (const message of yard.messages.filter(({ from }) => from?.is_bot)) {
        assertEquals(BIDI.test(plain(message)), false, plain(message));
        assert(plain(message).isWellFormed(), plain(message));
      }
    }
    assertEquals(telegram.calls.filter(({ error }) => error), []);
  }));

Deno.test("whatever they write, the card is a valid message and the record is complete", () =>
  inStory(async (program) => {
    const { telegram } = program;
    let number = 0;
    const yard = await program.company("ACME");
    for (const [what, description] of Object.entries(DESCRIPTIONS)) {
      const eve = telegram.person("Eve");
      await eve.joins(yard);
      await eve.says(yard, `/new_issue ${description}`);
      const id = `ACME-${++number}`;
      assertEquals((await incident(program, id)).description, description, what);
      const card = cardOf(yard, id);
      await eve.presses(card, "Claim");
      await eve.presses(card, "Resolve");
      const summary = description.slice(0, 2000);
      await eve.says(yard, summary, { replyTo: yard.messages.at(-1)! });
      const state = await incident(program, id);
      assertEquals(state.status === "resolved" && state.summary, summary.trim(), what);
      const text = plain(cardOf(yard, id));
      assert(text.length <= 4096 && text.isWellFormed(), what);
      assertEquals(BIDI.test(text), false, what);
      assertStringIncludes(text, `✅ ${id} · Dispatch · resolved`);
      const quotes = cardOf(yard, id).entities?.filter(({ type }) => type.includes("blockquote"));
      assertEquals(quotes?.length, 2, what);
    }
    assertEquals(telegram.calls.filter(({ error }) => error), []);
  }));

Deno.test("a long description is folded in an expandable quote, a short one is not", () =>
  inStory(async (program) => {
    const eve = program.telegram.person("Eve");
    const yard = await program.company("ACME", { members: [eve] });
    await eve.says(yard, `/new_issue ${"Brakes failed. ".repeat(40)}`);
    await eve.says(yard, "/new_issue Brakes failed.");
    const quoteOf = (id: string) =>
      cardOf(yard, id).entities?.map(({ type }) => type).filter((type) => type.includes("quote"));
    assertEquals(quoteOf("ACME-1"), ["expandable_blockquote"]);
    assertEquals(quoteOf("ACME-2"), ["blockquote"]);
  }));

Deno.test("a description that names another company's incident leads nowhere else", () =>
  inStory(async (program) => {
    const { telegram } = program;
    const eve = telegram.person("Eve");
    const yard = await program.company("ACME", { members: [eve] });
    const zeta = await program.company("ZETA", { members: [eve] });
    await eve.says(zeta, "/new_issue Secret of Zeta");
    await eve.presses(cardOf(zeta, "ZETA-1"), "Claim");
    await eve.presses(cardOf(zeta, "ZETA-1"), "Resolve");
    await eve.says(yard, "/new_issue See ZETA-1 for more");
    await eve.says(yard, "Solved over here", { replyTo: cardOf(yard, "ACME-1") });
    assertEquals((await incident(program, "ZETA-1")).status, "awaiting_summary");
    const state = await incident(program, "ACME-1");
    assertEquals([state.status, state.comments.newest?.line], [
      "awaiting_claim",
      "Solved over here",
    ]);
    assertEquals((await incident(program, "ZETA-1")).comments.count, 0);
  }));
