import { assertEquals } from "@std/assert";
import { keys } from "../../src/store/keys.ts";
import { stored } from "./stored.ts";
import { inStory } from "./story.ts";

const FIRST = keys.incident({ company: "ACME", number: 1 });

Deno.test("a driver whose name looks like an incident's can answer what happened", () =>
  inStory(async (program) => {
    const driver = program.telegram.person("TRUCK-12");
    const yard = await program.company("ACME", { members: [driver] });
    await driver.says(yard, "/new_issue");
    const question = yard.visibleTo(driver).at(-1)!;
    await driver.says(yard, "The brakes have failed", { replyTo: question });
    const incident = await stored(program, FIRST);
    assertEquals(incident?.state.description, "The brakes have failed");
  }));

Deno.test("a question is answered by a reply to itself, and to nothing else", () =>
  inStory(async (program) => {
    const ana = program.telegram.person("Ana");
    const yard = await program.company("ACME", { members: [ana] });
    const hello = yard.visibleTo(ana).at(-1)!;
    await ana.says(yard, "/new_issue");
    await ana.says(yard, "Thanks for that", { replyTo: hello });
    assertEquals(await stored(program, FIRST), null);
  }));

Deno.test("who posts as the group itself is asked to post as themselves", () =>
  inStory(async (program) => {
    const { telegram } = program;
    const ana = telegram.person("Ana");
    const yard = await program.company("ACME", { members: [ana] });
    const chat = { id: yard.id, type: "supergroup" as const, title: yard.title };
    const before = yard.messages.length;
    await telegram.forgedUpdate({
      message: {
        message_id: 9_000,
        date: 0,
        chat,
        sender_chat: chat,
        from: { id: 1087968824, is_bot: true, first_name: "Group", username: "GroupAnonymousBot" },
        text: "/new_issue Brakes failed",
        entities: [{ type: "bot_command", offset: 0, length: 10 }],
      },
    });
    await telegram.settled();
    const [answer, ...more] = yard.messages.slice(before);
    assertEquals(answer?.text, "I can't tell who you are: post as yourself, not as the group.");
    assertEquals(more, []);
    assertEquals(await stored(program, FIRST), null);
  }));
