import { assert, assertEquals, assertRejects } from "@std/assert";
import { showCard } from "../../src/delivery/show_card.ts";
import { USUAL_SETTINGS } from "../../src/domain/group_settings.ts";
import type { Status } from "../../src/domain/incident.ts";
import type { Known } from "../../src/store/drain_token.ts";
import type { Card } from "../../src/store/records.ts";
import { renderCard } from "../../src/view/card.ts";
import { acme, YARD, yard } from "../domain/cast.ts";
import { incidentIn } from "../domain/history.ts";
import { refused } from "./refused.ts";
import { type Desk, withDesk } from "./telegram.ts";
import { en } from "../../src/view/texts/en/en.ts";

const known = (status: Status, card: Partial<Card> | null): Known => ({
  state: incidentIn(status),
  company: acme,
  group: yard(),
  card: card &&
    {
      schema: 1 as const,
      messageId: 33,
      version: 1,
      pin: "none" as const,
      topicId: null,
      callMessageIds: [],
      repins: 0,
      ...card,
    },
});
const methods = ({ calls }: Desk) => calls.map(({ method }) => method);

Deno.test("a new card replies to its report, and is on record before it is pinned", async () => {
  await withDesk(async (desk) => {
    const { card, changes, unfinished } = await showCard(desk.deps, known("awaiting_claim", null));
    assertEquals(methods(desk), ["sendMessage"]);
    const { payload } = desk.calls[0]!;
    assertEquals(payload.text, renderCard(en, incidentIn("awaiting_claim"), acme).html.source);
    assertEquals(payload.reply_parameters, { message_id: 7, allow_sending_without_reply: true });
    assertEquals([card.messageId, card.version, card.pin, unfinished], [501, 2, "unknown", true]);
    assertEquals(changes, [
      { type: "set", key: ["card", "ACME", 42], value: card },
      {
        type: "set",
        key: ["message", YARD, 501],
        value: { schema: 1, incident: { company: "ACME", number: 42 }, role: "card" },
      },
    ]);
  });
});

Deno.test("a card that is on record is pinned in silence", async () => {
  await withDesk(async (desk) => {
    const { card } = await showCard(desk.deps, known("awaiting_claim", { version: 2 }));
    assertEquals(methods(desk), ["pinChatMessage"]);
    assertEquals(desk.calls[0]?.payload.disable_notification, true);
    assertEquals(card.pin, "pinned");
  });
});

Deno.test("a card that shows the newest state and is pinned costs no call", async () => {
  await withDesk(async (desk) => {
    const { changes } = await showCard(
      desk.deps,
      known("awaiting_claim", { version: 2, pin: "pinned" }),
    );
    assertEquals([methods(desk), changes], [[], []]);
  });
});

Deno.test("a card behind its incident is edited to the newest state, buttons too", async () => {
  await withDesk(async (desk) => {
    const shown = await showCard(desk.deps, known("in_progress", { version: 2, pin: "pinned" }));
    assertEquals(methods(desk), ["editMessageText"]);
    const keyboard = desk.calls[0]?.payload.reply_markup as {
      inline_keyboard: { text: string }[][];
    };
    const labels = keyboard.inline_keyboard.flat().map(({ text }) => text);
    assertEquals(labels, ["🤝 Join", "🚪 Leave", "✅ Resolve", "🔺 Escalate", "⋯ More"]);
    assertEquals([shown.card.messageId, shown.card.version], [
      33,
      incidentIn("in_progress").version,
    ]);
  });
});

Deno.test("an ended incident loses its pin, and can only be reopened", async () => {
  await withDesk(async (desk) => {
    const { card } = await showCard(desk.deps, known("resolved", { version: 2, pin: "pinned" }));
    assertEquals(methods(desk), ["editMessageText", "unpinChatMessage"]);
    const keyboard = desk.calls[0]?.payload.reply_markup as {
      inline_keyboard: { text: string }[][];
    };
    const labels = keyboard.inline_keyboard.flat().map(({ text }) => text);
    assertEquals(labels, ["🔁 Reopen", "⋯ More"]);
    assertEquals(card.pin, "none");
  });
});

Deno.test("an edit that changes nothing was an edit", async () => {
  await withDesk(async (desk) => {
    desk.fails("editMessageText", refused(400, "Bad Request: message is not modified: the same"));
    const { card } = await showCard(desk.deps, known("in_progress", { version: 2, pin: "pinned" }));
    assertEquals(card.version, incidentIn("in_progress").version);
  });
});

Deno.test("a card whose message is gone is sent anew, to be pinned anew, and keeps its calls", async () => {
  for (const text of ["message to edit not found", "message can't be edited"]) {
    await withDesk(async (desk) => {
      desk.fails("editMessageText", refused(400, `Bad Request: ${text}`));
      const before = known("in_progress", { version: 2, pin: "pinned", callMessageIds: [40] });
      const gone = await showCard(desk.deps, before);
      assertEquals([gone.isCardGone, gone.unfinished, gone.changes], [true, true, []]);
      const { card, unfinished, changes } = await showCard(desk.deps, {
        ...before,
        isCardGone: true,
      });
      assertEquals(methods(desk), ["editMessageText", "sendMessage"]);
      assertEquals([card.messageId, card.pin, card.callMessageIds], [501, "unknown", [40]]);
      assertEquals([unfinished, changes.length], [true, 2]);
    });
  }
});

Deno.test("without the right to pin the card works, and the group is to be told", async () => {
  await withDesk(async (desk) => {
    const text = "Bad Request: not enough rights to manage pinned messages in the chat";
    desk.fails("pinChatMessage", refused(400, text));
    const { card, cannotPin } = await showCard(desk.deps, known("awaiting_claim", { version: 2 }));
    assertEquals([card.pin, cannotPin], ["refused", true]);
    await desk.store.set(["notice", YARD, "pin"], { schema: 1, at: 1 });
    desk.calls.length = 0;
    await showCard(desk.deps, known("awaiting_claim", card));
    assertEquals(methods(desk), [], "told already: not tried again");
    await desk.store.delete(["notice", YARD, "pin"]);
    desk.fails("pinChatMessage", null);
    assertEquals((await showCard(desk.deps, known("awaiting_claim", card))).card.pin, "pinned");
  });
});

Deno.test("a card that is to be pinned anew is pinned once more, pinned or refused before", async () => {
  const state = { ...incidentIn("awaiting_claim"), repins: 3 };
  for (const pin of ["pinned", "refused"] as const) {
    await withDesk(async (desk) => {
      await desk.store.set(["notice", YARD, "pin"], { schema: 1, at: 1 });
      const before = { ...known("awaiting_claim", { version: state.version, pin }), state };
      const { card } = await showCard(desk.deps, before);
      assertEquals(methods(desk), ["pinChatMessage"]);
      assertEquals([card.pin, card.repins], ["pinned", 3]);
      await showCard(desk.deps, { ...before, card });
      assertEquals(methods(desk), ["pinChatMessage"], "the wish is dealt with");
    });
  }
});

Deno.test("a card belongs to its report's topic, and to General once that topic is gone", async () => {
  const text = "Bad Request: message thread not found";
  const state = { ...incidentIn("awaiting_claim"), topicId: 12 };
  for (const isGone of [false, true]) {
    await withDesk(async (desk) => {
      const telegram = isGone ? refused(400, text) : null;
      desk.failsWhen("sendMessage", ({ message_thread_id }) => message_thread_id ? telegram : null);
      await showCard(desk.deps, { ...known("awaiting_claim", null), state });
      const topics = desk.calls.map(({ payload }) => payload.message_thread_id);
      assertEquals(topics, isGone ? [12, undefined] : [12]);
    });
  }
});

Deno.test("without the right to unpin it stays on record as pinned, and is tried again", async () => {
  await withDesk(async (desk) => {
    const text = "Bad Request: not enough rights to manage pinned messages in the chat";
    for (const pin of ["pinned", "unknown"] as const) {
      desk.fails("unpinChatMessage", refused(400, text));
      const { card } = await showCard(desk.deps, known("closed", { version: 2, pin }));
      assertEquals(card.pin, pin);
    }
  });
});

Deno.test("an ended card whose pinning was never answered is unpinned", async () => {
  await withDesk(async (desk) => {
    const { card } = await showCard(desk.deps, known("resolved", { version: 2, pin: "unknown" }));
    assertEquals(methods(desk), ["editMessageText", "unpinChatMessage"]);
    assertEquals(card.pin, "none");
  });
});

Deno.test("a card that could not be pinned again is still pinned from before", async () => {
  await withDesk(async (desk) => {
    const text = "Bad Request: not enough rights to manage pinned messages in the chat";
    desk.fails("pinChatMessage", refused(400, text));
    const before = known("awaiting_claim", { version: 2, pin: "pinned" });
    const again = { ...before, state: { ...before.state, repins: 1 } };
    const { card, cannotPin } = await showCard(desk.deps, again);
    assertEquals([card.pin, card.repins, cannotPin], ["pinned", 1, true]);
  });
});

Deno.test("a pin that can't be taken off is left", async () => {
  await withDesk(async (desk) => {
    desk.fails("unpinChatMessage", refused(400, "Bad Request: message to unpin not found"));
    const { card } = await showCard(desk.deps, known("closed", { version: 2, pin: "pinned" }));
    assertEquals(card.pin, "none");
  });
});

Deno.test("what Telegram asks to wait for is not swallowed on the way", async () => {
  const wait = refused(429, "Too Many Requests: retry after 3", { retry_after: 3 });
  for (
    const [method, status, card] of [
      ["sendMessage", "awaiting_claim", null],
      ["editMessageText", "in_progress", { version: 2 }],
      ["pinChatMessage", "awaiting_claim", { version: 2 }],
      ["unpinChatMessage", "resolved", { pin: "pinned" }],
    ] as const
  ) {
    await withDesk(async (desk) => {
      desk.fails(method, wait);
      const error = await assertRejects(() => showCard(desk.deps, known(status, card)));
      assert(error === wait, method);
    });
  }
});

/** The same in a group that pins nothing. */
const unpinned = (status: Status, card: Partial<Card> | null): Known => ({
  ...known(status, card),
  group: { ...yard(), settings: { ...USUAL_SETTINGS, pins: false } },
});

Deno.test("where nothing is pinned a card is sent and edited alone, and what is pinned is unpinned", async () => {
  await withDesk(async (desk) => {
    const { card, unfinished } = await showCard(desk.deps, unpinned("awaiting_claim", null));
    assertEquals([card.pin, unfinished, methods(desk)], ["none", false, ["sendMessage"]]);
  });
  await withDesk(async (desk) => {
    const before = { version: 2, pin: "pinned" } as const;
    const { card } = await showCard(desk.deps, unpinned("awaiting_claim", before));
    assertEquals([card.pin, methods(desk)], ["none", ["unpinChatMessage"]]);
  });
});

Deno.test("a card carries the signs of its group, and the usual ones where nothing is known of it", async () => {
  for (const [group, sign] of [[yard(), "🔴"], [signed("🟥"), "🟥"], [null, "🔴"]] as const) {
    await withDesk(async (desk) => {
      await showCard(desk.deps, { ...known("awaiting_claim", null), group });
      assertEquals(String(desk.calls[0]?.payload.text).startsWith(`${sign} <b>`), true, sign);
    });
  }
});

function signed(sign: string) {
  return { ...yard(), settings: { ...USUAL_SETTINGS, signs: { awaiting_claim: sign } } };
}
