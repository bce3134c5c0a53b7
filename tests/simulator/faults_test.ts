import { assertEquals, assertRejects } from "@std/assert";
import { Api, GrammyError, HttpError } from "grammy";
import type { Fault } from "./faults.ts";
import { inScene } from "./scene.ts";

Deno.test("a refusing fault answers in place of the method, as often as it was asked to", () =>
  inScene(async ({ telegram, ana }) => {
    const api = new Api(telegram.token, { apiRoot: telegram.root });
    const kinds: [Fault["kind"], number, string][] = [
      ["429", 429, "Too Many Requests: retry after 7"],
      ["500", 500, "Internal Server Error"],
      ["502", 502, "Bad Gateway"],
      [{ code: 400, description: "Bad Request: odd" }, 400, "Bad Request: odd"],
    ];
    for (const [kind, code, description] of kinds) {
      telegram.faults.add({ kind, times: 1, method: "sendMessage", retryAfter: 7 });
      await api.getMe();
      const error = await assertRejects(() => api.sendMessage(ana.id, "x"), GrammyError);
      assertEquals([error.error_code, error.description], [code, description]);
      if (code === 429) assertEquals(error.parameters.retry_after, 7);
      await api.sendMessage(ana.id, description);
    }
    assertEquals(ana.private.messages.length, 1 + kinds.length);
  }));

Deno.test("a broken connection rejects; drop_after has had its effect, drop_before has not", () =>
  inScene(async ({ telegram, ana }) => {
    const api = new Api(telegram.token, { apiRoot: telegram.root });
    telegram.faults.add({ kind: "drop_before", times: 1 });
    await assertRejects(() => api.sendMessage(ana.id, "lost"), HttpError);
    telegram.faults.add({ kind: "drop_after", times: 1 });
    await assertRejects(() => api.sendMessage(ana.id, "sent"), HttpError);
    assertEquals(ana.private.messages.map(({ text }) => text), ["/start", "sent"]);
    assertEquals(telegram.calls.map(({ params }) => params.text), ["sent"]);
    telegram.faults.add({ kind: "drop_after", times: 1 });
    await assertRejects(() => fetch(`${telegram.root}/bot${telegram.token}/getMe`), TypeError);
  }));

Deno.test("a slow call takes its time on the clock", () =>
  inScene(async ({ telegram, clock, ask }) => {
    telegram.faults.add({ kind: "slow", delayMs: 5_000, times: 1 });
    const asked = ask("getMe");
    let answered = false;
    void asked.then(() => answered = true);
    await new Promise((resolve) => setTimeout(resolve, 10));
    await clock.advance(4_999);
    assertEquals(answered, false);
    await clock.advance(1);
    assertEquals((await asked).ok, true);
  }));

Deno.test("faults can be by chat and by chance, and end when cleared", () =>
  inScene(async ({ telegram, ana, office, ask }) => {
    const failed = async (chat_id: number) =>
      !(await ask("sendMessage", { chat_id, text: "x" })).ok;
    telegram.faults.add({ kind: "500", chatId: office.id });
    assertEquals([await failed(office.id), await failed(ana.id)], [true, false]);
    telegram.faults.clear();
    const chances = [0.4, 0.6];
    telegram.faults.add({ kind: "500", probability: 0.5, random: () => chances.shift() ?? 1 });
    assertEquals([await failed(ana.id), await failed(ana.id)], [true, false]);
    telegram.faults.clear();
    assertEquals(await failed(office.id), false);
  }));
