import { assertEquals } from "@std/assert";
import { inlineKeyboard, messageOptions, replyMarkup } from "../../src/delivery/wire.ts";
import { html } from "../../src/view/html.ts";
import { plainMessage } from "../../src/view/message.ts";

const keyboard = [[{ text: "Claim", data: "claim:ACME-1", style: "success" as const }], [
  { text: "Leave", data: "leave:ACME-1" },
]];

Deno.test("buttons go out with their data, and with a colour where they have one", () => {
  assertEquals(inlineKeyboard(keyboard), {
    inline_keyboard: [
      [{ text: "Claim", callback_data: "claim:ACME-1", style: "success" }],
      [{ text: "Leave", callback_data: "leave:ACME-1" }],
    ],
  });
});

Deno.test("a question asks just those it mentions for a reply", () => {
  const content = { ...plainMessage(html`Who?`), forceReply: "A name" };
  assertEquals(replyMarkup(content), {
    force_reply: true,
    selective: true,
    input_field_placeholder: "A name",
  });
  assertEquals(replyMarkup(plainMessage(html`Hello`)), undefined);
});

Deno.test("a reply goes out even when what it replies to has gone", () => {
  const content = plainMessage(html`Hello`, keyboard);
  const options = messageOptions(content, { topicId: null, replyTo: 7 });
  assertEquals(options.reply_parameters, { message_id: 7, allow_sending_without_reply: true });
  assertEquals(options.link_preview_options, { is_disabled: true });
  assertEquals(
    "reply_parameters" in messageOptions(content, { topicId: null, replyTo: null }),
    false,
  );
});

Deno.test("a message goes to its forum topic, and outside of topics names none", () => {
  const content = plainMessage(html`Hello`);
  assertEquals(messageOptions(content, { topicId: 12, replyTo: null }).message_thread_id, 12);
  assertEquals(
    "message_thread_id" in messageOptions(content, { topicId: null, replyTo: null }),
    false,
  );
});

Deno.test("only what is to be silent goes out without a sound", () => {
  const spot = { topicId: null, replyTo: null };
  const silent = { ...plainMessage(html`Hello`), isSilent: true as const };
  assertEquals(messageOptions(silent, spot).disable_notification, true);
  assertEquals("disable_notification" in messageOptions(plainMessage(html`Hello`), spot), false);
});
