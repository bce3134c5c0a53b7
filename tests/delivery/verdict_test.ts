import { assert, assertEquals } from "@std/assert";
import { backoff, patience, type Verdict, verdictOn } from "../../src/delivery/verdict.ts";
import { RULES } from "../simulator/rules.ts";
import { refused, unreachable } from "./refused.ts";

/** What the delivery calls. */
const METHODS = [
  "sendMessage",
  "editMessageText",
  "pinChatMessage",
  "unpinChatMessage",
  "deleteMessage",
  "leaveChat",
];

/** Beginnings of Telegram's texts that mean something to the delivery; anything else is hopeless. */
const MEANING: readonly [beginning: string, kind: Verdict["kind"]][] = [
  ["Too Many Requests: retry after", "hold"],
  ["Not Found: method not found", "hopeless"],
  ["Not Found", "hold"],
  ["Unauthorized", "hold"],
  ["Internal Server Error", "hold"],
  ["Bad Gateway", "hold"],
  ["Forbidden: CHAT_WRITE_FORBIDDEN", "no_right"],
  ["Forbidden:", "chat_closed"],
  ["Bad Request: message is not modified", "unchanged"],
  ["Bad Request: can't parse entities", "bad_markup"],
  ["Bad Request: message to edit not found", "message_gone"],
  ["Bad Request: message can't be edited", "message_gone"],
  ["Bad Request: MESSAGE_ID_INVALID", "message_gone"],
  ["Bad Request: message thread not found", "topic_gone"],
  ["Bad Request: TOPIC_CLOSED", "topic_gone"],
  ["Bad Request: TOPIC_DELETED", "topic_gone"],
  ["Bad Request: not enough rights", "no_right"],
  ["Bad Request: CHAT_ADMIN_REQUIRED", "no_right"],
  ["Bad Request: need administrator rights in the channel chat", "no_right"],
  ["Bad Request: have no rights to send a message", "no_right"],
  ["Bad Request: CHAT_WRITE_FORBIDDEN", "no_right"],
  ["Bad Request: CHAT_RESTRICTED", "no_right"],
  ["Bad Request: CHAT_SEND_PLAIN_FORBIDDEN", "no_right"],
  ["Bad Request: message to be replied not found", "reply_gone"],
  ["Bad Request: message to reply not found", "reply_gone"],
  ["Bad Request: reply message not found", "reply_gone"],
  ["Bad Request: replied message not found", "reply_gone"],
  ["Bad Request: message can't be deleted", "undeletable"],
];

function meaningOf(description: string): Verdict["kind"] {
  return MEANING.find(([beginning]) => description.startsWith(beginning))?.[1] ?? "hopeless";
}

Deno.test("every refusal that Telegram has for the delivery's calls is understood", () => {
  const rules = RULES.filter(({ methods }) =>
    methods === "every" || methods.some((method) => METHODS.includes(method))
  );
  assert(rules.length > 30);
  for (const { code, description } of rules) {
    assertEquals(verdictOn(refused(code, description)).kind, meaningOf(description), description);
  }
});

Deno.test("texts of Telegram's own server that the simulator never says are understood too", () => {
  const said: [number, string][] = [
    [401, "Unauthorized"],
    [404, "Not Found"],
    [404, "Not Found: method not found"],
    [500, "Internal Server Error"],
    [502, "Bad Gateway"],
    [403, "Forbidden: bot is not a member of the channel chat"],
    [403, "Forbidden: bot was kicked from the channel chat"],
    [403, "Forbidden: bots can't send messages to bots"],
    [403, "Forbidden: the group chat was deleted"],
    [403, "Forbidden: user is deactivated"],
    [403, "Forbidden: bot can't initiate conversation with a user"],
    [403, "Forbidden: CHAT_WRITE_FORBIDDEN"],
    [400, "Bad Request: CHAT_WRITE_FORBIDDEN"],
    [400, "Bad Request: CHAT_RESTRICTED"],
    [400, "Bad Request: CHAT_SEND_PLAIN_FORBIDDEN"],
    [400, "Bad Request: have no rights to send a message"],
    [400, "Bad Request: message to be replied not found"],
    [400, "Bad Request: message to reply not found"],
    [400, "Bad Request: reply message not found"],
    [400, "Bad Request: replied message not found"],
    [400, "Bad Request: message to delete not found"],
    [400, "Bad Request: MESSAGE_ID_INVALID"],
    [400, "Bad Request: TOPIC_DELETED"],
    [400, "Bad Request: CHAT_ADMIN_REQUIRED"],
    [400, "Bad Request: not enough rights to pin a message"],
    [400, "Bad Request: need administrator rights in the channel chat"],
    [400, "Bad Request: strings must be encoded in UTF-8"],
    [400, "Bad Request: PEER_ID_INVALID"],
  ];
  for (const [code, description] of said) {
    assertEquals(verdictOn(refused(code, description)).kind, meaningOf(description), description);
  }
});

Deno.test("what will never go through keeps Telegram's reason", () => {
  assertEquals(verdictOn(refused(400, "Bad Request: chat not found")), {
    kind: "hopeless",
    reason: "Bad Request: chat not found",
  });
  assertEquals(verdictOn(refused(403, "Forbidden: bot was blocked by the user")), {
    kind: "chat_closed",
    reason: "Forbidden: bot was blocked by the user",
  });
});

Deno.test("a group that has become a supergroup says where it went", () => {
  const text = "Bad Request: group chat was upgraded to a supergroup chat";
  assertEquals(verdictOn(refused(400, text, { migrate_to_chat_id: -1007 })), {
    kind: "moved",
    to: -1007,
  });
});

Deno.test("429 holds the chat for as long as Telegram says", () => {
  const text = "Too Many Requests: retry after 17";
  const held = (parameters: { retry_after?: number }) => verdictOn(refused(429, text, parameters));
  assertEquals(held({ retry_after: 17 }), { kind: "hold", ms: 17_000, reason: "429" });
  assertEquals(held({}), { kind: "hold", ms: 1_000, reason: "429" });
});

Deno.test("5xx and the network back off; a wrong token is tried once a minute", () => {
  assertEquals(verdictOn(refused(502, "Bad Gateway")), { kind: "hold", ms: null, reason: "502" });
  assertEquals(verdictOn(unreachable()), { kind: "hold", ms: null, reason: "network" });
  for (const code of [401, 404]) {
    const verdict = verdictOn(refused(code, "Unauthorized"));
    assertEquals(verdict.kind === "hold" && verdict.ms, 60_000);
  }
});

Deno.test("an error that is not Telegram's is a bug, and no reason to try again", () => {
  const verdict = verdictOn(new TypeError("x is undefined"));
  assert(verdict.kind === "hopeless" && verdict.reason.includes("x is undefined"));
});

Deno.test("backoff() doubles from a second to five minutes, however often it failed", () => {
  assertEquals([0, 1, 2, 3, 8].map(backoff), [1_000, 2_000, 4_000, 8_000, 256_000]);
  for (const failures of [9, 10, 100, 5_000]) assertEquals(backoff(failures), 300_000);
});

Deno.test("patience() doubles from ten minutes to an hour, however often it failed", () => {
  assertEquals([0, 1, 2, 3, 5_000].map(patience), [
    600_000,
    1_200_000,
    2_400_000,
    3_600_000,
    3_600_000,
  ]);
});
