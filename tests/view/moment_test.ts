import { assert, assertEquals } from "@std/assert";
import { type Locale, LOCALES } from "../../src/domain/locale.ts";
import { age, datedIn, minutesUntil, momentIn } from "../../src/view/moment.ts";
import { en } from "../../src/view/texts/en/en.ts";
import type { Texts } from "../../src/view/texts/texts.ts";

const AT = Date.UTC(2026, 10, 23, 9, 5, 30);

/** Of a catalogue only its language matters to a date. */
const speaking = (locale: Locale): Texts => ({ ...en, locale });

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

Deno.test("every language writes a moment in its own way, with its year where that matters", () => {
  const expected: Record<Locale, [string, string]> = {
    en: ["23 Nov, 09:05", "23 Nov 2026, 09:05"],
    es: ["23 nov, 09:05", "23 nov 2026, 09:05"],
    ru: ["23 нояб., 09:05", "23 нояб. 2026 г., 09:05"],
    uz: ["23-noy, 09:05", "23-noy, 2026, 09:05"],
  };
  for (const locale of LOCALES) {
    const texts = speaking(locale);
    assertEquals([momentIn(texts, "UTC", AT), datedIn(texts, "UTC", AT)], expected[locale]);
  }
});

Deno.test("days of one digit, midnight and the turn of a year are right in every language", () => {
  const midnight = Date.UTC(2026, 11, 31, 19);
  const expected: Record<Locale, string> = {
    en: "1 Jan 2027, 00:00",
    es: "1 ene 2027, 00:00",
    ru: "1 янв. 2027 г., 00:00",
    uz: "1-yan, 2027, 00:00",
  };
  for (const locale of LOCALES) {
    assertEquals(datedIn(speaking(locale), "Asia/Tashkent", midnight), expected[locale]);
  }
});

Deno.test("every month has a name of its own in every language", () => {
  for (const locale of LOCALES) {
    const months = Array.from(
      { length: 12 },
      (_, month) => momentIn(speaking(locale), "UTC", Date.UTC(2026, month, 12)),
    );
    assertEquals(new Set(months).size, 12, locale);
    for (const month of months) {
      assert(/^12[ -]\p{Ll}{3,4}\.?, 00:00$/iu.test(month), `${locale}: ${month}`);
    }
  }
  const uzbek = (month: number) => momentIn(speaking("uz"), "UTC", Date.UTC(2026, month, 12));
  assertEquals([5, 6, 8].map(uzbek), ["12-iyn, 00:00", "12-iyl, 00:00", "12-sen, 00:00"]);
});
