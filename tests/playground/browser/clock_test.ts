import { pageTest } from "./stage.ts";

pageTest("nobody comes: the clock jumps, and the managers are called", async (stage) => {
  const dirk = await stage.window("Dirk");
  await dirk.opens("Nordhaul yard");
  await dirk.writes("/new_issue The alarm of the cold store rings");
  await dirk.sees("waiting for someone to claim");

  await dirk.page.getByRole("button", { name: "Ten minutes later" }).click();
  await dirk.sees("Reported by Dirk 10 minutes ago");
  await dirk.page.getByRole("button", { name: "One hour later" }).click();
  await dirk.sees("waiting for someone to claim · escalated");

  const maya = await stage.window("Maya");
  await maya.opens("Nordhaul yard");
  await maya.sees("has waited for a manager");
  await maya.presses("Claim", "NORDHAUL-1");
  await dirk.sees("Owner: Maya");
});
