/** For the tests: a served playground, and windows that look at it as a browser does. */

import { assert, assertEquals } from "@std/assert";
import type { Act, ActAnswer, Bubble, MachineLine, View } from "./contract.ts";
import { type ServeOptions, servePlayground } from "./serve.ts";

/** How long a window waits for what has to come, in milliseconds. */
const PATIENCE_MS = 10_000;

/** A window. */
export interface Visitor {
  readonly id: number;
  /** The newest view. */
  readonly view: View;
  /** What has passed in the machine room since it was opened. */
  readonly lines: MachineLine[];
  /** Waits for a view that is so. */
  sees(what: string, is: (view: View) => boolean): Promise<View>;
  says(text: string, more?: { replyTo?: number }): Promise<ActAnswer>;
  /** Presses a button of the newest message that says this. */
  presses(says: string, label: string): Promise<ActAnswer>;
  /** Does something in its own name, in the chat that is open. */
  does(act: { do: string } & Record<string, unknown>): Promise<ActAnswer>;
}

/** A playground with an address. */
export interface Visited {
  origin: string;
  act(act: Act | Record<string, unknown>): Promise<ActAnswer>;
  /** Opens a window: who, by name, and which chat, by title; `private`: the bot's. */
  opens(name: string, chat?: string): Promise<Visitor>;
}

/** Serves a playground whose time stands, for as long as the test takes. */
export async function visit(
  tell: (visited: Visited) => Promise<void>,
  options: ServeOptions = {},
): Promise<void> {
  const { origin, close } = await servePlayground({ port: 0, speed: 0, ...options });
  const leaving = new AbortController();
  const open: Promise<void>[] = [];
  const act: Visited["act"] = async (body) => {
    const response = await fetch(`${origin}/api/act`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-playground": "1" },
      body: JSON.stringify(body),
    });
    return await response.json();
  };
  const visited: Visited = {
    origin,
    act,
    async opens(name, chat = "Nordhaul yard") {
      const { cast, groups } = await firstView(origin);
      const id = cast.find((each) => each.name === name)?.id;
      const chatId = chat === "private" ? id : groups.find(({ title }) => title === chat)?.id;
      assert(id !== undefined && chatId !== undefined, `${name} in ${chat}`);
      const { visitor, read } = await openWindow({ origin, id, chat: chatId, act }, leaving.signal);
      open.push(read);
      return visitor;
    },
  };
  try {
    await tell(visited);
  } finally {
    leaving.abort();
    await Promise.all(open);
    await close();
  }
}

/** What a message says, in plain words. */
export function said({ parts }: Bubble): string {
  return parts.map(({ text }) => text).join("");
}

/** What stands in the open chat, the newest last. */
export function bubbles(view: View): Bubble[] {
  return view.open?.bubbles ?? [];
}

/** Whether the open chat has a message that says this. */
export function says(words: string): (view: View) => boolean {
  return (view) => bubbles(view).some((bubble) => said(bubble).includes(words));
}

async function firstView(origin: string): Promise<View> {
  const response = await fetch(`${origin}/api/stream`);
  for await (const { event, data } of eventsOf(response)) if (event === "view") return data as View;
  throw new Error("The stream ended without a view");
}

async function openWindow(
  { origin, id, chat, act }: Pick<Visited, "origin" | "act"> & { id: number; chat: number },
  signal: AbortSignal,
): Promise<{ visitor: Visitor; read: Promise<void> }> {
  const response = await fetch(`${origin}/api/stream?as=${id}&chat=${chat}`, { signal });
  const lines: MachineLine[] = [];
  let view: View | undefined;
  let came = Promise.withResolvers<void>();
  const read = (async () => {
    try {
      for await (const { event, data } of eventsOf(response)) {
        assert(event !== "problem", String(data));
        if (event === "machine") lines.push(data as MachineLine);
        if (event === "view") view = data as View;
        came.resolve();
        came = Promise.withResolvers();
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  })();
  while (!view) await came.promise;
  const does: Visitor["does"] = (deed) => act({ as: id, chat, ...deed });
  const visitor: Visitor = {
    id,
    lines,
    get view() {
      return view!;
    },
    async sees(what, is) {
      const end = performance.now() + PATIENCE_MS;
      while (!is(view!)) {
        assert(performance.now() < end, `nobody saw ${what}`);
        const late = Promise.withResolvers<void>();
        const timer = setTimeout(late.resolve, PATIENCE_MS);
        await Promise.race([came.promise, late.promise]);
        clearTimeout(timer);
      }
      return view!;
    },
    says: (text, more = {}) => does({ do: "say", text, ...more }),
    async presses(words, label) {
      const on = await visitor.sees(
        `[${label}] under “${words}”`,
        (it) => !!buttonIn(it, words, label),
      );
      const { key, row, column, text } = buttonIn(on, words, label)!;
      return await does({ do: "press", key, row, column, text });
    },
    does,
  };
  return { visitor, read };
}

function buttonIn(view: View, words: string, label: string) {
  return bubbles(view).filter((bubble) => said(bubble).includes(words)).toReversed()
    .flatMap(({ key, keyboard }) => keyboard.flat().map((button) => ({ key, ...button })))
    .find(({ text }) => text.includes(label));
}

async function* eventsOf(response: Response): AsyncGenerator<{ event: string; data: unknown }> {
  assertEquals(response.status, 200);
  let rest = "";
  for await (const text of response.body!.pipeThrough(new TextDecoderStream())) {
    const blocks = (rest + text).split("\n\n");
    rest = blocks.pop()!;
    for (const block of blocks) {
      const [, event, data] = /^event: (\w+)\ndata: (.*)$/.exec(block) ?? [];
      if (event && data) yield { event, data: JSON.parse(data) };
    }
  }
}
