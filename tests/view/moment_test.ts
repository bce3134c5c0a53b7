import { assertEquals } from "@std/assert";
import { age, minutesUntil } from "../../src/view/moment.ts";

const AT = Date.UTC(2026, 10, 23, 9, 5, 30);

Deno.test("age() is relative where clients can, and says date and time where they can't", () => {
  assertEquals(
    age(AT + 999).source,
    `<tg-time unix="${AT / 1000}" format="r">23 Nov, 09:05 UTC</tg-time>`,
  );
});

Deno.test("minutesUntil() rounds up, and never promises less than a minute", () => {
  assertEquals([60_000, 60_001, 1, 0, -5].map((ms) => minutesUntil(AT + ms, AT)), [1, 2, 1, 1, 1]);
});
