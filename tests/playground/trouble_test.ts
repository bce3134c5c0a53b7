/** Time that jumps, Telegram that fails, a program that is killed: and all comes right again. */

import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { Machinery } from "./contract.ts";
import { bubbles, says, visit } from "./visitor.ts";

const REPORT = "/new_issue Truck 12: brakes failed";

async function machinery(origin: string, incident = "NORDHAUL-1"): Promise<Machinery> {
  return await (await fetch(`${origin}/api/machinery?incident=${incident}`)).json();
}

Deno.test("an incident that nobody claims escalates when time jumps", async () => {
  await visit(async ({ origin, act, opens }) => {
    const dirk = await opens("Dirk");
    await dirk.says(REPORT);
    const { deadlines: [first] } = await machinery(origin);
    assertStringIncludes(first!.why, "nobody has claimed it");
    assertEquals(first!.at - dirk.view.clock.now, 10 * 60_000);
    await act({ do: "jump", minutes: 10 });
    await dirk.sees("the reminder", says("Nobody has claimed NORDHAUL-1 for 10 minutes"));
    await act({ do: "jump", minutes: 20 });
    await dirk.sees("the escalation", says("NORDHAUL-1 has escalated"));
    const maya = await opens("Maya", "private");
    await maya.sees("the call", says("NORDHAUL-1"));
  });
});

Deno.test("time stands, runs sixty times as fast, and stands again", async () => {
  await visit(async ({ act, opens }) => {
    const dirk = await opens("Dirk");
    const { now } = dirk.view.clock;
    await act({ do: "clock", speed: 60 });
    const later = await dirk.sees("time to pass", ({ clock }) => clock.now >= now + 15_000);
    assertEquals(later.clock.speed, 60);
    await act({ do: "clock", speed: 0 });
    const stood = await dirk.sees("time to stand", ({ clock }) => clock.speed === 0);
    await dirk.says("Hello");
    const after = await dirk.sees("the words", says("Hello"));
    assert(after.clock.now - stood.clock.now < 30_000);
  });
});

Deno.test("what Telegram refuses waits in the outbox and comes when it does not any more", async () => {
  await visit(async ({ origin, act, opens }) => {
    const [dirk, omar] = [await opens("Dirk"), await opens("Omar")];
    await act({ do: "trouble", set: { tooMany: -1 } });
    await omar.sees("the trouble", ({ notice }) => !!notice?.includes("too many requests"));
    await dirk.says(REPORT);
    const { outbox, incidents } = await machinery(origin);
    assertEquals(incidents, ["NORDHAUL-1"]);
    assert(outbox.some(({ waits }) => waits?.startsWith("for ")), JSON.stringify(outbox));
    assert(!says("NORDHAUL-1 ·")(omar.view));
    await act({ do: "trouble", set: { tooMany: 0 } });
    await act({ do: "jump", minutes: 1 });
    await omar.sees("the card", says("NORDHAUL-1 ·"));
    assertEquals((await machinery(origin)).outbox, []);
    assertEquals(omar.view.notice, null);
    assert(dirk.lines.some((line) => line.kind === "call" && !line.ok));
  });
});

Deno.test("faults that are counted end by themselves", async () => {
  await visit(async ({ act, opens }) => {
    const dirk = await opens("Dirk");
    await act({ do: "trouble", set: { lostConnection: 1, serverError: 1 } });
    const { trouble } = await dirk.sees("both", (it) => it.trouble.lostConnection === 1);
    assertEquals(trouble.serverError, 1);
    await dirk.says(REPORT);
    await act({ do: "jump", minutes: 2 });
    await dirk.sees("the card", says("NORDHAUL-1 ·"));
    await dirk.sees(
      "no trouble",
      (it) => it.trouble.lostConnection === 0 && it.trouble.serverError === 0,
    );
  });
});

Deno.test("killed and started again, the program has forgotten nothing", async () => {
  await visit(async ({ origin, act, opens }) => {
    const [dirk, omar] = [await opens("Dirk"), await opens("Omar")];
    await dirk.says(REPORT);
    await omar.presses("NORDHAUL-1 ·", "Claim");
    const before = await machinery(origin);
    await act({ do: "kill" });
    await omar.sees("the death", ({ program }) => program === "stopped");
    assertEquals(await omar.presses("NORDHAUL-1 ·", "Resolve"), {
      ok: true,
      toast: { missing: true },
    });
    await dirk.says("/new_issue And the gate is stuck");
    const { notice } = await dirk.sees("what waits", (it) => !!it.notice);
    assertStringIncludes(notice!, "2 updates wait");
    assertEquals((await machinery(origin)).incident, before.incident);
    await act({ do: "restart" });
    await act({ do: "jump", minutes: 2 });
    await dirk.sees("the second card", says("NORDHAUL-2 ·"));
    await omar.sees("the question", says("how was NORDHAUL-1 resolved?"));
    await omar.sees("nothing left", (it) => it.program === "running" && it.notice === null);
  });
});

Deno.test("killed while it works, the program ends what it had begun when it is back", async () => {
  await visit(async ({ origin, act, opens }) => {
    const dirk = await opens("Dirk");
    const reporting = dirk.says(REPORT);
    await act({ do: "kill" });
    await reporting;
    await act({ do: "restart" });
    await act({ do: "jump", minutes: 3 });
    const view = await dirk.sees("the card", says("NORDHAUL-1 ·"));
    assertEquals(bubbles(view).filter(({ isPinned }) => isPinned).length, 1);
    assertEquals((await machinery(origin)).incidents, ["NORDHAUL-1"]);
  });
});

Deno.test("where Telegram knows no ephemeral messages, the bot finds another way", async () => {
  await visit(async ({ act, opens }) => {
    const dirk = await opens("Dirk");
    await act({ do: "trouble", set: { noEphemeral: true } });
    await dirk.says("/help");
    const view = await dirk.sees("an answer", (it) => {
      const newest = bubbles(it).at(-1);
      return !!newest?.from?.isBot && it.trouble.noEphemeral;
    });
    assertEquals(bubbles(view).filter(({ isEphemeral }) => isEphemeral), []);
  });
});

Deno.test("without the right to pin there is a card and no pin; a bot that was removed is missed", async () => {
  await visit(async ({ act, opens }) => {
    const [dirk, greta] = [await opens("Dirk"), await opens("Greta")];
    const chat = greta.view.open!.id;
    await act({ do: "trouble", set: { noPin: true }, chat });
    await greta.sees("the right gone", ({ trouble }) => trouble.noPin);
    await dirk.says(REPORT);
    const view = await dirk.sees("the card", says("NORDHAUL-1 ·"));
    assertEquals(view.open!.pinned, null);
    await greta.does({ do: "remove_bot" });
    await dirk.sees("its absence", ({ notice }) => notice === "The bot is not in this group.");
    assertEquals((await act({ do: "trouble", set: { noPin: false }, chat })).ok, false);
  });
});

Deno.test("the machine room shows an incident's keys, and every call and update as it passes", async () => {
  await visit(async ({ origin, opens }) => {
    const dirk = await opens("Dirk");
    await dirk.says(REPORT);
    await dirk.sees("the card", says("NORDHAUL-1 ·"));
    const { incident } = await machinery(origin);
    const kinds = new Set(incident!.keys.map(({ key }) => key.split(" / ")[0]));
    for (const kind of ["incident", "card", "history", "due", "current", "open", "message"]) {
      assert(kinds.has(kind), `${kind} in ${[...kinds]}`);
    }
    assert(!kinds.has("company") && !kinds.has("tally"));
    assert(dirk.lines.some((line) => line.kind === "update" && line.type === "message"));
    const call = dirk.lines.find((line) =>
      line.kind === "call" && line.method === "pinChatMessage"
    );
    assert(call?.kind === "call" && call.ok && call.ms !== null);
    assert(dirk.lines.some((line) => line.kind === "log"));
    assert(!JSON.stringify(dirk.lines).includes("simulated-token"), "no secret passes");
    assertEquals((await machinery(origin, "NORDHAUL-12")).incident!.keys, []);
  });
});
