import { assertEquals } from "@std/assert";
import type { Update } from "grammy/types";
import { BUTTON, inScene, type Scene } from "./scene.ts";
import type { Simulator } from "./simulator.ts";

/** A webhook that answers when told to, and remembers what it got from now on. */
async function slowWebhook(telegram: Simulator, maxConnections = 40) {
  const got: string[] = [];
  const open: ((status: number) => void)[] = [];
  telegram.connect(() => new Response(), { secret: "s" });
  await telegram.settled();
  telegram.connect(async (request) => {
    const update: Update = await request.json();
    got.push(update.callback_query?.from.first_name ?? update.message?.text ?? "?");
    const status = await new Promise<number>((resolve) => open.push(resolve));
    return new Response(null, { status });
  }, { secret: "s", maxConnections });
  return {
    got,
    /** Answers the delivery that has waited longest. */
    answer: (status = 200) => open.shift()?.(status),
  };
}

/** A webhook that answers with each status in turn, then 200; 0 is a connection that fails. */
function webhookAnswering(...statuses: number[]) {
  const at: number[] = [];
  return {
    at,
    connectTo: ({ telegram, clock }: Scene) =>
      telegram.connect(() => {
        at.push(clock.now());
        const status = statuses.shift() ?? 200;
        if (status === 0) throw new Error("refused");
        return new Response(null, { status });
      }, { secret: "s" }),
  };
}

const turns = async () => {
  for (let n = 0; n < 5; n++) await new Promise((resolve) => setTimeout(resolve, 0));
};

Deno.test("a chat's messages arrive one after the other, other chats do not wait", () =>
  inScene(async ({ telegram, ana, ben, office, lounge }) => {
    await lounge.botRights("administrator");
    const webhook = await slowWebhook(telegram);
    void ana.says(office, "one", { wait: false });
    void ben.says(office, "two", { wait: false });
    void ben.says(lounge, "elsewhere", { wait: false });
    await turns();
    assertEquals(webhook.got, ["one", "elsewhere"]);
    webhook.answer();
    await turns();
    assertEquals(webhook.got, ["one", "elsewhere", "two"]);
    webhook.answer();
    webhook.answer();
    await telegram.settled();
    assertEquals(telegram.pending, []);
  }));

Deno.test("presses queue per person: two people's arrive at once, one person's do not", () =>
  inScene(async ({ telegram, ana, ben, office, sends }) => {
    const card = await sends({ chat_id: office.id, text: "card", reply_markup: BUTTON });
    const webhook = await slowWebhook(telegram);
    const presses = [ana, ana, ben].map((person) => person.presses(card, "Claim"));
    await turns();
    assertEquals(webhook.got, ["Ana", "Ben"]);
    webhook.answer();
    webhook.answer();
    await turns();
    assertEquals(webhook.got, ["Ana", "Ben", "Ana"]);
    webhook.answer();
    assertEquals(await Promise.all(presses), Array(3).fill({ missing: true }));
  }));

Deno.test("no more deliveries are under way than max_connections allows", () =>
  inScene(async ({ telegram, office, sends }) => {
    const card = await sends({ chat_id: office.id, text: "card", reply_markup: BUTTON });
    const webhook = await slowWebhook(telegram, 2);
    for (const name of ["A", "B", "C"]) {
      void telegram.person(name).presses(card, "Claim", { wait: false });
    }
    await turns();
    assertEquals(webhook.got, ["A", "B"]);
    webhook.answer();
    await turns();
    assertEquals(webhook.got, ["A", "B", "C"]);
    webhook.answer();
    webhook.answer();
    await telegram.settled();
  }));

Deno.test("an update that fails comes again, with growing waits, before any later one", () =>
  inScene(async (scene) => {
    const { telegram, clock, ana, office } = scene;
    const webhook = webhookAnswering(200, 500, 0, 404);
    webhook.connectTo(scene);
    await telegram.settled();
    const start = clock.now();
    void ana.says(office, "one", { wait: false });
    const two = ana.says(office, "two");
    await clock.advance(10_000);
    await two;
    assertEquals(webhook.at.slice(1).map((at) => at - start), [0, 1_000, 3_000, 7_000, 7_000]);
    assertEquals(telegram.dropped, 0);
  }));

Deno.test("a press is given up after 150 seconds, a message after a day", () =>
  inScene(async (scene) => {
    const { telegram, clock, ana, office, sends } = scene;
    const card = await sends({ chat_id: office.id, text: "card", reply_markup: BUTTON });
    const webhook = webhookAnswering(200, ...Array(99).fill(503));
    webhook.connectTo(scene);
    await telegram.settled();
    const pressed = ana.presses(card, "Claim");
    await clock.advance(150_000);
    assertEquals(await pressed, { missing: true });
    assertEquals(telegram.dropped, 1);
    assertEquals(webhook.at.length - 1, 8, "1, 2, 4, 8, 16, 32 and 60 seconds between");

    // Telegram heeds Retry-After: once an hour makes a day short.
    const headers = { "Retry-After": "3600" };
    telegram.connect(() => new Response(null, { status: 503, headers }), { secret: "s" });
    void ana.says(office, "unheard", { wait: false });
    await clock.advance(23 * 3_600_000);
    assertEquals(telegram.pending.length, 1);
    await clock.advance(3_600_000);
    assertEquals([telegram.dropped, telegram.pending.length], [2, 0]);
  }));

Deno.test("several targets are used in turn, and the same update can reach all of them", () =>
  inScene(async ({ telegram, ana, office }) => {
    const got: number[][] = [[], []];
    const targets = got.map((ids, n) => async (request: Request) => {
      ids.push((await request.json()).update_id);
      return new Response(null, { status: n === 0 ? 200 : 202 });
    });
    telegram.connect(targets, { secret: "s" });
    await telegram.settled();
    got.forEach((ids) => ids.splice(0));
    for (const text of ["one", "two", "three", "four"]) await ana.says(office, text);
    assertEquals(got.map((ids) => ids.length), [2, 2]);
    const id = telegram.updates.at(-1)?.update_id ?? 0;
    assertEquals(await telegram.redeliverEverywhere(id), [200, 202]);
    assertEquals(got.map((ids) => ids.at(-1)), [id, id]);
    assertEquals(
      telegram.updates.map(({ update_id }) => update_id),
      [
        ...new Set(telegram.updates.map(({ update_id }) => update_id)),
      ].toSorted((a, b) => a - b),
    );
  }));

Deno.test("only the kinds of update that are wanted are sent; chat_member only on request", () =>
  inScene(async ({ telegram, ana, ben, office }) => {
    const kinds = () => telegram.updates.splice(0).map((update) => Object.keys(update)[1]);
    kinds();
    await ben.leaves(office);
    assertEquals(kinds(), ["message"]);
    telegram.connect(() => new Response(), {
      secret: "s",
      allowedUpdates: ["chat_member", "my_chat_member"],
    });
    await ben.joins(office);
    await office.promote(ben);
    await office.botRights("member");
    await office.demote(ben);
    await ana.blocks();
    assertEquals(kinds(), ["chat_member", "chat_member", "my_chat_member", "my_chat_member"]);
  }));

Deno.test("a forged update is delivered as it is, and a webhook may call in its answer", () =>
  inScene(async ({ telegram, ana }) => {
    telegram.connect(async (request) => {
      const { update_id } = await request.json();
      return Response.json({ method: "sendMessage", chat_id: ana.id, text: `got ${update_id}` });
    }, { secret: "s" });
    await telegram.forgedUpdate({ update_id: 7 });
    assertEquals(ana.private.messages.at(-1)?.text, "got 7");
  }));
