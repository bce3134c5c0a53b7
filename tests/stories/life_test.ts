import { assertEquals, assertStringIncludes } from "@std/assert";
import { buttons, plain } from "../simulator/simulator.ts";
import { cardOf, startProgram } from "../program.ts";

Deno.test("an incident is reported, claimed, joined, resolved and summarized", async () => {
  const program = await startProgram();
  const { telegram } = program;
  const ana = telegram.person("Ana", { username: "ana" });
  const bob = telegram.person("Bob");
  const yard = await program.company("ACME", { members: [ana, bob] });

  await ana.says(yard, "/new_issue Brakes failed on truck 12");
  const card = cardOf(yard, "ACME-1");
  assertEquals(buttons(card), ["🙋 Claim", "🔺 Escalate", "⋯ More"]);
  assertEquals(yard.pinned.map(({ message_id }) => message_id), [card.message_id]);

  assertEquals(await bob.presses(card, "Claim"), { text: "ACME-1 is yours." });
  assertEquals(await ana.presses(card, "Join"), { text: "You are helping with ACME-1." });
  assertEquals(buttons(cardOf(yard, "ACME-1")), [
    "🤝 Join",
    "🚪 Leave",
    "✅ Resolve",
    "🔺 Escalate",
    "⋯ More",
  ]);

  await bob.presses(card, "Resolve");
  const prompt = yard.messages.at(-1)!;
  assertStringIncludes(plain(prompt), "Bob, how was ACME-1 resolved?");
  await bob.says(yard, "Replaced the brake line", { replyTo: prompt });

  const resolved = plain(cardOf(yard, "ACME-1"));
  assertStringIncludes(resolved, "✅ ACME-1 · Dispatch · resolved");
  assertStringIncludes(resolved, "Replaced the brake line");
  assertEquals(yard.pinned, []);
  assertEquals(buttons(cardOf(yard, "ACME-1")), ["🔁 Reopen", "⋯ More"]);
  await program.close();
});
