import { assertEquals } from "@std/assert";
import { age, minutesUntil, momentIn } from "../../src/view/moment.ts";
import { en } from "../../src/view/texts/en/en.ts";

const AT = Date.UTC(2026, 10, 23, 9, 5, 30);

Deno.test("age(en) is relative where clients can, and says date and time where they can't", () => {
  assertEquals(
    age(en, AT + 999).source,
    `<tg-time unix="${AT / 1000}" format="r">23 Nov, 09:05 UTC</tg-time>`,
  );
});

Deno.test("minutesUntil() rounds up, and never promises less than a minute", () => {
  assertEquals([60_000, 60_001, 1, 0, -5].map((ms) => minutesUntil(AT + ms, AT)), [1, 2, 1, 1, 1]);
});

Deno.test("momentIn(en) says day and time of a place, whatever its clocks do", () => {
  const summer = Date.UTC(2026, 6, 1, 21, 59);
  assertEquals(momentIn(en, "UTC", AT), "23 Nov, 09:05");
  assertEquals(momentIn(en, "Europe/Berlin", AT), "23 Nov, 10:05");
  assertEquals(momentIn(en, "Europe/Berlin", summer), "1 Jul, 23:59");
  assertEquals(momentIn(en, "Europe/Berlin", summer + 60_000), "2 Jul, 00:00");
  assertEquals(momentIn(en, "Asia/Kathmandu", AT), "23 Nov, 14:50");
});
