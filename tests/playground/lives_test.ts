/** What a killed program has begun stays undone until there is another one. */

import { assert, assertEquals } from "@std/assert";
import { startPlayground } from "./playground.ts";

const NO_STORIES = { stories: () => [], save: () => Promise.resolve() };

Deno.test("a program killed between two operations never gets to the next one", async () => {
  const playground = await startPlayground({ library: NO_STORIES });
  const { telegram, store, time } = playground.desk;
  try {
    const { you, groups } = playground.view({ as: null, chat: null });
    const chat = groups.find(({ title }) => title === "Nordhaul yard")!.id;
    const methods = () => telegram.calls.map(({ method }) => method);
    const before = methods().length;
    // The card is on its way for a second of a time that stands.
    telegram.faults.add({ kind: "slow", method: "sendMessage", times: 1, delayMs: 1_000 });
    const saying = playground.act({ do: "say", as: you.id, chat, text: "/new_issue It burns" });
    const reported = async () => (await store.get(["incident", "NORDHAUL", 1])).value !== null;
    while (!await reported()) await new Promise((resolve) => setTimeout(resolve, 5));
    await new Promise((resolve) => setTimeout(resolve, 100));

    await playground.act({ do: "kill" });
    await saying;
    await time.pass(5_000);
    await telegram.settled();
    assertEquals(methods().slice(before), ["sendMessage"], "the card came, and nothing after it");
    assertEquals((await store.get(["card", "NORDHAUL", 1])).value, null, "nobody has noted it");

    await playground.act({ do: "restart" });
    await playground.act({ do: "jump", minutes: 3 });
    assert(methods().slice(before).includes("pinChatMessage"));
    assert((await store.get(["card", "NORDHAUL", 1])).value !== null);
  } finally {
    await playground.close();
  }
});
