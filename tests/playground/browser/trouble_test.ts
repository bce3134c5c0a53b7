import { pageTest, type Window } from "./stage.ts";

/** Presses within the menu of troubles, and closes it. */
async function trouble(
  { page }: Window,
  press: (menu: ReturnType<typeof page.getByRole>) => Promise<void>,
) {
  await page.getByRole("button", { name: /^Trouble/ }).click();
  await press(page.getByRole("dialog", { name: /^Trouble/ }));
  await page.keyboard.press("Escape");
}

pageTest(
  "Telegram fails every call: the page says so, and what was owed comes later",
  async (stage) => {
    const dirk = await stage.window("Dirk");
    await dirk.opens("Nordhaul yard");
    await trouble(
      dirk,
      (menu) =>
        menu.getByRole("group", { name: /^Server error/ }).getByRole("button", {
          name: "Every call",
        })
          .click(),
    );
    await dirk.page.getByRole("button", { name: "Trouble 1 under way" }).waitFor();
    await dirk.writes("/new_issue Gate 3 does not open");
    await dirk.page.getByText("500", { exact: true }).first().waitFor();
    await dirk.page.getByRole("tab", { name: "Store" }).click();
    await dirk.page.getByRole("region", { name: "Outbox" }).getByText("tried").first().waitFor();

    await trouble(
      dirk,
      (menu) =>
        menu.getByRole("group", { name: /^Server error/ }).getByRole("button", { name: "Off" })
          .click(),
    );
    await dirk.page.getByRole("button", { name: "Ten minutes later" }).click();
    await dirk.sees("NORDHAUL-1 · Dispatch");
    await dirk.page.getByText("Empty: everything is delivered.").waitFor();
  },
);

pageTest("the program is killed and started again: nothing is lost", async (stage) => {
  const dirk = await stage.window("Dirk");
  await dirk.opens("Nordhaul yard");
  await trouble(dirk, (menu) => menu.getByRole("button", { name: "Kill" }).click());
  await dirk.page.locator(".strip").waitFor();
  await dirk.writes("/new_issue Gate 3 does not open");
  await trouble(dirk, (menu) => menu.getByRole("button", { name: "Start again" }).click());
  await dirk.page.getByRole("button", { name: "Ten minutes later" }).click();
  await dirk.sees("NORDHAUL-1 · Dispatch");
});
