/** Holds everything to its row in the table of budgets. */

import { assertEquals } from "@std/assert";
import type { Message } from "grammy/types";
import { BUDGETS } from "./bot/budgets.ts";
import { holds, inScene, measured } from "./bot/costs.ts";
import { raceToClaim } from "./bot/race.ts";
import { cardOf } from "./program.ts";
import { clicks } from "./stories/console.ts";
import { buttons, type Person, plain } from "./simulator/simulator.ts";

Deno.test("the life of an incident stays within its budgets", async () => {
  await inScene(async ({ program, yard, ana, bob, cem, costs }) => {
    const { telegram } = program;
    const card = () => cardOf(yard, "ACME-1");
    const forge = (person: Person, data: string) => person.presses(card(), "", { data });
    const newest = () =>
      telegram.updates.findLast(({ message, callback_query }) =>
        callback_query ?? (message && !message.pinned_message)
      )!.update_id;
    await costs("report", () => ana.says(yard, "/new_issue Brakes failed"));
    const source = yard.messages.find((it) => plain(it) === "/new_issue Brakes failed")!;
    await costs("report, delivered again", () => telegram.redeliver(newest()));
    await costs(
      "report of a message that is reported",
      () => bob.says(yard, "/new_issue", { replyTo: source }),
    );
    await costs("claim", () => bob.presses(card(), "Claim"));
    await costs("claim, delivered again", () => telegram.redeliver(newest()));
    await costs("refused press: claimed already", () => forge(cem, "claim:ACME-1"));
    await costs("refused press: not allowed", () => cem.presses(card(), "Leave"));
    await costs("refused press: no such incident", () => forge(cem, "claim:ACME-99"));
    await costs("refused press: forged data", () => forge(cem, "claim:ACME"));
    await costs("join", () => ana.presses(card(), "Join"));
    await costs("leave, a helper takes over", () => bob.presses(card(), "Leave"));
    await costs("leave, the last one", () => ana.presses(card(), "Leave"));
    await costs("reminder", async () => {
      await program.clock.advance(10 * 60_000);
      await program.app.sweep();
    });
    await costs("claim after a reminder", () => bob.presses(card(), "Claim"));
    await costs("resolve", () => bob.presses(card(), "Resolve"));
    await costs("back to work", () => bob.presses(card(), "Back to work"));
    await bob.presses(card(), "Resolve");
    const prompt = yard.messages.at(-1)!;
    await costs("a summary that is too short", () => bob.says(yard, "no", { replyTo: prompt }));
    await costs("summary", () => bob.says(yard, "New brake line", { replyTo: prompt }));
  });
});

Deno.test("the sweep stays within its budgets", async () => {
  await inScene(async ({ program, yard, ana, bob, costs }) => {
    const { telegram, clock, app } = program;
    await costs("sweep with nothing due", () => app.sweep());
    await costs("a look at itself, all is well", () => app.watch());
    await ana.says(yard, "/new_issue Brakes failed");
    await costs("sweep with an incident that is not due", () => app.sweep());
    const mend = telegram.faults.add({ method: "editMessageText", kind: "500" });
    await bob.presses(cardOf(yard, "ACME-1"), "Claim");
    await costs("sweep with a chat on hold", () => app.sweep());
    mend();
    await clock.advance(60_000);
    await costs("sweep with a card to show", () => app.sweep());
    await bob.presses(cardOf(yard, "ACME-1"), "Resolve");
    await clock.advance(5 * 60_000);
    await costs("sweep that asks for a summary again", () => app.sweep());
    await clock.advance(5 * 60_000);
    await costs("sweep that closes for want of a summary", () => app.sweep());
    await costs("the sweep after that", () => app.sweep());
  });
});

Deno.test("chatter costs nothing, though an administrator bot receives all of it", async () => {
  await inScene(async ({ program, yard, ana, bob, costs }) => {
    const { telegram } = program;
    await ana.says(yard, "/new_issue Brakes failed");
    const hello = await ana.says(yard, "hello");
    await costs("chatter", () => ana.says(yard, "the truck is back"));
    await costs("chatter: a reply to somebody", () => bob.says(yard, "hi", { replyTo: hello }));
    await costs("chatter: a photo", () => ana.sendsPhoto(yard, { caption: "look at this" }));
    await costs(
      "chatter: a mention of the bot",
      () => ana.says(yard, `@${telegram.bot.username} ACME-1?`),
    );
    await costs("chatter: a slash inside a sentence", () => ana.says(yard, "try /new_issue x"));
    await costs("chatter: a command that is not in the table", () => ana.says(yard, "/weather"));
    await costs("chatter: a command for another bot", () => ana.says(yard, "/help@other_bot"));
    await costs("somebody joins the group", () => telegram.person("Dee").joins(yard));
    await costs("an edited message", () => ana.edits(hello, "hello all"));
  });
});

Deno.test("what is said about an incident stays within its budgets", async () => {
  await inScene(async ({ yard, ana, bob, costs }) => {
    const report = await ana.says(yard, "/new_issue Brakes failed");
    const card = cardOf(yard, "ACME-1");
    let comment: Message | undefined;
    await costs("a comment by reply", async () => {
      comment = await bob.says(yard, "The tow truck is coming", { replyTo: card });
    });
    await costs(
      "a photo as a reply",
      () => bob.sends(yard, { photo: {}, caption: "The line" }, { replyTo: card }),
    );
    await costs("an edited comment", () => bob.edits(comment!, "The tow truck is here"));
    await costs(
      "an edited report",
      () => ana.edits(report, "/new_issue Brakes failed on truck 12"),
    );
  });
});

Deno.test("escalation stays within its budgets", async () => {
  await inScene(async ({ program, yard, ana, costs }) => {
    const { admin, telegram } = program;
    const [mia, gus] = [telegram.person("Mia"), telegram.person("Gus")];
    for (const { id } of [mia, gus]) await admin.says(admin.private, `/add_manager ACME ${id}`);
    await mia.starts();
    const escalates = async (id: string) => await ana.presses(cardOf(yard, id), "Escalate");
    await ana.says(yard, "/new_issue Brakes failed");
    await costs("escalate, one manager in private", () => escalates("ACME-1"));
    const call = mia.private.messages.at(-1)!;
    await costs("a press in private", () => mia.presses(call, "Claim"));
    await ana.says(yard, "/new_issue Flat tyre");
    await program.clock.advance(10 * 60_000 + 1);
    await costs("escalate, administrators not asked lately", () => escalates("ACME-2"));
  });
});

Deno.test("menus and reading stay within their budgets, however much there is", async () => {
  await inScene(async ({ yard, ana, bob, costs }) => {
    for (const text of ["Brakes failed", "Flat tyre", "Brakes squeal"]) {
      await ana.says(yard, `/new_issue ${text}`);
    }
    const card = cardOf(yard, "ACME-1");
    const panel = () => yard.visibleTo(bob).find((it) => buttons(it).at(-1) === "✖️ Close")!;
    await costs("open the menu of a card", () => bob.presses(card, "More"));
    await costs("a menu inside the menu", () => bob.presses(panel(), "History"));
    await costs("close the menu", () => bob.presses(panel(), "Close"));
    await costs("/issues", () => bob.says(yard, "/issues"));
    await costs("/issue", () => bob.says(yard, "/issue 1"));
    await costs("/find, two of three", () => bob.says(yard, "/find brak"));
    await costs("/find, nothing", () => bob.says(yard, "/find unicorn"));
  });
});

Deno.test("departments and calls stay within their budgets", async () => {
  await inScene(async ({ program, yard, ana, costs }) => {
    const { admin, telegram } = program;
    await ana.says(yard, "/new_issue Brakes failed");
    await costs(
      "choose a department without members",
      () => ana.presses(cardOf(yard, "ACME-1"), "Dispatch"),
    );
    await ana.presses(cardOf(yard, "ACME-1"), "Claim");
    for (let n = 0; n < 12; n++) {
      const { id } = telegram.person(`Member ${n}`);
      await admin.says(admin.private, `/add_member ACME Repair ${id}`);
    }
    await ana.says(yard, "/new_issue Flat tyre");
    await costs(
      "choose a department of twelve",
      () => ana.presses(cardOf(yard, "ACME-2"), "Repair"),
    );
    await costs("a reminder for twelve", async () => {
      await program.clock.advance(10 * 60_000);
      await program.app.sweep();
    });
  }, { departments: ["Repair"] });
});

Deno.test("people who are met for the first time are noted beside", async () => {
  await inScene(async ({ program, yard, ana, costs }) => {
    const dee = program.telegram.person("Dee", { username: "dee_dee" });
    await dee.joins(yard);
    await ana.says(yard, "/new_issue Brakes failed");
    await costs(
      "claim by somebody new, with a @handle",
      () => dee.presses(cardOf(yard, "ACME-1"), "Claim"),
    );
    const eve = program.telegram.person("Eve");
    await eve.joins(yard);
    await costs("report by somebody new", () => eve.says(yard, "/new_issue Flat tyre"));
  });
});

Deno.test("asking who administers the group costs a call, once in ten minutes", async () => {
  await inScene(async ({ program, yard, ana, bob, cem, costs }) => {
    await ana.says(yard, "/new_issue Brakes failed");
    await bob.presses(cardOf(yard, "ACME-1"), "Claim");
    await program.clock.advance(10 * 60_000 + 1);
    const press = () => cem.presses(cardOf(yard, "ACME-1"), "Resolve");
    await costs("refused press, administrators not asked lately", press);
    await costs("the same press again", press);
  });
});

Deno.test("taking calls stays within its budgets", async () => {
  await inScene(async ({ program, yard, ana, bob, costs }) => {
    const activation = yard.messages.find((it) => plain(it).includes("Take incidents of any"))!;
    await costs("ask to take calls", () => ana.presses(activation, "I take calls here"));
    const question = yard.messages.at(-1)!;
    await costs(
      "a press to allow it by somebody who may not",
      () => bob.presses(question, "Allow"),
    );
    await yard.promote(bob);
    await program.telegram.settled();
    await costs(
      "a press to allow it, administrators not asked lately",
      () => bob.presses(question, "Allow"),
    );
  });
});

Deno.test("questions and help stay within their budgets", async () => {
  await inScene(async ({ yard, ana, costs }) => {
    await costs("/new_issue without a text", () => ana.says(yard, "/new_issue"));
    const question = yard.messages.at(-1)!;
    await costs(
      "the description as a reply",
      () => ana.says(yard, "Brakes failed", { replyTo: question }),
    );
    await costs("a description that is too short", () => ana.says(yard, "/new_issue no"));
    await costs("/help in a group", () => ana.says(yard, "/help"));
    await ana.starts();
    await costs("/help in private", () => ana.says(ana.private, "/help"));
    await costs("a private message that is no command", () => ana.says(ana.private, "hello"));
  });
});

Deno.test("who is what stays within its budgets", async () => {
  await inScene(async ({ program, yard, ana, costs }) => {
    const { admin, telegram } = program;
    for (const person of [ana, ...Array.from({ length: 9 }, (_, n) => telegram.person(`P${n}`))]) {
      await person.starts();
      await admin.says(admin.private, `/add_manager ACME ${person.id}`);
    }
    await costs("/whoami in a group", () => ana.says(yard, "/whoami"));
    await costs("/whoami in private", () => ana.says(ana.private, "/whoami"));
    await costs("/people in a group", () => ana.says(yard, "/people"));
    await costs("/people in private", () => ana.says(ana.private, "/people ACME"));
    const list = ana.private.messages.at(-1)!;
    await costs("turn a page of people", () => ana.presses(list, "▶"));
    await costs("/audit in a group", () => ana.says(yard, "/audit"));
    await costs("/audit in private", () => ana.says(ana.private, "/audit ACME"));
  });
});

Deno.test("a group's settings stay within their budgets", async () => {
  await inScene(async ({ program, yard, ana, bob, costs }) => {
    await program.admin.says(program.admin.private, `/add_manager ACME ${ana.id}`);
    await bob.says(yard, "/new_issue Brakes failed");
    const panel = () => yard.visibleTo(ana).at(-1)!;
    await costs("/settings", () => ana.says(yard, "/settings"));
    await costs("a page of settings", () => ana.presses(panel(), "Pins"));
    await costs("turn pins off", () => ana.presses(panel(), "nothing is pinned"));
    await costs("/settings that change nothing", () => ana.says(yard, "/settings pins off"));
    await costs(
      "a sign for one open card",
      () => ana.says(yard, "/settings sign awaiting_claim 🟥"),
    );
    await ana.says(yard, "/settings reporters people");
    await costs("report by somebody who may not", () => bob.says(yard, "/new_issue Flat tyre"));
    await costs("/new_issue by somebody who may not", () => bob.says(yard, "/new_issue"));
  });
});

Deno.test("the console stays within its budgets", async () => {
  await inScene(async ({ program, ana, costs }) => {
    await ana.starts();
    await program.admin.says(program.admin.private, `/add_manager ACME ${ana.id}`);
    await costs("/admin", () => ana.says(ana.private, "/admin"));
    await costs("a page of the console", () => clicks(ana, "ACME"));
    await clicks(ana, "🗂 Departments");
    await costs("a question of the console", () => clicks(ana, "➕ Department"));
    await costs("the answer to that", () => ana.says(ana.private, "Workshop"));
    await clicks(ana, "Workshop");
    await costs("an act of the console", () => clicks(ana, "🔒 Restrict it"));
  });
});

Deno.test("dead letters stay within their budgets", async () => {
  await inScene(async ({ program, ana, costs }) => {
    const { admin, telegram } = program;
    await ana.starts();
    for (const id of ["one", "two"]) {
      const content = { html: id, keyboard: [], forceReply: null, replyTo: null, about: null };
      const row = { schema: 1, kind: "message", content, createdAt: 1 };
      const at = program.clock.now() - 1;
      const letter = { schema: 1, chatId: ana.id, row, reason: "Bad Request", at };
      await program.store.set(["dead_letter", at, id], letter);
    }
    await costs("/dead_letters", () => admin.says(admin.private, "/dead_letters"));
    const list = () => admin.private.messages.at(-1)!;
    await costs("send a dead letter again", () => admin.presses(list(), "1 · Send again"));
    await costs("drop a dead letter", () => admin.presses(list(), "1 · Drop"));
    await telegram.settled();
  });
});

Deno.test("a press in a group that is not active is one read", async () => {
  await inScene(async ({ program, costs }) => {
    const { telegram } = program;
    const owner = telegram.person("Owner");
    const pending = telegram.group("Pending", { owner, withBot: false });
    await owner.adds(pending);
    const prompt = pending.messages.at(-1)!;
    await costs(
      "a press in a pending group",
      () => owner.presses(prompt, "", { data: "claim:ACME-1" }),
    );
  });
});

Deno.test("the loser of a race reads twice and is told once", async () => {
  const { winner, loser } = await raceToClaim();
  holds("claim that wins a race", winner);
  holds("claim that loses a race", loser);
});

Deno.test("every row of the table was measured", () => {
  assertEquals([...measured].sort(), Object.keys(BUDGETS).sort());
});
