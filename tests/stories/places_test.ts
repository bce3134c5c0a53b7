import { assertEquals, assertStringIncludes } from "@std/assert";
import type { Message } from "grammy/types";
import { cardOf, type Program, SECRET } from "../program.ts";
import { plain } from "../simulator/simulator.ts";
import { records } from "./stored.ts";
import { asks, inStory } from "./story.ts";

const CHANNEL = -1_009_999_999_999;

/** Posts `text` in a channel whose administrator the bot is: what it answered there. */
async function posts(program: Program, text: string): Promise<unknown[]> {
  const said = program.telegram.calls.length;
  const update = {
    update_id: 999_000_000 + said,
    channel_post: {
      message_id: 1,
      date: 0,
      chat: { id: CHANNEL, type: "channel", title: "News" },
      text,
      entities: text.startsWith("/")
        ? [{ type: "bot_command", offset: 0, length: text.split(" ")[0]!.length }]
        : [],
    } as Message,
  };
  const response = await program.app.handle(
    new Request("https://tocsin.example/telegram/webhook", {
      method: "POST",
      headers: { "X-Telegram-Bot-Api-Secret-Token": SECRET },
      body: JSON.stringify(update),
    }),
  );
  assertEquals(response.status, 200);
  return program.telegram.calls.slice(said).filter(({ params }) => params.chat_id === CHANNEL)
    .map(({ params }) => params.text);
}

Deno.test("in a channel a command is told where it works, and nothing else is answered", () =>
  inStory(async (program) => {
    const before = await records(program);
    for (const text of ["/new_issue Brakes failed", "/ticket@tocsin_bot"]) {
      const [answer, ...more] = await posts(program, text);
      assertStringIncludes(String(answer), "group");
      assertEquals(more, []);
    }
    for (const text of ["Brakes failed", "/new_issue@another_bot Brakes", "/nonsense"]) {
      assertEquals(await posts(program, text), []);
    }
    assertEquals(await records(program), before);
  }));

Deno.test("a command whose sender has blocked the bot meanwhile is done with at once", () =>
  inStory(async (program) => {
    const { telegram } = program;
    const ana = telegram.person("Ana");
    await ana.starts();
    telegram.faults.add({
      chatId: ana.id,
      kind: { code: 403, description: "Forbidden: bot was blocked by the user" },
    });
    await ana.says(ana.private, "/help", { wait: false });
    await ana.says(ana.private, "Brakes failed", { wait: false });
    await telegram.settled();
    assertEquals(telegram.pending.length, 0);
  }));

Deno.test("a command in a group where the bot may not write is done with at once", () =>
  inStory(async (program) => {
    const { telegram } = program;
    const ana = telegram.person("Ana");
    const yard = await program.company("ACME", { members: [ana], bot: "member" });
    yard.membersMayWrite(false);
    await ana.says(yard, "/help", { wait: false });
    await ana.says(yard, "/new_issue Bad", { wait: false });
    await telegram.settled();
    assertEquals(telegram.pending.length, 0);
  }));

Deno.test("in a forum the card, its calls and its questions stay in the topic of the report", () =>
  inStory(async (program) => {
    const { telegram, admin } = program;
    const ana = telegram.person("Ana");
    const yard = telegram.group("Yard", {
      owner: admin,
      members: [ana],
      forum: true,
      withBot: false,
    });
    await admin.adds(yard);
    await yard.botRights("administrator");
    await asks(admin, "/add_company ACME Acme");
    await asks(admin, `/add_group ACME ${yard.id}`);
    await asks(admin, `/add_dispatcher ACME ${ana.id}`);
    const topic = yard.opensTopic("Trucks");
    await ana.says(yard, "/new_issue Brakes failed", { topic });
    const card = cardOf(yard, "ACME-1");
    await program.pass(10);
    await ana.presses(card, "Claim");
    await ana.presses(card, "Resolve");
    const about = yard.messages.filter((message) => plain(message).includes("ACME-1"));
    assertEquals(about.length, 3);
    assertEquals(about.map(({ message_thread_id }) => message_thread_id), [topic, topic, topic]);
  }));
