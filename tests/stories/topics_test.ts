import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import type { Message } from "grammy/types";
import { cardOf, type Program } from "../program.ts";
import { type Group, type Person, plain, type Standing } from "../simulator/simulator.ts";
import { linksIn } from "./reading.ts";
import { events, incident } from "./stored.ts";
import { asks, inStory, newestFor, textsFor } from "./story.ts";

interface Forum {
  yard: Group;
  trucks: number;
  news: number;
  /** Reports. */
  eve: Person;
  /** Members of Dispatch. */
  bob: Person;
  ana: Person;
  /** Owns the group. */
  gus: Person;
}

async function forum(program: Program, rights: Standing = "administrator"): Promise<Forum> {
  const { telegram, admin } = program;
  const [eve, bob, ana, gus] = ["Eve", "Bob", "Ana", "Gus"].map((name) =>
    telegram.person(name)
  ) as [Person, Person, Person, Person];
  const members = [eve, bob, ana];
  const yard = telegram.group("Yard", { owner: gus, members, forum: true, withBot: false });
  await gus.adds(yard);
  await yard.botRights(rights);
  await asks(admin, "/add_company ACME Acme");
  await asks(admin, `/add_group ACME ${yard.id}`);
  for (const { id } of [bob, ana]) await asks(admin, `/add_member ACME Dispatch ${id}`);
  const trucks = yard.opensTopic("Trucks");
  const news = yard.opensTopic("News");
  await telegram.settled();
  return { yard, trucks, news, eve, bob, ana, gus };
}

/** The topic of a message; `undefined`: General, where replies have threads that are no topics. */
function topicOf(message: Message): number | undefined {
  return message.is_topic_message ? message.message_thread_id : undefined;
}

/** Topics of the bot's messages about incidents, each once. */
function topicsOf(messages: readonly Message[]): (number | undefined)[] {
  const about = messages.filter((m) => m.from?.is_bot && /ACME-\d/.test(plain(m)));
  return [...new Set(about.map(topicOf))];
}

function placeOf(message: Message) {
  return [topicOf(message), message.reply_to_message?.message_id];
}

Deno.test("everything about an incident stays in the topic where it was reported", () =>
  inStory(async (program) => {
    const { yard, trucks, news, eve, bob, ana } = await forum(program);
    const source = await eve.says(yard, "/new_issue Brakes failed", { topic: trucks });
    const card = cardOf(yard, "ACME-1");
    assertEquals(placeOf(card), [trucks, source.message_id]);
    assertEquals(placeOf(yard.messages.at(-1)!), [trucks, card.message_id]);
    await program.pass(10);
    assertMatch(plain(yard.messages.at(-1)!), /⏰/);
    await bob.presses(card, "Claim");
    await ana.presses(card, "Join");
    await bob.presses(card, "Leave");
    await ana.presses(card, "Escalate");
    await ana.presses(card, "Resolve");
    const prompt = yard.messages.findLast((m) => plain(m).includes("how was ACME-1 resolved?"))!;
    assertEquals(placeOf(prompt), [trucks, card.message_id]);
    await ana.says(yard, "Replaced the brake line", { replyTo: prompt });
    await eve.says(yard, "/reopen 1 It leaks again", { topic: news });
    assertEquals(topicsOf(yard.messages.filter(({ ephemeral_message_id: id }) => !id)), [trucks]);
    await eve.says(yard, "/new_issue The paper is late", { topic: news });
    assertEquals(topicOf(cardOf(yard, "ACME-2")), news);
    await eve.says(yard, "/new_issue It rains in here");
    assertEquals(topicOf(cardOf(yard, "ACME-3")), undefined);
  }));

Deno.test("what is said in a topic is no reply to anything unless it is one", () =>
  inStory(async (program) => {
    const { yard, trucks, eve, bob } = await forum(program);
    await eve.says(yard, "/new_issue", { topic: trucks });
    const question = yard.messages.at(-1)!;
    assertMatch(plain(question), /^Eve, what happened\?/);
    assertEquals(topicOf(question), trucks);
    await eve.says(yard, "Good morning", { topic: trucks });
    assertEquals(yard.messages.some((m) => plain(m).includes("ACME-1")), false);
    await eve.says(yard, "Brakes failed", { replyTo: question });
    const card = cardOf(yard, "ACME-1");
    assertEquals(topicOf(card), trucks);
    await bob.says(yard, "Nothing to do with it", { topic: trucks });
    await bob.says(yard, "On my way", { replyTo: card });
    const { comments } = await incident(program, "ACME-1");
    assertEquals([comments.count, comments.newest?.line], [1, "On my way"]);
    await bob.says(yard, "/comment", { topic: trucks });
    assertMatch(newestFor(bob, yard), /^Which incident\?/);
  }));

Deno.test("/issue leads to the card in its topic", () =>
  inStory(async (program) => {
    const { yard, trucks, eve } = await forum(program);
    await eve.says(yard, "/new_issue Brakes failed", { topic: trucks });
    await eve.says(yard, "/issue 1");
    const [link] = linksIn(yard.visibleTo(eve).at(-1)!);
    assertEquals(eve.follows(link!).message_id, cardOf(yard, "ACME-1").message_id);
  }));

Deno.test("/use_topic puts all cards into one topic, and gives it up again; for managers", () =>
  inStory(async (program) => {
    const { yard, trucks, news, eve, bob, gus } = await forum(program);
    const reportedIn = async (topic?: number) => {
      const id = `ACME-${1 + yard.messages.filter((m) => plain(m).startsWith("/new_")).length}`;
      await eve.says(yard, "/new_issue Brakes failed", topic === undefined ? {} : { topic });
      return topicOf(cardOf(yard, id));
    };
    await bob.says(yard, "/use_topic", { topic: news });
    assertMatch(newestFor(bob, yard), /not yours to do/);
    assertEquals(await reportedIn(trucks), trucks);
    await gus.says(yard, "/use_topic", { topic: news });
    assert(textsFor(gus, yard).includes("Cards appear in this topic from now on."));
    assertEquals(await reportedIn(trucks), news);
    assertEquals(await reportedIn(), news);
    const card = cardOf(yard, "ACME-2");
    await bob.presses(card, "Claim");
    await bob.presses(card, "Resolve");
    const prompt = yard.messages.findLast((m) => plain(m).includes("how was ACME-2 resolved?"))!;
    assertEquals(topicOf(prompt), news);
    await gus.says(yard, "/use_topic off", { topic: trucks });
    assertEquals(await reportedIn(trucks), trucks);
    assertEquals(await reportedIn(), undefined);
    assertEquals(topicOf(cardOf(yard, "ACME-3")), news, "cards do not wander");
  }));

Deno.test("in a closed topic where the bot may not write, what is to be said is said in General", () =>
  inStory(async (program) => {
    const { yard, trucks, eve, bob } = await forum(program, { can_manage_topics: false });
    await eve.says(yard, "/new_issue Brakes failed", { topic: trucks });
    const card = cardOf(yard, "ACME-1");
    await yard.closesTopic(trucks);
    await program.pass(10);
    const reminder = yard.messages.findLast((m) => plain(m).includes("⏰"))!;
    assertEquals(topicOf(reminder), undefined);
    await bob.presses(card, "Claim");
    assertStringIncludes(plain(cardOf(yard, "ACME-1")), "Owner: Bob");
    await bob.presses(card, "Resolve");
    const prompt = yard.messages.findLast((m) => plain(m).includes("how was ACME-1 resolved?"))!;
    assertEquals(topicOf(prompt), undefined);
    await bob.says(yard, "Replaced the brake line", { replyTo: prompt });
    assertEquals((await incident(program, "ACME-1")).status, "resolved");
  }));

Deno.test("a bot that manages topics goes on in a closed one", () =>
  inStory(async (program) => {
    const { yard, trucks, eve } = await forum(program);
    await eve.says(yard, "/new_issue Brakes failed", { topic: trucks });
    await yard.closesTopic(trucks);
    await program.pass(10);
    const reminder = yard.messages.findLast((m) => plain(m).includes("⏰"))!;
    assertEquals(topicOf(reminder), trucks);
  }));

Deno.test("a deleted topic takes the card along: at the next change it is sent to General, and works", () =>
  inStory(async (program) => {
    const { yard, trucks, eve, bob } = await forum(program);
    await eve.says(yard, "/new_issue Brakes failed", { topic: trucks });
    yard.deletesTopic(trucks);
    assertEquals(yard.messages.some((m) => plain(m).includes(" ACME-1 ·")), false);
    await program.pass(10);
    const card = cardOf(yard, "ACME-1");
    assertEquals(placeOf(card), [undefined, undefined]);
    assertEquals(yard.pinned.map(({ message_id }) => message_id), [card.message_id]);
    assertEquals(topicsOf(yard.messages), [undefined]);
    assertEquals(await bob.presses(card, "Claim"), { text: "ACME-1 is yours." });
    await eve.says(yard, "Thank you", { replyTo: card });
    assertStringIncludes(plain(cardOf(yard, "ACME-1")), "💬 1 · Eve: Thank you");
    assertEquals((await events(program, "ACME-1")).at(-1), "commented");
  }));

Deno.test("when its topic has gone, /issue still leads to the card, and files still come", () =>
  inStory(async (program) => {
    const { yard, trucks, eve, bob } = await forum(program);
    await eve.sendsPhoto(yard, { caption: "/new_issue Brakes failed", topic: trucks });
    yard.deletesTopic(trucks);
    await bob.says(yard, "/comment 1 On my way");
    const card = cardOf(yard, "ACME-1");
    await program.telegram.settled();
    const before = yard.messages.length;
    await bob.presses(card, "📎");
    assertEquals(yard.messages.length, before + 1);
    assert(yard.messages.at(-1)?.photo);
    await bob.says(yard, "/issue 1");
    const [link] = linksIn(yard.visibleTo(bob).at(-1)!);
    assertEquals(bob.follows(link!).message_id, card.message_id);
  }));

Deno.test("when the one topic for all cards has gone, cards appear all the same", () =>
  inStory(async (program) => {
    const { yard, trucks, news, eve, bob, gus } = await forum(program);
    await gus.says(yard, "/use_topic", { topic: news });
    yard.deletesTopic(news);
    await eve.says(yard, "/new_issue It rains in here");
    assertEquals(topicOf(cardOf(yard, "ACME-1")), undefined);
    await eve.says(yard, "/new_issue Brakes failed", { topic: trucks });
    for (const id of ["ACME-1", "ACME-2"]) {
      assertEquals(await bob.presses(cardOf(yard, id), "Claim"), { text: `${id} is yours.` });
      assertStringIncludes(plain(cardOf(yard, id)), "Owner: Bob");
    }
    assertEquals(yard.pinned.length, 2);
  }));
