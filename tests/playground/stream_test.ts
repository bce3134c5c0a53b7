/** A window that is slow gets the newest view, not all that it has missed. */

import { assert, assertEquals } from "@std/assert";
import type { View } from "./contract.ts";
import { startPlayground } from "./playground.ts";
import { streamTo } from "./stream.ts";
import { bubbles, said } from "./visitor.ts";

const NO_STORIES = { stories: () => [], save: () => Promise.resolve() };

Deno.test("views that nobody has fetched give way to the newest", async () => {
  const playground = await startPlayground({ library: NO_STORIES });
  const ending = new AbortController();
  try {
    const { cast, groups } = playground.view({ as: null, chat: null });
    const [as, chat] = [cast[0]!.id, groups[0]!.id];
    const events = streamTo(playground, { as, chat }, ending.signal);
    const reader = events.pipeThrough(new TextDecoderStream()).getReader();
    for (let n = 1; n <= 40; n++) {
      await playground.act({ do: "say", as, chat, text: `Word ${n}` });
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    const views: View[] = [];
    const lines: number[] = [];
    const newest = () => said(bubbles(views.at(-1)!).at(-1)!);
    while (views.length === 0 || newest() !== "Word 40") {
      const [, event, data = ""] = /^event: (\w+)\ndata: (.*)/.exec((await reader.read()).value!)!;
      if (event === "view") views.push(JSON.parse(data));
      if (event === "machine") lines.push(JSON.parse(data).id);
    }
    assert(views.length < 20, `${views.length} views for 40 changes`);
    assertEquals(lines, [...new Set(lines)].sort((a, b) => a - b), "every line once, in order");
  } finally {
    ending.abort();
    await playground.close();
  }
});
