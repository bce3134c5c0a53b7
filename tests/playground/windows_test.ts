/** Several windows at once are several people, each with a client of their own. */

import { assert, assertEquals } from "@std/assert";
import type { View } from "./contract.ts";
import { bubbles, said, says, visit } from "./visitor.ts";

const REPORT = "/new_issue Truck 12: brakes failed";

Deno.test("two windows race for one claim, and one of them wins", async () => {
  await visit(async ({ opens }) => {
    const [dirk, omar, greta] = [await opens("Dirk"), await opens("Omar"), await opens("Greta")];
    assertEquals(await dirk.says(REPORT), { ok: true });
    for (const each of [omar, greta]) await each.sees("the card", says("NORDHAUL-1 ·"));
    const toasts = await Promise.all(
      [omar, greta].map((each) => each.presses("NORDHAUL-1 ·", "Claim")),
    );
    const texts = toasts.map(({ toast }) => toast && "text" in toast ? toast.text : "");
    assertEquals(texts.filter((text) => text === "NORDHAUL-1 is yours.").length, 1);
    assertEquals(texts.filter((text) => text.startsWith("Already claimed by")).length, 1);
    for (const each of [dirk, omar, greta]) await each.sees("the owner", says("in progress"));
  });
});

Deno.test("what is for one person alone is in no other window", async () => {
  await visit(async ({ opens }) => {
    const [dirk, omar] = [await opens("Dirk"), await opens("Omar")];
    await dirk.says(REPORT);
    await omar.presses("NORDHAUL-1 ·", "Claim");
    await omar.presses("NORDHAUL-1 ·", "More");
    const hers = await omar.sees("the menu", (view) => bubbles(view).some((it) => it.isEphemeral));
    const menu = bubbles(hers).find((bubble) => bubble.isEphemeral)!;
    assert(menu.keyboard.flat().some(({ text }) => text.includes("Close")));
    await dirk.sees("the claim", says("in progress"));
    assertEquals(bubbles(dirk.view).filter((bubble) => bubble.isEphemeral), []);
    // The card stays where it is for everybody else.
    assert(bubbles(dirk.view).some((bubble) => said(bubble).includes("NORDHAUL-1 ·")));
  });
});

Deno.test("a chat counts what came since it was looked at, but not one's own words", async () => {
  await visit(async ({ opens }) => {
    const [dirk, omar] = [await opens("Dirk"), await opens("Omar")];
    const unread = ({ chats }: typeof omar.view) =>
      chats.find(({ title }) => title === "Nordhaul yard")?.unread;
    assertEquals(unread(omar.view), 0);
    await dirk.says("Morning");
    await dirk.says("Anybody there?");
    await omar.sees("two new ones", (view) => unread(view) === 2);
    assertEquals(unread(dirk.view), 0);
    await omar.does({ do: "read" });
    await omar.sees("nothing new", (view) => unread(view) === 0);
  });
});

Deno.test("the menu of commands is that of the person, the place and the language", async () => {
  await visit(async ({ opens }) => {
    const [dirk, petra] = [await opens("Dirk"), await opens("Petra", "private")];
    const names = ({ open }: typeof dirk.view) => open!.commands.map(({ name }) => name);
    assert(names(dirk.view).includes("new_issue"));
    assert(!names(dirk.view).includes("add_company"));
    assert(names(petra.view).includes("companies"));
  });
});

Deno.test("everybody reads the language of their client where only they read", async () => {
  await visit(async ({ opens }) => {
    const people = await Promise.all(["Omar", "Lena", "Milo", "Dirk"].map((name) => opens(name)));
    const menus = people.map(({ view }) =>
      view.open!.commands.find(({ name }) => name === "help")?.description
    );
    assertEquals(new Set(menus).size, 4, menus.join(", "));
    assert(/[а-я]/.test(menus[2]!), "Milo's is Russian");
  });
});

Deno.test("a forum has its topics, and what is said in one stays there", async () => {
  await visit(async ({ act, opens }) => {
    const [ana, greta] = [
      await opens("Ana", "Nordhaul depot"),
      await opens("Greta", "Nordhaul depot"),
    ];
    assertEquals(ana.view.open!.kind, "forum");
    const chat = ana.view.open!.id;
    assertEquals((await ana.does({ do: "open_topic", name: "Mine" })).ok, false);
    assertEquals(await greta.does({ do: "open_topic", name: "Cold store" }), { ok: true });
    const named = (view: View) => view.open!.topics.find(({ name }) => name === "Cold store");
    const view = await ana.sees("the topic", (it) => named(it) !== undefined);
    const topic = named(view)!.id;
    await act({ do: "say", as: ana.id, chat, topic, text: "/new_issue It drips" });
    const later = await ana.sees("the card", says("NORDHAUL-1 ·"));
    const card = bubbles(later).find((bubble) => said(bubble).includes("NORDHAUL-1 ·"))!;
    assertEquals(card.topicId, topic);
  });
});

Deno.test("a question of the bot opens the reply of whoever it is for", async () => {
  await visit(async ({ opens }) => {
    const [dirk, omar] = [await opens("Dirk"), await opens("Omar")];
    await dirk.says(REPORT);
    await omar.presses("NORDHAUL-1 ·", "Claim");
    await omar.presses("NORDHAUL-1 ·", "Resolve");
    const { open } = await omar.sees("the question", (view) => !!view.open?.forceReply);
    const his = await dirk.sees("it too", says("how was NORDHAUL-1 resolved?"));
    assertEquals(his.open?.forceReply, null);
    await omar.says("Bled the brake line", { replyTo: open!.forceReply!.messageId });
    await omar.sees("its end", (view) => says("resolved")(view) && !view.open?.forceReply);
  });
});

Deno.test("a card is pinned, marked as edited and replied to as in a client", async () => {
  await visit(async ({ opens }) => {
    const [dirk, omar] = [await opens("Dirk"), await opens("Omar")];
    await dirk.says(REPORT);
    await omar.presses("NORDHAUL-1 ·", "Claim");
    const view = await dirk.sees(
      "the edit",
      (it) => bubbles(it).some((bubble) => bubble.editedAt !== null && bubble.isPinned),
    );
    const card = bubbles(view).find((bubble) => bubble.isPinned)!;
    assertEquals(view.open!.pinned?.key, card.key);
    assert(card.parts.some(({ marks }) => marks.includes("bold")));
    assert(card.parts.some(({ quote }) => quote !== undefined), "what was reported is quoted");
    const own = bubbles(view).find((bubble) => said(bubble) === REPORT)!;
    assertEquals([own.isOwn, own.parts[0]?.command], [true, "/new_issue"]);
  });
});

Deno.test("a new group, its bot and its people come by acts alone", async () => {
  await visit(async ({ act, opens }) => {
    const greta = await opens("Greta");
    await act({ do: "new_person", name: "Nils" });
    await act({ do: "new_group", as: greta.id, title: "Night shift", members: [] });
    const view = await greta.sees(
      "the group",
      ({ chats }) => chats.some(({ title }) => title === "Night shift"),
    );
    const group = view.groups.find(({ title }) => title === "Night shift")!;
    const nils = view.cast.find(({ name }) => name === "Nils")!;
    assertEquals(nils.part, "Newcomer");
    assertEquals(await act({ do: "join", as: nils.id, chat: group.id }), { ok: true });
    assertEquals(await act({ do: "add_bot", as: greta.id, chat: group.id }), { ok: true });
    const there = await opens("Nils", "Night shift");
    await there.sees("the bot's question", says("which company is this group for?"));
    await there.does({ do: "send_file", kind: "document", name: "plan.pdf" });
    await there.sees(
      "the file",
      (it) => bubbles(it).some(({ attachments }) => attachments[0]?.name === "plan.pdf"),
    );
    assertEquals(await act({ do: "leave", as: nils.id, chat: group.id }), { ok: true });
    await there.sees("no chat any more", ({ open }) => open === null);
  });
});
