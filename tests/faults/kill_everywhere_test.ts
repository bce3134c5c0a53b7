import { assert } from "@std/assert";
import { killEverywhere, ONE_IN } from "./kill_everywhere.ts";
import { INCIDENT_STORIES } from "./kill_stories.ts";
import { CONSOLE_STORIES } from "./kill_stories_console.ts";
import { ONBOARDING_STORIES } from "./kill_stories_onboarding.ts";

for (const story of [...INCIDENT_STORIES, ...ONBOARDING_STORIES, ...CONSOLE_STORIES]) {
  const points = ONE_IN === 1 ? "every point" : `one point in ${ONE_IN}`;
  Deno.test(`killed at ${points}: ${story.name}`, async () => {
    const started = performance.now();
    const kills = await killEverywhere(story);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`${kills} kills in ${seconds} s`);
    assert(kills * ONE_IN > 10, `only ${kills} points`);
  });
}
