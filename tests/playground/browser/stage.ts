/** A playground that is served, and windows onto it, as people who sit before it have them. */

import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { assertEquals } from "@std/assert";
import { servePlayground } from "../serve.ts";
import { findBrowser, launch } from "./browser.ts";

/** How a window looks. */
export interface Look {
  width?: number;
  height?: number;
  scheme?: "light" | "dark";
}

/** A window in which somebody sits. */
export interface Window {
  page: Page;
  /** Opens a chat of the list by its title, or by the beginning of it. */
  opens(title: string): Promise<void>;
  /** Writes and sends. */
  writes(text: string): Promise<void>;
  /** The newest message that says this. */
  message(text: string): Locator;
  /** Presses a button of the newest message that says `on`. */
  presses(button: string, on: string): Promise<void>;
  /** Waits until a message says this. */
  sees(text: string): Promise<void>;
}

/** What a test of the page has. */
export interface PageStage {
  origin: string;
  /** Opens a window as somebody, by first name. */
  window(name: string, look?: Look): Promise<Window>;
}

/** Long enough for two busy cores; nothing waits for its end when all is well. */
const PATIENCE_MS = 20_000;

const found = await findBrowser();
if ("missing" in found) console.log(`The page is not tried in a browser: ${found.missing}.`);

/** A test of the page in a real browser; skipped where there is none. No console error is allowed. */
export function pageTest(name: string, story: (stage: PageStage) => Promise<void>): void {
  Deno.test({
    name,
    ignore: "missing" in found,
    // The browser's process and its pipes are not Deno's to count.
    sanitizeOps: false,
    sanitizeResources: false,
    async fn() {
      if ("missing" in found) return;
      const errors: string[] = [];
      await onStage(found.path, { errors, story });
      assertEquals(errors, [], "no errors in the console");
    },
  });
}

/** Serves a playground whose clock stands, and starts a browser for it. */
export async function onStage(
  path: string,
  { errors, story }: { errors: string[]; story: (stage: PageStage) => Promise<void> },
): Promise<void> {
  const served = await servePlayground({ port: 0, speed: 0 });
  const browser = await launch(path);
  try {
    await story({
      origin: served.origin,
      window: (name, look = {}) =>
        openWindow({ browser, origin: served.origin, errors }, name, look),
    });
  } finally {
    await browser.close();
    await served.close();
  }
}

interface Surroundings {
  browser: Browser;
  origin: string;
  errors: string[];
}

async function openWindow(
  { browser, origin, errors }: Surroundings,
  name: string,
  { width = 1440, height = 900, scheme = "light" }: Look,
): Promise<Window> {
  const context: BrowserContext = await browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    reducedMotion: "reduce",
    timezoneId: "UTC",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.goto(`${origin}/`);
  await become(page, name);
  return windowOn(page);
}

/** Changes who sits there, by the list of people. */
async function become(page: Page, name: string): Promise<void> {
  // On a narrow page another pane may be open.
  const chats = page.getByRole("navigation", { name: "Panes" }).getByRole("button", {
    name: "Chats",
  });
  if (await chats.isVisible()) await chats.click();
  await page.getByRole("button", { name: /^You are/ }).click();
  const people = page.getByRole("dialog", { name: "Who are you?" });
  await people.getByRole("button", { name: new RegExp(`^${name}\\b`) }).click();
  await page.getByRole("button", { name: new RegExp(`^You are ${name}\\b`) }).waitFor();
}

function windowOn(page: Page): Window {
  const message = (text: string) => page.locator("article").filter({ hasText: text }).last();
  return {
    page,
    message,
    async opens(title) {
      const chats = page.getByRole("navigation", { name: "Chats" });
      await chats.getByRole("button", { name: title }).first().click();
      await page.getByRole("heading", { name: title, level: 2 }).waitFor();
    },
    async writes(text) {
      await page.getByRole("textbox", { name: "Message" }).fill(text);
      await page.getByRole("button", { name: "Send" }).click();
    },
    async presses(button, on) {
      const keyboards = page.locator("article").filter({ hasText: on })
        .getByRole("group", { name: "Buttons of the message" });
      await keyboards.getByRole("button", { name: button }).last().click();
    },
    async sees(text) {
      await message(text).waitFor();
    },
  };
}
