import { assertEquals } from "@std/assert";
import { wordsOf } from "../../src/domain/words.ts";
import { keys } from "../../src/store/keys.ts";
import type { Kv } from "../../src/store/kv.ts";
import { findNumbers } from "../../src/store/search.ts";
import { setComment, setIncident } from "../../src/store/write.ts";
import { readOne } from "../../src/store/read.ts";
import { withCore } from "../execute/core.ts";
import { YARD } from "../domain/cast.ts";
import { incidentIn } from "../domain/history.ts";

const DEPOT = -1002;

/** An incident with its words. */
interface Told {
  number: number;
  description: string;
  company?: string;
  chatId?: number;
  tags?: string[];
}

interface Archive {
  kv: Kv;
  /** Entries that were listed so far. */
  listed(): number;
  keep(...told: Told[]): Promise<void>;
  /** Says or edits a comment. */
  says(number: number, place: number, text: string): Promise<void>;
  finds(text: string, chatId?: number | null, company?: string): Promise<number[]>;
}

async function withArchive(story: (archive: Archive) => Promise<void>): Promise<void> {
  await withCore(async ({ deps }) => {
    let count = 0;
    const kv: Kv = {
      ...deps.kv,
      async *list(selector, options) {
        for await (const entry of deps.kv.list(selector, options)) {
          count++;
          yield entry;
        }
      },
    };
    await story({
      kv,
      listed: () => count,
      async keep(...told) {
        for (const { company = "ACME", chatId = YARD, ...more } of told) {
          const state = { ...incidentIn("awaiting_claim"), company, chatId, ...more };
          const entry = { ...keys.incident(state), value: null, versionstamp: null };
          await kv.commit([], setIncident(entry, { schema: 1, state, deadline: null }));
        }
      },
      async says(number, place, text) {
        const incident = { company: "ACME", number };
        const entry = await readOne(kv, keys.comment(incident, 900 + place));
        const comment = { schema: 1 as const, incident, chatId: YARD, place, text };
        await kv.commit([entry], setComment(entry, comment));
      },
      finds: (text, chatId = YARD, company = "ACME") =>
        findNumbers(kv, company, wordsOf(text), chatId),
    });
  });
}

Deno.test("findNumbers() finds words by their beginning, whatever case and accents, newest first", async () => {
  await withArchive(async ({ keep, finds }) => {
    await keep(
      { number: 9, description: "Brakes failed at the Café" },
      { number: 10, description: "The BRAKE squeals" },
      { number: 11, description: "Unbraked trailer, bra on the road" },
      { number: 12, description: "ブレーキが故障しました" },
    );
    assertEquals(await finds("brake"), [10, 9]);
    assertEquals(await finds("brakes"), [9]);
    assertEquals(await finds("bra"), [11, 10, 9]);
    assertEquals(await finds("CAFE"), [9]);
    assertEquals(await finds("cafés"), []);
    assertEquals(await finds("ブレーキ"), [12]);
  });
});

Deno.test("findNumbers() finds what has all of the words, wherever they stand", async () => {
  await withArchive(async ({ keep, says, finds }) => {
    await keep(
      { number: 1, description: "Brakes failed", tags: ["truck-12"] },
      { number: 2, description: "Brakes squeal on truck 7" },
    );
    await says(1, 3, "The tow truck is on its way");
    assertEquals(await finds("brakes truck"), [2, 1]);
    assertEquals(await finds("brakes tow"), [1]);
    assertEquals(await finds("squeal tow"), []);
    assertEquals(await finds("brakes 12 way"), [1]);
  });
});

Deno.test("findNumbers() follows an edited comment", async () => {
  await withArchive(async ({ keep, says, finds }) => {
    await keep({ number: 1, description: "Brakes failed" });
    await says(1, 3, "Parked at the harbour");
    await says(1, 4, "Ask at the harbour office");
    assertEquals(await finds("parked"), [1]);
    await says(1, 3, "Towed to the depot");
    assertEquals([await finds("parked"), await finds("towed")], [[], [1]]);
    assertEquals(await finds("harbour"), [1], "another comment still says so");
  });
});

Deno.test("findNumbers() keeps groups and companies apart, however their ids begin", async () => {
  await withArchive(async ({ keep, finds }) => {
    await keep(
      { number: 1, description: "Brakes failed" },
      { number: 2, description: "Brakes failed", chatId: DEPOT },
      { number: 3, description: "Brakes failed", company: "AC" },
      { number: 4, description: "Brakes failed", company: "ACME2" },
    );
    assertEquals(await finds("brakes"), [1]);
    assertEquals(await finds("brakes", DEPOT), [2]);
    assertEquals(await finds("brakes", null), [2, 1]);
    assertEquals(await finds("brakes", null, "ACME2"), [4]);
    assertEquals(await finds("brakes", null, "ZETA"), []);
  });
});

Deno.test("findNumbers() without a word finds nothing", async () => {
  await withArchive(async ({ keep, finds, listed }) => {
    await keep({ number: 1, description: "Brakes failed" });
    assertEquals([await finds(""), await finds("… — ?!")], [[], []]);
    assertEquals(listed(), 0);
  });
});

Deno.test("a search costs what it matches, however large the archive is", async () => {
  for (const archived of [0, 300]) {
    await withArchive(async ({ keep, finds, listed }) => {
      await keep(
        { number: 1_001, description: "Brakes failed on truck 12" },
        { number: 1_002, description: "Brakes squeal" },
      );
      await keep(...Array.from({ length: archived }, (_, n): Told => ({
        number: n + 1,
        description: `Barrier ${n} is stuck, gate closed, zebra crossing`,
      })));
      assertEquals(await finds("brakes"), [1_002, 1_001]);
      assertEquals(listed(), 2, `${archived} archived`);
      assertEquals(await finds("unicorn brakes"), []);
      assertEquals(listed(), 2, "the rest of a search that can't succeed is not made");
    });
  }
});
