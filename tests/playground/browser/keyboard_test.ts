import { assertEquals, assertStringIncludes } from "@std/assert";
import { pageTest, type Window } from "./stage.ts";

/** What has the focus, in words. */
async function focused({ page }: Window): Promise<string> {
  const focus = page.locator(":focus");
  return await focus.getAttribute("aria-label") ?? await focus.innerText();
}

async function keys({ page }: Window, ...names: string[]): Promise<void> {
  for (const name of names) await page.keyboard.press(name);
}

pageTest("an incident is reported and claimed by keyboard alone", async (stage) => {
  const lena = await stage.window("Lena");
  await lena.opens("Nordhaul yard");
  await lena.page.reload();
  await lena.sees("Maya joins");

  await keys(lena, "Tab");
  assertEquals(await focused(lena), "To the chats");
  await keys(lena, "Tab", "Enter");
  await lena.page.waitForFunction("document.activeElement.id === 'message'");

  await lena.page.keyboard.type("/new");
  await lena.page.getByRole("listbox", { name: "Commands" }).waitFor();
  await keys(lena, "Escape");
  await lena.page.getByRole("listbox", { name: "Commands" }).waitFor({ state: "detached" });
  await keys(lena, "Backspace");
  await lena.page.getByRole("option", { selected: true }).waitFor();
  await keys(lena, "Enter");
  await lena.page.keyboard.type("Brakes failed");
  await keys(lena, "Shift+Enter");
  await lena.page.keyboard.type("on truck 12");
  await keys(lena, "Enter");
  await lena.sees("NORDHAUL-1 needs Dispatch");

  // Back into the messages: the newest is in the tab order, arrows lead to the card.
  await lena.page.locator("article").last().focus();
  await keys(lena, "ArrowUp", "Tab");
  for (let tabs = 0; tabs < 6 && !(await focused(lena)).includes("Claim"); tabs++) {
    await keys(lena, "Tab");
  }
  await keys(lena, "Enter");
  await lena.sees("Owner: Lena");
});

pageTest("menus open and close by keyboard, and give the focus back", async (stage) => {
  const lena = await stage.window("Lena");
  const menu = lena.page.getByRole("button", { name: "Trouble" });
  await menu.focus();
  await keys(lena, "Enter");
  await lena.page.getByRole("dialog", { name: "Trouble" }).waitFor();
  assertEquals(await focused(lena), "Off");
  await keys(lena, "Escape");
  assertStringIncludes(await focused(lena), "Trouble");

  const tab = lena.page.getByRole("tab", { name: "Calls" });
  await tab.focus();
  await keys(lena, "ArrowRight");
  await lena.page.getByRole("tab", { name: "Store", selected: true }).waitFor();
});
