import { assertEquals } from "@std/assert";
import { parseHours } from "../../src/domain/hours.ts";
import { type Addressee, isTold, type Matter, MATTERS } from "../../src/domain/notify.ts";
import {
  NOTIFY_SETTINGS,
  type NotifySetting,
  notifySettingIn,
} from "../../src/domain/notify_setting.ts";
import { Profile } from "../../src/domain/person.ts";
import type { Priority } from "../../src/domain/priority.ts";
import { acme, NOON } from "./cast.ts";

/** Without a setting, and with each; whether a matter reaches a company's manager, and anybody else. */
const TABLE: Record<Matter, Record<NotifySetting | "unset", [manager: boolean, other: boolean]>> = {
  assignment: {
    unset: [true, true],
    urgent: [true, true],
    on: [true, true],
    off: [false, false],
  },
  escalation: {
    unset: [true, false],
    urgent: [true, true],
    on: [true, true],
    off: [false, false],
  },
  critical: {
    unset: [true, false],
    urgent: [true, true],
    on: [true, true],
    off: [false, false],
  },
  ping: {
    unset: [false, false],
    urgent: [false, false],
    on: [true, true],
    off: [false, false],
  },
};

/** Monday to Friday, nine to five; the stories begin on a Monday at noon. */
const OFFICE = { ...acme, calendar: { hours: parseHours("mon-fri 09:00-17:00"), holidays: [] } };
const MIDNIGHT = NOON + 12 * 3_600_000;

function told(
  matter: Matter,
  addressee: Partial<Addressee>,
  { at = NOON, priority = "medium" }: { at?: number; priority?: Priority } = {},
): boolean {
  const who = { notify: null, isCompanyManager: false, shift: null, ...addressee };
  return isTold(matter, who, { company: OFFICE, priority, at });
}

for (const matter of MATTERS) {
  for (const notify of [null, ...NOTIFY_SETTINGS]) {
    const [manager, other] = TABLE[matter][notify ?? "unset"];

    Deno.test(`with ${notify ?? "nothing"} set: who is told of ${matter}`, () => {
      assertEquals(told(matter, { notify, isCompanyManager: true }), manager, "a manager");
      assertEquals(told(matter, { notify }), other, "anybody else");
    });

    Deno.test(`with ${notify ?? "nothing"} set, ${matter} while the company is closed`, () => {
      const isUrgent = matter !== "ping";
      assertEquals(told(matter, { notify }, { at: MIDNIGHT }), other && isUrgent);
      assertEquals(told(matter, { notify }, { at: MIDNIGHT, priority: "critical" }), other);
      const shift = "mon 08:00-11:00";
      assertEquals(told(matter, { notify, shift }), other && isUrgent, "after the shift");
      assertEquals(told(matter, { notify, shift }, { priority: "critical" }), other);
      assertEquals(told(matter, { notify, shift: "mon 11:00-13:00" }), other, "on duty");
      const night = "mon 22:00-06:00";
      assertEquals(told(matter, { notify, shift: night }, { at: MIDNIGHT }), other && isUrgent);
    });
  }
}

Deno.test("a setting is read in any case; other words are none", () => {
  assertEquals(["ON", "urgent", "Off", "default"].map(notifySettingIn), [
    "on",
    "urgent",
    "off",
    null,
  ]);
  assertEquals(
    ["", "loud", "on off", "constructor"].map(notifySettingIn),
    Array(4).fill(undefined),
  );
});

Deno.test("people who were known before there were settings have none", () => {
  const before = { schema: 1 as const, id: 7, name: "Ana", handle: null, reachable: true };
  assertEquals(Profile.parse(before), { ...before, notify: null, language: null, locale: null });
});
