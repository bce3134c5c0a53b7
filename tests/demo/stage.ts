/** The real program and a simulated Telegram, over HTTP both ways, with time moved by hand. */

import { type App, createApp, WEBHOOK_PATH } from "../../src/app.ts";
import { ALLOWED_UPDATES } from "../../src/bot/bot.ts";
import { readConfig } from "../../src/config.ts";
import type { Incident } from "../../src/domain/incident.ts";
import { parseIncidentId } from "../../src/domain/ids.ts";
import { createLog } from "../../src/log.ts";
import { setWebhook } from "../../src/set_webhook.ts";
import { keys } from "../../src/store/keys.ts";
import { denoKv } from "../../src/store/kv.ts";
import { readOne } from "../../src/store/read.ts";
import {
  type Group,
  type ManualClock,
  manualClock,
  type Person,
  type Simulator,
  startSimulator,
} from "../simulator/simulator.ts";
import { UNLIMITED } from "../unlimited.ts";
import { expect, StoryError } from "./expect.ts";
import type { Narrator } from "./narrator.ts";

/** A Monday, seven in the morning. */
const START = Date.UTC(2026, 10, 23, 7, 0);
const MINUTE = 60_000;
const SECRET = "only-for-the-demo";
/** The story takes a few seconds; one that hangs should end and say so. */
const PATIENCE_MS = 60_000;

/** Where the story plays. */
export interface Stage {
  telegram: Simulator;
  app: App;
  clock: ManualClock;
  /** The platform admin; has not started the bot yet. */
  admin: Person;
  /** Where the program listens, without a slash at the end. */
  origin: string;
  /** Rejects when the program fails an update, which Telegram would bring again, or when it hangs. */
  broken: Promise<never>;
  /** Warnings and errors that the program has logged. */
  complaints: string[];
  /** Opens a scene, at the story's time of day. */
  tell(sentence: string): void;
  /** Moves time on; the sweep runs each minute on the way. */
  pass(minutes: number): Promise<void>;
  /** Moves time on until then, epoch milliseconds; a night needs no sweep each minute. */
  overnight(until: number): Promise<void>;
  /** Moves time on and opens a scene that begins with what the last minute brings. */
  later(minutes: number, sentence: string): Promise<void>;
  /** An incident as it is stored. */
  stored(id: string): Promise<Incident>;
  /** The newest message of a group or a private chat, which has to contain `words`. */
  newest(place: Group | Person["private"], words: string): Group["messages"][number];
  close(): Promise<void>;
}

/** Starts both, tells Telegram where the program is, and lets the narrator listen. */
export async function setStage(narrator: Narrator): Promise<Stage> {
  const folder = await Deno.makeTempDir({ prefix: "tocsin-demo-" });
  const store = await Deno.openKv(`${folder}/tocsin.sqlite`);
  const clock = manualClock(START);
  const { now } = clock;
  const telegram = await startSimulator({ clock });
  telegram.onNotice(narrator.hear);
  const admin = telegram.person("Petra");
  const values: Record<string, string> = {
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_WEBHOOK_SECRET: SECRET,
    TELEGRAM_API_ROOT: telegram.root,
    ...UNLIMITED,
    PLATFORM_ADMIN_IDS: String(admin.id),
  };
  const config = readConfig((name) => values[name]);
  const complaints: string[] = [];
  const write = (line: string) => {
    const { message, error = "" } = JSON.parse(line);
    complaints.push(`${message}. ${error}`);
  };
  const log = createLog({ level: "warn", secrets: [config.token, SECRET], now, write });
  const app = createApp(config, { kv: denoKv(store), now, log });

  const broken = Promise.withResolvers<never>();
  broken.promise.catch(() => {});
  const giveUp = (sentence: string) => broken.reject(new StoryError(sentence));
  const patience = setTimeout(() => giveUp("Nothing has happened for a minute."), PATIENCE_MS);
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    async (request) => {
      const response = await app.handle(request);
      if (request.method === "POST" && !response.ok) {
        giveUp(`The program answered an update with ${response.status}: ${complaints.at(-1)}`);
      }
      return response;
    },
  );
  const origin = `http://127.0.0.1:${server.addr.port}`;
  telegram.connect(origin + WEBHOOK_PATH, { secret: SECRET, allowedUpdates: ALLOWED_UPDATES });
  // Telegram takes https only: the address above stays, secret and kinds of update are set anew.
  await setWebhook(config, "https://tocsin.example");

  async function pass(minutes: number): Promise<void> {
    for (let i = 0; i < minutes; i++) {
      await clock.advance(MINUTE);
      await app.sweep();
    }
    await telegram.settled();
  }

  return {
    telegram,
    app,
    clock,
    admin,
    origin,
    broken: broken.promise,
    complaints,
    tell: (sentence) => narrator.tell(sentence, now()),
    pass,
    async overnight(until) {
      while (now() < until) {
        await clock.advance(Math.min(10 * MINUTE, until - now()));
        await app.sweep();
      }
      await telegram.settled();
    },
    async later(minutes, sentence) {
      await pass(minutes - 1);
      narrator.tell(sentence, now() + MINUTE);
      await pass(1);
    },
    async stored(id) {
      const incidentId = parseIncidentId(id);
      const found = incidentId && (await readOne(app.deps.kv, keys.incident(incidentId))).value;
      expect(found, `${id} should be in the store.`);
      return found.state;
    },
    newest(place, words) {
      const message = place.messages.findLast(({ text = "" }) => text.includes(words));
      expect(message, `Somebody should have been told “${words}”.`);
      return message;
    },
    async close() {
      clearTimeout(patience);
      await telegram.close();
      await server.shutdown();
      store.close();
      await Deno.remove(folder, { recursive: true });
    },
  };
}
