import { pageTest } from "./stage.ts";

pageTest("people are chosen from a list, where the bot asks for them", async (stage) => {
  const petra = await stage.window("Petra");
  await petra.opens("Tocsin");
  await petra.writes("/admin");
  await petra.presses("NORDHAUL", "Console");
  await petra.presses("People", "Console › NORDHAUL");
  await petra.presses("Managers", "Console › NORDHAUL · Nordhaul Freight › People");
  await petra.sees("Choose people with the button below");
  const keyboard = petra.page.getByRole("group", { name: "Keyboard of the bot" });
  await keyboard.getByRole("button").first().click();
  const list = petra.page.getByRole("dialog");
  await list.getByRole("checkbox", { name: /^Ana/ }).check();
  await list.getByRole("button", { name: "Send" }).click();
  await petra.sees("Ana");
  await petra.message("Console › NORDHAUL · Nordhaul Freight › People")
    .getByRole("button", { name: "👑 Ana" }).waitFor();
  await keyboard.waitFor({ state: "detached" });
});
