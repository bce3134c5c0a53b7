import { assertEquals, assertMatch } from "@std/assert";
import { cardOf } from "../program.ts";
import { BUSY, lists } from "./listing.ts";
import { inStory, newestFor } from "./story.ts";
import { reportedYard, workingYard } from "./working_yard.ts";

Deno.test("/find looks for the beginnings of words in what was reported, said, tagged and summed up", () =>
  inStory(async (program) => {
    const { yard, eve, bob } = await workingYard(program);
    const report = async (words: string) => void await eve.says(yard, `/new_issue ${words}`);
    await report("Brakes failed on truck 12, I-80 exit 42");
    await report("Café machine: the Übergroße part is naïve");
    await report("Авария: грузовик стоит у моста");
    await report("Yuk mashinasi buzildi, g‘ildirak teshildi");
    await report("卡车在高速公路上抛锚了");
    await report("شاحنة متوقفة على الطريق السريع");
    await bob.says(yard, "The driver is stranded", { replyTo: cardOf(yard, "ACME-1") });
    await eve.says(yard, "/tag 2 Kitchen-ware");
    await bob.presses(cardOf(yard, "ACME-3"), "Claim");
    await bob.says(yard, "/resolve 3 Towed to Omaha");
    const wanted: Record<string, number[]> = {
      "brakes": [1],
      "BRAK": [1],
      "rakes": [],
      "truck brak 12": [1],
      "truck kitchen": [],
      "stranded": [1],
      "strand exit": [1],
      "cafe": [2],
      "CAFÉ": [2],
      "ubergrosse": [],
      "ubergro": [2],
      "NAIVE part": [2],
      "kitchen": [2],
      "#kitchen-ware": [2],
      "авар": [3],
      "ГРУЗОВИК мост": [3],
      "omaha": [3],
      "mashina": [4],
      "g'ildirak": [4],
      "gʻildirak teshil": [4],
      "高速公路": [5],
      "卡车": [5],
      "卡车 抛锚": [5],
      "卡车 brakes": [],
      "شاحنة": [6],
      "الطريق": [6],
      "!!!": [],
    };
    for (const [words, numbers] of Object.entries(wanted)) {
      const ids = await lists(eve, yard, `/find ${words}`);
      assertEquals(ids, numbers.map((n) => `ACME-${n}`), words);
    }
    await eve.says(yard, "/find");
    assertMatch(newestFor(eve, yard), /What should I look for\?.*\/find/s);
  }, BUSY));

Deno.test("words that were edited away are found no longer, the new ones are", () =>
  inStory(async (program) => {
    const { yard, eve, bob, card, source } = await reportedYard(program);
    const comment = await bob.says(yard, "Hydraulics leak", { replyTo: card });
    await bob.says(yard, "The leak is small", { replyTo: card });
    await eve.says(yard, "/tag 1 axle");
    await eve.edits(source, "/new_issue Lights failed on truck 12");
    await bob.edits(comment, "Coolant leak");
    await eve.says(yard, "/untag 1 axle");
    for (const words of ["brakes", "hydraulics", "axle"]) {
      assertEquals(await lists(eve, yard, `/find ${words}`), [], words);
    }
    for (const words of ["lights", "coolant", "leak", "small", "truck 12"]) {
      assertEquals(await lists(eve, yard, `/find ${words}`), ["ACME-1"], words);
    }
  }));
