/**
 * `deno task demo`: the playground. With `--story`: a day in two companies, printed as it is played by
 * the real program against a simulated Telegram; with `--story --keep` both stay up on loopback when
 * the day is over.
 */

import { WEBHOOK_PATH } from "../../src/app.ts";
import { StoryError } from "./expect.ts";
import { escalateAlarm } from "./escalation.ts";
import { forgetSummary, raceForBrakes, remindOfVan } from "./incidents.ts";
import { keepRunning } from "./keep.ts";
import { createNarrator, type Narrator } from "./narrator.ts";
import { openByButtons, openByCommands } from "./onboarding.ts";
import { setStage, type Stage } from "./stage.ts";
import { summarize } from "./summary.ts";
import { serveUntilEnd } from "../playground/serve.ts";

async function playDay(stage: Stage): Promise<string[]> {
  const nordhaul = await openByButtons(stage);
  await stage.pass(20);
  const citycool = await openByCommands(stage);
  await stage.pass(45);
  const race = await raceForBrakes(stage, nordhaul);
  await stage.pass(60);
  await remindOfVan(stage, citycool);
  await stage.pass(240);
  await forgetSummary(stage, nordhaul);
  await stage.pass(90);
  await escalateAlarm(stage, citycool);
  return await summarize(stage, race);
}

async function stayUp(stage: Stage, { say }: Narrator): Promise<void> {
  const { telegram, origin } = stage;
  say("");
  say("Both stay up until Ctrl-C.");
  say(`  Bot API root  ${telegram.root}`);
  say(`  Webhook       ${origin}${WEBHOOK_PATH}`);
  say(`  Health        ${origin}/healthz`);
  await keepRunning(stage);
}

async function tellDay(): Promise<number> {
  const started = performance.now();
  const narrator = createNarrator({
    colour: Deno.stdout.isTerminal() && !Deno.noColor,
    print: (line) => console.log(line),
  });
  const stage = await setStage(narrator);
  try {
    const summary = await Promise.race([playDay(stage), stage.broken]);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    stage.tell(`Two companies, four incidents, all as it should be, in ${seconds} seconds.`);
    summary.forEach(narrator.say);
    if (Deno.args.includes("--keep")) await stayUp(stage, narrator);
    return 0;
  } catch (error) {
    const why = error instanceof StoryError ? error.message : error;
    console.error("\nThe story went wrong:", why);
    return 1;
  } finally {
    await stage.close();
  }
}

async function main(): Promise<number> {
  return Deno.args.includes("--story") ? await tellDay() : await serveUntilEnd(Deno.args);
}

if (import.meta.main) Deno.exit(await main());
