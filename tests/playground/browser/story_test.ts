import { assertEquals, assertStringIncludes } from "@std/assert";
import { pageTest } from "./stage.ts";

pageTest("a story is played to its end, one press for each step", async (stage) => {
  const omar = await stage.window("Omar");
  await omar.page.getByRole("button", { name: "Stories" }).click();
  await omar.page.getByRole("button", { name: "The brakes of truck 12" }).click();
  const story = omar.page.getByRole("region", { name: "Story" });
  await story.getByText("Dirk writes in Nordhaul yard").waitFor();
  const steps = Number(await story.getByRole("progressbar").getAttribute("max"));
  for (let done = 1; done <= steps; done++) {
    await story.getByRole("button", { name: "Next step" }).click();
    await story.getByText(`${done} of ${steps}`).waitFor();
  }
  await story.getByText("The story is over.").waitFor();
  await omar.opens("Nordhaul yard");
  await omar.sees("NORDHAUL-1 · Dispatch · resolved");
  await story.getByRole("button", { name: "End" }).click();
  await story.waitFor({ state: "detached" });
});

pageTest("what was recorded is offered as a file", async (stage) => {
  const dirk = await stage.window("Dirk");
  await dirk.opens("Nordhaul yard");
  await dirk.page.getByRole("button", { name: "Record" }).click();
  await dirk.writes("/new_issue Gate 3 does not open");
  await dirk.sees("waiting for someone to claim");
  await dirk.page.getByRole("button", { name: "Save 1 step" }).click();
  await dirk.page.getByRole("textbox", { name: "Name of the story" }).fill("The gate");
  const download = dirk.page.waitForEvent("download");
  await dirk.page.getByRole("button", { name: "Save", exact: true }).click();
  const file = await download;
  assertEquals(file.suggestedFilename(), "the_gate.json");
  assertStringIncludes(await Deno.readTextFile(await file.path()), "Gate 3 does not open");
});
