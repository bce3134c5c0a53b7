import { assert, assertEquals, assertMatch } from "@std/assert";
import { parseUpdate } from "../../src/web/update.ts";

const ana = { id: 7, is_bot: false, first_name: "Ana" };
const chat = { id: -1001, type: "supergroup", title: "Yard" };
const message = { message_id: 5, date: 1, chat, from: ana, text: "hello" };

const UPDATES: Record<string, unknown> = {
  "a message": { update_id: 1, message },
  "a reply": { update_id: 1, message: { ...message, reply_to_message: message } },
  "a press": {
    update_id: 1,
    callback_query: { id: "1", from: ana, data: "claim:ACME-1", message },
  },
  "a press under a message that is gone": {
    update_id: 1,
    callback_query: { id: "1", from: ana, message: { chat, message_id: 5, date: 0 } },
  },
  "a change of membership": {
    update_id: 1,
    my_chat_member: {
      chat,
      from: ana,
      date: 1,
      old_chat_member: { status: "left", user: ana },
      new_chat_member: { status: "member", user: ana },
    },
  },
  "a channel post, which nobody signs": {
    update_id: 1,
    channel_post: { message_id: 5, chat: { id: -1002, type: "channel" }, text: "hello" },
  },
  "people who were chosen": {
    update_id: 1,
    message: {
      ...message,
      users_shared: { request_id: -5, users: [{ user_id: 7, first_name: "Ana" }, { user_id: 8 }] },
    },
  },
  "a kind that nobody handles": { update_id: 1, poll_answer: { poll_id: "1" } },
  "fields that did not exist yet": { update_id: 1, message: { ...message, novelty: [[1]] } },
};

for (const [what, update] of Object.entries(UPDATES)) {
  Deno.test(`parseUpdate() takes ${what} as it is`, () => {
    assertEquals<unknown>(parseUpdate(JSON.stringify(update)), { update });
  });
}

const NO_UPDATES: Record<string, string> = {
  "nothing": "",
  "half an object": '{"update_id": 1',
  "a list": "[]",
  "null": "null",
  "a number": "1",
  "an object without an id": JSON.stringify({ message }),
  "a person who can't be one": JSON.stringify({
    update_id: 1,
    message: { ...message, from: { ...ana, id: 0 } },
  }),
  "an id that is text": JSON.stringify({ update_id: "1", message }),
  "a negative id": JSON.stringify({ update_id: -1, message }),
  "id 0, under which nothing is ever stored": JSON.stringify({ update_id: 0, message }),
  "an id beyond whole numbers": '{"update_id": 1e300}',
  "a message without a chat": JSON.stringify({ update_id: 1, message: { message_id: 5 } }),
  "a sender without a name": JSON.stringify({
    update_id: 1,
    message: { ...message, from: { id: 7, is_bot: false } },
  }),
  "a text that is a number": JSON.stringify({ update_id: 1, message: { ...message, text: 1 } }),
  "an edit that is no message": JSON.stringify({ update_id: 1, edited_message: { id: 5 } }),
  "a photo that is no list": JSON.stringify({ update_id: 1, message: { ...message, photo: {} } }),
  "a file without an id": JSON.stringify({ update_id: 1, message: { ...message, document: {} } }),
  "a place that is nowhere": JSON.stringify({ update_id: 1, message: { ...message, location: 1 } }),
  "somebody who left and was nobody": JSON.stringify({
    update_id: 1,
    message: { ...message, left_chat_member: { id: 7 } },
  }),
  "a group that moved to a name": JSON.stringify({
    update_id: 1,
    message: { ...message, migrate_to_chat_id: "-1002" },
  }),
  "entities that are no list": JSON.stringify({
    update_id: 1,
    message: { ...message, entities: {} },
  }),
  "chosen people who can't be any": JSON.stringify({
    update_id: 1,
    message: { ...message, users_shared: { request_id: 1, users: [{ user_id: "7" }] } },
  }),
  "chosen people for no question": JSON.stringify({
    update_id: 1,
    message: { ...message, users_shared: { users: [] } },
  }),
  "a press by nobody": JSON.stringify({ update_id: 1, callback_query: { id: "1" } }),
  "nesting without end": "[".repeat(500_000),
};

for (const [what, text] of Object.entries(NO_UPDATES)) {
  Deno.test(`parseUpdate() says what is wrong with ${what}, and not what it holds`, () => {
    const parsed = parseUpdate(text);
    assert("problem" in parsed);
    assertMatch(parsed.problem, /^(not JSON|[a-z_.0-9, ]+)$/);
  });
}

Deno.test("parseUpdate() can't be made to change what every object inherits", () => {
  const parsed = parseUpdate('{"update_id": 1, "__proto__": {"polluted": true}}');
  assert("update" in parsed);
  assertEquals(parsed.update.update_id, 1);
  assertEquals("polluted" in {}, false);
});

Deno.test("parseUpdate() takes an album whose name is too long for a key as none", () => {
  const album = { ...message, media_group_id: "1".repeat(5_000) };
  const parsed = parseUpdate(JSON.stringify({ update_id: 1, message: album }));
  assert("update" in parsed);
  assertEquals(parsed.update.message?.media_group_id, undefined);
});
