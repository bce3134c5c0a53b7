import { assertEquals, assertExists, assertRejects, assertStringIncludes } from "@std/assert";
import { Api } from "grammy";
import { buttons, type Simulator, startSimulator } from "./simulator.ts";

/** A bot that sends a card for /report and changes it when the button is pressed. */
function cardBot({ root, token }: Simulator): (request: Request) => Promise<Response> {
  const api = new Api(token, { apiRoot: root });
  const claim = { inline_keyboard: [[{ text: "Claim", callback_data: "claim" }]] };
  return async (request) => {
    if (request.headers.get("X-Telegram-Bot-Api-Secret-Token") !== "s3cret") {
      return new Response(null, { status: 401 });
    }
    const { message, callback_query: query } = await request.json();
    if (message?.text?.startsWith("/report")) {
      const card = await api.sendMessage(message.chat.id, "<b>ACME-1</b> &lt;open&gt;", {
        parse_mode: "HTML",
        reply_markup: claim,
        reply_parameters: { message_id: message.message_id },
      });
      await api.pinChatMessage(message.chat.id, card.message_id, { disable_notification: true });
    }
    if (query) {
      const { chat, message_id } = query.message;
      await api.editMessageText(chat.id, message_id, `Claimed by ${query.from.first_name}`);
      await api.answerCallbackQuery(query.id, { text: "It is yours" });
    }
    return new Response();
  };
}

Deno.test("a report becomes a pinned card, a press changes it and shows a toast", async () => {
  const telegram = await startSimulator();
  try {
    const ana = telegram.person("Ana", { username: "ana" });
    const office = telegram.group("Office", { members: [ana], botRights: "administrator" });
    telegram.connect(cardBot(telegram), { secret: "s3cret" });

    await ana.says(office, "/report printer on fire");

    const card = office.pinned[0];
    assertExists(card);
    assertEquals(card.text, "ACME-1 <open>");
    assertEquals(card.entities, [{ type: "bold", offset: 0, length: 6 }]);
    assertEquals(card.reply_to_message?.text, "/report printer on fire");
    assertEquals(buttons(card), ["Claim"]);
    assertEquals(office.messages.map(({ pinned_message }) => pinned_message?.message_id), [
      undefined,
      undefined,
      card.message_id,
    ]);

    assertEquals(await ana.presses(card, "Claim"), { text: "It is yours" });
    assertEquals(office.pinned[0]?.text, "Claimed by Ana");
    assertEquals(ana.answers, [{ text: "It is yours" }]);
    const error = await assertRejects(() => ana.presses(card, "Claim"), RangeError);
    assertStringIncludes(error.message, "buttons are none");
    await telegram.settled();
    assertEquals(telegram.calls.map(({ method, ok }) => [method, ok]), [
      ["sendMessage", true],
      ["pinChatMessage", true],
      ["editMessageText", true],
      ["answerCallbackQuery", true],
    ]);
    assertEquals(telegram.calls[3]?.personal, ana.id);
    assertEquals(telegram.violations, []);
  } finally {
    await telegram.close();
  }
});

Deno.test("a webhook set by the bot itself is called over HTTP, with its secret", async () => {
  const telegram = await startSimulator();
  const handled = cardBot(telegram);
  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen() {} }, handled);
  try {
    const api = new Api(telegram.token, { apiRoot: telegram.root });
    const url = `http://127.0.0.1:${server.addr.port}/`;
    await api.setWebhook(url, { secret_token: "s3cret", allowed_updates: ["message"] });
    const ana = telegram.person("Ana");
    await ana.says(ana.private, "/report dark screen");
    assertEquals(ana.private.messages.map(({ text }) => text), [
      "/report dark screen",
      "ACME-1 <open>",
    ]);
    const info = await api.getWebhookInfo();
    assertEquals([info.url, info.pending_update_count, info.allowed_updates], [url, 0, [
      "message",
    ]]);
    const toast = await ana.presses(ana.private.messages[1]!, "Claim");
    assertEquals(toast, { missing: true }, "presses were not asked for, so nobody answered");
  } finally {
    await telegram.close();
    await server.shutdown();
  }
});

Deno.test("a wrong token is unauthorized, and calls arrive by GET, form and JSON", async () => {
  const telegram = await startSimulator();
  try {
    const base = `${telegram.root}/bot${telegram.token}`;
    const wrong = await fetch(`${telegram.root}/bot1:wrong/getMe`);
    assertEquals(wrong.status, 401);
    assertEquals(await wrong.json(), {
      ok: false,
      error_code: 401,
      description: "Unauthorized",
    });
    assertEquals((await (await fetch(`${base}/getme`)).json()).result.username, "tocsin_bot");

    const ana = telegram.person("Ana");
    await ana.starts("acme");
    const form = new URLSearchParams({
      chat_id: String(ana.id),
      text: "42",
      reply_markup: JSON.stringify({ inline_keyboard: [[{ text: "A", callback_data: "1" }]] }),
    });
    const query = `chat_id=${ana.id}&text=from+a+query`;
    const multipart = new FormData();
    multipart.append("chat_id", String(ana.id));
    multipart.append("document", new File(["x"], "log.txt"));
    const attached = new FormData();
    attached.append("chat_id", String(ana.id));
    attached.append("document", "attach://part7");
    attached.append("part7", new File(["x"], "part.txt"));
    for (
      const answer of [
        await fetch(`${base}/sendMessage`, { method: "POST", body: form }),
        await fetch(`${base}/sendMessage?${query}`),
        await fetch(`${base}/sendDocument`, { method: "POST", body: multipart }),
        await fetch(`${base}/sendDocument`, { method: "POST", body: attached }),
      ]
    ) assertEquals((await answer.json()).ok, true);
    const [start, fromForm, fromQuery, file, part] = ana.private.messages;
    assertEquals(start?.text, "/start acme");
    assertEquals([fromForm?.text, buttons(fromForm!)], ["42", ["A"]]);
    assertEquals(fromQuery?.text, "from a query");
    assertEquals(file?.document?.file_name, "log.txt");
    assertEquals(part?.document?.file_name, "part.txt");
  } finally {
    await telegram.close();
  }
});

Deno.test("close() does not wait for a webhook that never answers", async () => {
  const telegram = await startSimulator();
  const ana = telegram.person("Ana");
  telegram.connect(() => new Promise<Response>(() => {}), { secret: "s3cret" });
  await ana.starts(undefined, { wait: false });
  await telegram.close();
  assertEquals(telegram.pending.length, 1);
});
