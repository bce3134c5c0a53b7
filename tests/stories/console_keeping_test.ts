import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { keys } from "../../src/store/keys.ts";
import { cardOf, type Program } from "../program.ts";
import { plain } from "../simulator/simulator.ts";
import { clicks, consoleOf, forges, offers, opensConsole, reads } from "./console.ts";
import { records, stored } from "./stored.ts";
import { inStory } from "./story.ts";
import { chooses, reported, yardOf } from "./yard.ts";

const DAY = 24 * 3_600_000;
const YES = "Yes, remove what is older";

async function kept(program: Program): Promise<number | null | undefined> {
  return (await stored(program, keys.company("ACME")))?.retentionDays;
}

Deno.test("a manager has the company's groups read another language, open cards too", () =>
  inStory(async (program) => {
    const yard = await yardOf(program, { started: ["Mia"] });
    const { mia, group } = yard;
    await reported(yard);
    await opensConsole(mia);
    await clicks(mia, "ACME", "🗣 Language");
    assertEquals(reads(mia)[1], "Its groups read English.");
    assertEquals(offers(mia), ["✓ English", "Español", "Русский", "O‘zbekcha"]);
    assertStringIncludes(plain(consoleOf(mia)), "/company_language ACME en");
    const told = await clicks(mia, "Español");
    assertEquals(told.text, "ACME speaks Español now.");
    assertEquals(offers(mia), ["English", "✓ Español", "Русский", "O‘zbekcha"]);
    assertEquals((await stored(program, keys.company("ACME")))?.locale, "es");
    await program.telegram.settled();
    assertStringIncludes(plain(cardOf(group, "ACME-1")), "espera que alguien lo tome");
  }));

Deno.test("a manager keeps incidents for less once that was asked, and for more at once", () =>
  inStory(async (program) => {
    const { clock } = program;
    const yard = await yardOf(program, { started: ["Mia"] });
    const { mia, dan } = yard;
    await reported(yard);
    await chooses(dan, yard, ["ACME-1", "Cancel", "False alarm"]);
    await clock.advance(100 * DAY);
    await opensConsole(mia);
    await clicks(mia, "ACME", "🧹 Retention");
    assertStringIncludes(reads(mia)[1]!, "for ever");
    assertEquals(offers(mia), [
      "90 days",
      "180 days",
      "365 days",
      "1,095 days",
      "✏️ Another number",
      "✓ ♾ For ever",
    ]);
    await clicks(mia, "90 days");
    assertStringIncludes(reads(mia)[1]!, "for 90 days only");
    assertStringIncludes(reads(mia)[2]!, "1 incident");
    await clicks(mia, "‹ Back");
    assertEquals(await kept(program), null);
    const told = await clicks(mia, "180 days", YES);
    assertEquals(told.text, "ACME keeps incidents for 180 days after their end now.");
    assertEquals(await kept(program), 180);
    await clicks(mia, "365 days");
    assertEquals([await kept(program), offers(mia)[2]], [365, "✓ 365 days"]);
    await clicks(mia, "♾ For ever");
    assertEquals(await kept(program), null);
  }));

Deno.test("a number that is written is asked about as well, and the question is over then", () =>
  inStory(async (program) => {
    const { mia } = await yardOf(program, { started: ["Mia"] });
    await opensConsole(mia);
    await clicks(mia, "ACME", "🧹 Retention", "✏️ Another number");
    await mia.says(mia.private, "29");
    assertStringIncludes(plain(mia.private.messages.at(-1)!), "A number of days from 30 to 3,650");
    await mia.says(mia.private, "45");
    assertStringIncludes(reads(mia)[1]!, "for 45 days only");
    assertEquals(await kept(program), null);
    assertEquals(await stored(program, keys.prompt(mia.id, mia.id)), null);
    await clicks(mia, YES);
    assertEquals(await kept(program), 45);
    await clicks(mia, "✏️ Another number");
    await mia.says(mia.private, "60");
    assertStringIncludes(reads(mia)[0]!, "ACME keeps incidents for 60 days");
    assertEquals(await kept(program), 60);
    await clicks(mia, "✏️ Another number");
    await mia.says(mia.private, "forever");
    assertEquals(await kept(program), null);
  }));

Deno.test("what was not asked, or too long ago, is asked anew; nobody else decides", () =>
  inStory(async (program) => {
    const { clock } = program;
    const { mia, dan } = await yardOf(program, { started: ["Mia", "Dan"] });
    await opensConsole(mia);
    await clicks(mia, "ACME", "🧹 Retention", "90 days");
    const before = await records(program);
    const now = clock.now();
    const { text } = await forges(
      dan,
      `a:keep_less:ACME:90:${now}:0`,
      dan.private.messages.at(-1)!,
    );
    assertStringIncludes(text!, "not yours to do here");
    assertEquals(
      (await records(program)).filter((it) => !it.startsWith("refusals")),
      before,
    );
    for (const data of ["a:keep:ACME:90:0", `a:keep_less:ACME:90:${now + 1}:0`]) {
      assertStringIncludes((await forges(mia, data)).text!, "has to be confirmed");
    }
    for (const data of ["a:keep:ACME:29:0", "a:shorten:ACME:3651:0", "a:speak:ACME:de:0"]) {
      assertStringIncludes((await forges(mia, data)).text!, "no longer works");
    }
    await clock.advance(10 * 60_000);
    const late = await clicks(mia, YES);
    assertStringIncludes(late.text!, "has to be confirmed");
    assertEquals(await kept(program), null);
    await clicks(mia, YES);
    assertEquals(await kept(program), 90);
    assert(offers(mia).includes("✓ 90 days"));
  }));
