/**
 * `deno task screenshots`: makes the pictures of the playground in `docs` anew, with the real program
 * and a real browser.
 */

import { findBrowser } from "./browser/browser.ts";
import { type Look, onStage, type PageStage, type Window } from "./browser/stage.ts";

const DOCS = new URL("../../docs/", import.meta.url);

const YARD = "Nordhaul yard";

/** A morning in two groups: one incident in work, with a talk about it, and one that waits. */
async function playMorning(stage: PageStage): Promise<void> {
  const dirk = await stage.window("Dirk");
  const omar = await stage.window("Omar");
  const milo = await stage.window("Milo");
  for (const window of [dirk, omar, milo]) await window.opens(YARD);
  await dirk.writes("/new_issue Brakes failed on truck 12, I-80 exit 42");
  await omar.presses("Claim", "NORDHAUL-1");
  await omar.sees("Owner: Omar");
  await omar.page.getByRole("button", { name: "Ten minutes later" }).click();
  await dirk.sees("Claimed 10 minutes ago");
  await dirk.page.getByRole("button", { name: "Attach a sample file" }).click();
  await dirk.page.getByRole("button", { name: "A photo" }).click();
  await dirk.sees("photo");
  await milo.writes("Tow truck is on its way, twenty minutes");
  await omar.sees("Tow truck");
  await omar.writes("Thanks! Dirk, stay with the truck");
  const ana = await stage.window("Ana");
  await ana.opens("Nordhaul depot");
  await ana.writes("/new_issue Gate 3 does not open, two trailers wait");
  await ana.sees("NORDHAUL-2");
}

interface Picture {
  name: string;
  look: Look;
  /** What is done in the window first. */
  first?: (window: Window) => Promise<void>;
}

/** The dispatcher's window. */
async function picture(stage: PageStage, { name, look, first }: Picture): Promise<void> {
  const window = await stage.window("Omar", look);
  await window.opens(YARD);
  await window.page.locator("article").last().waitFor();
  await first?.(window);
  const path = new URL(`${name}.png`, DOCS).pathname;
  await window.page.screenshot({ path });
  console.log(path);
}

/** An answer that only the dispatcher sees, and what the store has. */
async function lookBehind(window: Window): Promise<void> {
  await window.writes("/issues");
  await window.sees("Only you see this");
  await window.page.getByRole("tab", { name: "Store" }).click();
  await window.page.getByRole("combobox", { name: "Incident" }).selectOption("NORDHAUL-1");
  await window.page.getByText("incident / NORDHAUL / 1").waitFor();
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
      const wide = { width: 1440, height: 1000 };
      await picture(stage, { name: "playground", look: wide });
      await picture(stage, { name: "playground-phone", look: { width: 390, height: 844 } });
      await picture(stage, {
        name: "playground-dark",
        look: { ...wide, scheme: "dark" },
        first: lookBehind,
      });
    },
  });
  for (const error of errors) console.error(error);
  return errors.length === 0 ? 0 : 1;
}

if (import.meta.main) Deno.exit(await main());
