import { assertEquals } from "@std/assert";
import axe from "axe-core";
import { type PageStage, pageTest, type Window } from "./stage.ts";

/** What axe finds: only what keeps people out counts. */
interface Finding {
  id: string;
  impact: string | null;
  nodes: { html: string; failureSummary?: string }[];
}

async function check({ page }: Window, where: string): Promise<void> {
  await page.evaluate(axe.source);
  const found = await page.evaluate("axe.run().then(({ violations }) => violations)") as Finding[];
  const grave = found.filter(({ impact }) => impact === "serious" || impact === "critical");
  const told = grave.map(({ id, nodes }) =>
    `${where}: ${id}: ${nodes.map(({ html }) => html).slice(0, 3).join("; ")}`
  );
  assertEquals(told, []);
}

/** Something of everything: a card, a reply, an ephemeral message, a photo, trouble. */
async function fill(stage: PageStage): Promise<void> {
  const lena = await stage.window("Lena");
  await lena.opens("Nordhaul yard");
  await lena.writes("/new_issue Brakes failed on truck 12");
  await lena.presses("Claim", "NORDHAUL-1");
  await lena.sees("Owner: Lena");
  await lena.presses("More", "NORDHAUL-1");
  await lena.sees("Only you see this");
  await lena.page.getByRole("button", { name: "Attach a sample file" }).click();
  await lena.page.getByRole("button", { name: "A photo" }).click();
  await lena.sees("photo");
}

for (const scheme of ["light", "dark"] as const) {
  pageTest(`axe finds nothing grave on a wide ${scheme} page`, async (stage) => {
    await fill(stage);
    const lena = await stage.window("Lena", { width: 1440, scheme });
    await lena.opens("Nordhaul yard");
    await lena.sees("Only you see this");
    await check(lena, "chat");
    await lena.page.getByRole("tab", { name: "Store" }).click();
    await lena.page.getByRole("region", { name: "Outbox" }).waitFor();
    await check(lena, "store");
    await lena.page.getByRole("tab", { name: "Log" }).click();
    for (const menu of ["Trouble", "Stories", "Group menu"]) {
      await lena.page.getByRole("button", { name: menu, exact: true }).click();
      await check(lena, menu);
      await lena.page.keyboard.press("Escape");
    }
    await lena.page.getByRole("textbox", { name: "Message" }).fill("/");
    await lena.page.getByRole("listbox", { name: "Commands" }).waitFor();
    await check(lena, "commands");
    await lena.page.keyboard.press("Escape");
    await lena.page.getByRole("button", { name: "Stories" }).click();
    await lena.page.getByRole("button", { name: "The brakes of truck 12" }).click();
    await lena.page.getByRole("button", { name: "Next step" }).waitFor();
    await check(lena, "story");
  });

  pageTest(`axe finds nothing grave on a narrow ${scheme} page`, async (stage) => {
    await fill(stage);
    const lena = await stage.window("Lena", { width: 360, height: 740, scheme });
    await check(lena, "chats");
    await lena.opens("Nordhaul yard");
    await lena.sees("Only you see this");
    await check(lena, "chat");
    assertEquals(await lena.page.evaluate("document.documentElement.scrollWidth"), 360);
    await lena.page.getByRole("button", { name: "Machine room" }).click();
    await check(lena, "machine room");
    assertEquals(await lena.page.evaluate("document.documentElement.scrollWidth"), 360);
  });
}
