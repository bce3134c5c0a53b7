import { assertEquals, assertStringIncludes } from "@std/assert";
import type { Update } from "grammy/types";
import { inScene } from "./scene.ts";

const spoken = (result: unknown) => (result as Update[]).map(({ message }) => message?.text);

Deno.test("getUpdates gives what waits until an offset confirms it", () =>
  inScene(async ({ telegram, ana, office, ask }) => {
    for (const text of ["one", "two", "three"]) await ana.says(office, text);
    assertEquals(spoken((await ask("getUpdates", { limit: 2 })).result), ["/start", "one"]);
    const offset = (telegram.updates[1]?.update_id ?? 0) + 1;
    assertEquals(spoken((await ask("getUpdates", { offset })).result), ["two", "three"]);
    assertEquals(spoken((await ask("getUpdates", { offset: -1 })).result), ["three"]);
    assertEquals(telegram.pending.length, 1);
    await ask("getUpdates", { offset: offset + 2, allowed_updates: ["callback_query"] });
    await ana.says(office, "unwanted");
    assertEquals((await ask("getUpdates")).result, []);
  }));

Deno.test("a long poll ends with an update, with its time, or with another poll", () =>
  inScene(async ({ telegram, clock, ana, ask }) => {
    const offset = (telegram.updates[0]?.update_id ?? 0) + 1;
    const started = async () => {
      const answer = ask("getUpdates", { offset, timeout: 30 });
      await new Promise((resolve) => setTimeout(resolve, 20));
      return { answer };
    };
    const first = await started();
    const second = await started();
    assertStringIncludes(
      (await first.answer).description ?? "",
      "Conflict: terminated by other getUpdates request",
    );
    await clock.advance(30_000);
    assertEquals((await second.answer).result, []);
    const third = await started();
    await ana.says(ana.private, "wake up");
    assertEquals(spoken((await third.answer).result), ["wake up"]);
  }));

Deno.test("deleteWebhook can drop what waits, and polling works again", () =>
  inScene(async ({ telegram, ana, ask }) => {
    telegram.connect(() => new Response(null, { status: 500 }), { secret: "s" });
    void ana.says(ana.private, "x", { wait: false });
    await telegram.settled();
    assertEquals((await ask("getUpdates")).error_code, 409);
    const info = (await ask("getWebhookInfo")).result as Record<string, unknown>;
    assertEquals(info.last_error_message, "Wrong response from the webhook: 500 ");
    await ask("deleteWebhook", { drop_pending_updates: true });
    assertEquals((await ask("getUpdates")).result, []);
  }));
