/**
 * `deno task screenshots`: makes the pictures of the playground in `docs` anew, with the real program
 * and a real browser.
 */

import { findBrowser } from "./browser/browser.ts";
import { type Look, onStage, type PageStage } from "./browser/stage.ts";

const DOCS = new URL("../../docs/", import.meta.url);

const YARD = "Nordhaul yard";

/** A morning in two groups: one incident in work, with a talk about it, and one that waits. */
async function playMorning(stage: PageStage): Promise<void> {
  const dirk = await stage.window("Dirk");
  const lena = await stage.window("Lena");
  const milo = await stage.window("Milo");
  for (const window of [dirk, lena, milo]) await window.opens(YARD);
  await dirk.writes("/new_issue Brakes failed on truck 12, I-80 exit 42");
  await lena.presses("Claim", "NORDHAUL-1");
  await lena.sees("Owner: Lena");
  await lena.page.getByRole("button", { name: "Ten minutes later" }).click();
  await dirk.page.getByRole("button", { name: "Attach a sample file" }).click();
  await dirk.page.getByRole("button", { name: "A photo" }).click();
  await dirk.sees("photo");
  await milo.writes("Tow truck is on its way, twenty minutes");
  await lena.sees("Tow truck");
  await lena.writes("Thanks! Dirk, stay with the truck");
  await lena.presses("More", "NORDHAUL-1");
  await lena.sees("Only you see this");
  const ana = await stage.window("Ana");
  await ana.opens("Nordhaul depot");
  await ana.writes("/new_issue Gate 3 does not open, two trailers wait");
  await ana.sees("NORDHAUL-2");
}

interface Picture {
  name: string;
  look: Look;
}

async function picture(stage: PageStage, { name, look }: Picture): Promise<void> {
  const { page, opens } = await stage.window("Lena", look);
  await opens(YARD);
  await page.locator("article").last().waitFor();
  const path = new URL(`${name}.png`, DOCS).pathname;
  await page.screenshot({ path });
  console.log(path);
}

async function main(): Promise<number> {
  const found = await findBrowser();
  if ("missing" in found) {
    console.error(`No pictures: ${found.missing}.`);
    return 1;
  }
  const errors: string[] = [];
  await onStage(found.path, {
    errors,
    async story(stage) {
      await playMorning(stage);
      const wide = { width: 1440, height: 900 };
      await picture(stage, { name: "playground", look: wide });
      await picture(stage, { name: "playground-dark", look: { ...wide, scheme: "dark" } });
      await picture(stage, { name: "playground-phone", look: { width: 390, height: 844 } });
    },
  });
  for (const error of errors) console.error(error);
  return errors.length === 0 ? 0 : 1;
}

if (import.meta.main) Deno.exit(await main());
