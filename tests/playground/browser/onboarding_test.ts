import { pageTest } from "./stage.ts";

pageTest("a group comes in by clicks and one answer", async (stage) => {
  const greta = await stage.window("Greta");
  await greta.page.getByRole("button", { name: "New group, or join one" }).click();
  await greta.page.getByRole("button", { name: "New group …" }).click();
  await greta.page.getByRole("textbox", { name: "Its title" }).fill("Fjordline dock");
  await greta.page.getByRole("button", { name: "Create" }).click();
  await greta.page.getByRole("heading", { name: "Fjordline dock", level: 2 }).waitFor();
  await greta.page.getByRole("button", { name: "Group menu" }).click();
  await greta.page.getByRole("button", { name: "Add the bot" }).click();
  await greta.sees("which company is this group for?");

  // The bot's question has opened the field: no reply has to be chosen.
  await greta.page.getByText("Reply to Tocsin").waitFor();
  await greta.writes("Fjordline Ferries");

  const petra = await stage.window("Petra");
  await petra.opens("Tocsin");
  await petra.presses("Create", "Fjordline Ferries");
  await greta.sees("now part of Fjordline Ferries");
});
