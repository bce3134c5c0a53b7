import { assertEquals } from "@std/assert";
import { pageTest } from "./stage.ts";

pageTest("two people press Claim in two windows: one has it, the other is told", async (stage) => {
  const [dirk, lena, milo] = [
    await stage.window("Dirk"),
    await stage.window("Lena"),
    await stage.window("Milo"),
  ];
  for (const window of [dirk, lena, milo]) await window.opens("Nordhaul yard");
  await dirk.writes("/new_issue Brakes failed on truck 12");
  await lena.sees("waiting for someone to claim");
  await milo.sees("waiting for someone to claim");

  await Promise.all([lena.presses("Claim", "NORDHAUL-1"), milo.presses("Claim", "NORDHAUL-1")]);
  await dirk.sees("Owner: ");
  const card = await dirk.message("Owner: ").innerText();
  const owners = ["Lena", "Milo"].filter((name) => card.includes(`Owner: ${name}`));
  assertEquals(owners.length, 1, card);

  const [owner, other] = owners[0] === "Lena" ? [lena, milo] : [milo, lena];
  await other.sees(`Owner: ${owners[0]}`);
  await owner.sees(`Owner: ${owners[0]}`);
  const toast = await other.page.locator(".toast").innerText();
  assertEquals(toast.includes(owners[0]!), true, `the other is told who was faster: ${toast}`);
});
