import { assertEquals } from "@std/assert";
import {
  backupFailed,
  backupSent,
  FAILS_UNTOLD,
  isBackupDue,
  type Nightly,
} from "../../src/domain/nightly.ts";

const HOUR = 3_600_000;
/** `24 03:05` of November 2026, in UTC. */
const at = (moment: string) => Date.parse(`2026-11-${moment.replace(" ", "T")}:00Z`);

Deno.test("a backup is due from its hour on, until one is sent, once a night", () => {
  assertEquals(isBackupDue(null, at("24 02:05"), 3), true, "there has never been one");
  const sent = backupSent(at("24 03:05"));
  for (
    const [moment, due] of [
      ["24 03:06", false],
      ["24 23:59", false],
      ["25 02:59", false],
      ["25 03:00", true],
      ["25 22:05", true],
      ["26 01:05", true],
    ] as const
  ) assertEquals(isBackupDue(sent, at(moment), 3), due, moment);
  assertEquals(isBackupDue(backupSent(at("24 22:05")), at("25 02:05"), 3), false);
  assertEquals(isBackupDue(backupSent(at("24 22:05")), at("25 03:05"), 3), true);
  assertEquals(isBackupDue(backupSent(at("24 23:05")), at("25 00:00"), 0), true);
  assertEquals(isBackupDue(backupSent(at("25 00:00")), at("25 23:59"), 0), false);
});

Deno.test("backups that fail for a day are told, once, and anew after one that went well", () => {
  let nightly: Nightly | null = backupSent(at("23 03:05"));
  let tells = 0;
  const fails = (moment: number) => {
    const failed = backupFailed(nightly, moment);
    nightly = failed.nightly;
    tells += failed.tell ? 1 : 0;
  };
  for (let hour = 0; hour < 24; hour++) fails(at("24 03:05") + hour * HOUR);
  assertEquals(tells, 0);
  fails(at("24 03:05") + FAILS_UNTOLD);
  assertEquals(tells, 1);
  for (let hour = 25; hour < 80; hour++) fails(at("24 03:05") + hour * HOUR);
  assertEquals([tells, nightly?.sentAt], [1, at("23 03:05")]);
  nightly = backupSent(at("28 03:05"));
  fails(at("29 03:05"));
  fails(at("30 03:05"));
  assertEquals(tells, 2);
});
