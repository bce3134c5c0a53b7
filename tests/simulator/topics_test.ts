import { assertEquals, assertRejects } from "@std/assert";
import type { Message } from "grammy/types";
import type { Group } from "./groups.ts";
import { inScene, type Scene } from "./scene.ts";

/** A forum in which the bot is an administrator. */
function aForum({ telegram, ana, ben }: Scene): Group {
  return telegram.group("Forum", {
    members: [ana, ben],
    forum: true,
    botRights: "administrator",
  });
}

const place = ({ message_thread_id, is_topic_message }: Message) => [
  message_thread_id,
  is_topic_message,
];

Deno.test("the bot learns that a topic was opened, closed, opened again", () =>
  inScene(async (scene) => {
    const forum = aForum(scene);
    scene.telegram.updates.splice(0);
    const topic = forum.opensTopic("Printers", scene.ben);
    await forum.closesTopic(topic);
    await forum.reopensTopic(topic);
    await forum.reopensTopic(topic);
    const told = scene.telegram.updates.map(({ message }) => message!);
    assertEquals(told.map(place), [[topic, true], [topic, true], [topic, true]]);
    const [opened, closed, reopened] = told;
    assertEquals([opened?.message_id, opened?.from?.id], [topic, scene.ben.id]);
    assertEquals(topic, 2, "1 is the General topic");
    assertEquals(opened?.forum_topic_created?.name, "Printers");
    assertEquals([closed?.forum_topic_closed, reopened?.forum_topic_reopened], [{}, {}]);
    assertEquals(opened?.reply_to_message, undefined);
  }));

Deno.test("every message of a topic replies to its opening unless it replies to something in it", () =>
  inScene(async (scene) => {
    const { ana, ben, sends } = scene;
    const forum = aForum(scene);
    const topic = forum.opensTopic("Printers");
    const plain = await ana.says(forum, "jammed", { topic });
    assertEquals(place(plain), [topic, true]);
    assertEquals(plain.reply_to_message?.forum_topic_created?.name, "Printers");
    const reply = await ben.says(forum, "again?", { replyTo: plain });
    assertEquals(place(reply), [topic, true]);
    assertEquals(reply.reply_to_message?.text, "jammed");
    assertEquals(reply.reply_to_message?.reply_to_message, undefined);
    const answer = await sends({
      chat_id: forum.id,
      text: "noted",
      reply_parameters: { message_id: reply.message_id },
    });
    assertEquals([...place(answer), answer.reply_to_message?.text], [topic, true, "again?"]);
    const unasked = await sends({ chat_id: forum.id, text: "x", message_thread_id: topic });
    assertEquals(unasked.reply_to_message?.message_id, topic);
  }));

Deno.test("a reply to a message of another topic is external, and stays in its own", () =>
  inScene(async (scene) => {
    const { ana, sends } = scene;
    const forum = aForum(scene);
    const printers = forum.opensTopic("Printers");
    const trucks = forum.opensTopic("Trucks");
    const original = await ana.says(forum, "jammed", { topic: printers });
    const reply = await ana.says(forum, "see there", { topic: trucks, replyTo: original });
    assertEquals(place(reply), [trucks, true]);
    assertEquals(reply.reply_to_message?.message_id, trucks);
    assertEquals(reply.external_reply?.message_id, original.message_id);
    assertEquals(reply.external_reply?.origin, {
      type: "user",
      date: original.date,
      sender_user: ana.user,
    });
    const fromBot = await sends({
      chat_id: forum.id,
      text: "x",
      message_thread_id: trucks,
      reply_parameters: { message_id: original.message_id },
    });
    assertEquals([...place(fromBot), !!fromBot.external_reply], [trucks, true, true]);
    const forwarded = await ana.forwards(original, forum, { topic: trucks });
    assertEquals([...place(forwarded), forwarded.external_reply], [trucks, true, undefined]);
    const general = await ana.says(forum, "hello");
    assertEquals([...place(general), general.reply_to_message], [undefined, undefined, undefined]);
  }));

Deno.test("replies outside of topics have a thread that nothing can be sent to", () =>
  inScene(async ({ ana, ben, office, lounge, ask }) => {
    const first = await ana.says(office, "one");
    const second = await ben.says(office, "two", { replyTo: first });
    const third = await ana.says(office, "three", { replyTo: second });
    assertEquals(place(first), [undefined, undefined]);
    assertEquals(place(third), [first.message_id, undefined]);
    const params = { chat_id: office.id, text: "x", message_thread_id: third.message_thread_id };
    const { description } = await ask("sendMessage", params);
    assertEquals(description, "Bad Request: message thread not found");
    const inGroup = await ben.says(lounge, "two", { replyTo: await ana.says(lounge, "one") });
    assertEquals(place(inGroup), [undefined, undefined]);
  }));

Deno.test("people write neither in a closed topic nor in one that is gone", () =>
  inScene(async (scene) => {
    const { ana, ben, ask } = scene;
    const forum = aForum(scene);
    const topic = forum.opensTopic("Printers", ana);
    const lasting = forum.opensTopic("Trucks");
    await ben.says(forum, "there", { topic: lasting });
    const { message_id } = await ben.says(forum, "here", { topic });
    await ask("pinChatMessage", { chat_id: forum.id, message_id });
    await forum.closesTopic(topic);
    await assertRejects(() => ben.says(forum, "x", { topic }), RangeError, "the topic is closed");
    await ana.says(forum, "whoever opened it may", { topic });
    await forum.promote(ben);
    await ben.says(forum, "who manages topics may", { topic });
    forum.deletesTopic(topic);
    await assertRejects(() => ana.says(forum, "x", { topic }), RangeError, "there is no topic");
    assertEquals(forum.messages.map(({ text }) => text), [undefined, "there"]);
    assertEquals(forum.pinned, []);
  }));
