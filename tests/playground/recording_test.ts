/** A session becomes a story, and the story comes to the same end. */

import { assert, assertEquals } from "@std/assert";
import type { Bubble } from "./contract.ts";
import { startPlayground } from "./playground.ts";
import { Story } from "./step.ts";
import { storiesIn } from "./stories.ts";
import { bubbles, said, says, visit } from "./visitor.ts";

const isHello = (bubble: Bubble) => said(bubble) === "Hello";
/** When, what, and in answer to what. */
const asRead = (bubble: Bubble) => `${bubble.at} ${said(bubble)} ${bubble.replyTo?.key}`;

Deno.test("a recorded session is played again to the same end", async () => {
  const folder = await Deno.makeTempDir();
  try {
    let texts: string[] = [];
    await visit(async ({ act, opens }) => {
      const [dirk, omar, lena] = [await opens("Dirk"), await opens("Omar"), await opens("Lena")];
      // What was there before belongs to it, but is not shown.
      await dirk.says("/new_issue The barrier is stuck");
      await act({ do: "jump", minutes: 3 });
      await act({ do: "record" });
      await dirk.says("/new_issue Truck 12: brakes failed");
      await omar.presses("NORDHAUL-2 ·", "Claim");
      await lena.presses("NORDHAUL-2 ·", "Join");
      await omar.presses("NORDHAUL-2 ·", "Resolve");
      const { open } = await omar.sees("the question", (view) => !!view.open?.forceReply);
      await omar.says("Bled the brake line", { replyTo: open!.forceReply!.messageId });
      // Time that runs by itself counts, and of two messages with the same words the one that is meant.
      const { now } = omar.view.clock;
      await act({ do: "clock", speed: 60 });
      await omar.sees("time to run", ({ clock }) => clock.now > now + 20_000);
      await act({ do: "clock", speed: 0 });
      for (const text of ["Hello", "Hello"]) await dirk.says(text);
      const view = await lena.sees("both", (it) => bubbles(it).filter(isHello).length === 2);
      await lena.says("Hi!", { replyTo: bubbles(view).find(isHello)!.messageId });
      await act({ do: "kill" });
      await act({ do: "restart" });
      await act({ do: "jump", minutes: 12 });
      const { recording } = await omar.sees("the steps", (view) => view.recording?.steps === 12);
      assertEquals(recording, { steps: 12 });
      await omar.sees("the reminder", says("Nobody has claimed NORDHAUL-1"));
      texts = bubbles(omar.view).map(asRead);
      const { saved } = await act({ do: "save", name: "A short day" });
      const story = Story.parse(JSON.parse(saved!));
      assertEquals([story.before.length, story.steps.length], [2, 14]);
      assert(!/\d{7}/.test(saved!), "names, and no ids");
      assertEquals((await act({ do: "save", name: "Twice" })).ok, false);
    }, { saveTo: folder });

    const stories = await storiesIn(new URL(`file://${folder}/`));
    assertEquals(stories.map(({ id }) => id), ["a-short-day"]);
    const library = { stories: () => stories, save: () => Promise.resolve() };
    const playground = await startPlayground({ library });
    try {
      assertEquals(await playground.act({ do: "story", id: "a-short-day" }), { ok: true });
      const { cast, groups } = playground.view({ as: null, chat: null });
      const window = {
        as: cast.find(({ name }) => name === "Omar")!.id,
        chat: groups.find(({ title }) => title === "Nordhaul yard")!.id,
      };
      while (playground.view(window).story?.next) {
        assertEquals(await playground.act({ do: "step" }), { ok: true });
      }
      assertEquals(bubbles(playground.view(window)).map(asRead), texts);
    } finally {
      await playground.close();
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("a step that does not come to what it expects says so", async () => {
  const story = Story.parse({
    name: "Wrong",
    steps: [
      { do: "say", as: "Dirk", in: "Nordhaul yard", text: "/new_issue The gate is stuck" },
      { do: "expect_incident", incident: "NORDHAUL-1", is: "resolved" },
    ],
  });
  const library = { stories: () => [{ id: "wrong", story }], save: () => Promise.resolve() };
  const playground = await startPlayground({ library });
  try {
    await playground.act({ do: "story", id: "wrong" });
    assertEquals(await playground.act({ do: "step" }), {
      ok: false,
      problem: "NORDHAUL-1 should be resolved, but is awaiting_claim.",
    });
    assertEquals((await playground.act({ do: "step" })).ok, false);
    assertEquals((await playground.act({ do: "story", id: "none" })).ok, false);
  } finally {
    await playground.close();
  }
});
