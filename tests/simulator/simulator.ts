import type { Update, User } from "grammy/types";
import { countActivity } from "./activity.ts";
import type { Clock, ManualClock } from "./clock.ts";
import { createDelivery, type Target } from "./delivery.ts";
import { openDesk } from "./desk.ts";
import { createFaults, type Faults } from "./faults.ts";
import { createGroup, type Group, type GroupOptions } from "./groups.ts";
import { listen } from "./listener.ts";
import { type Call, createNotices, type Notice } from "./notices.ts";
import { createPerson, type Person, type PersonOptions } from "./people.ts";
import { loadSpec } from "./spec.ts";
import type { Telegram } from "./telegram.ts";
import { createWorld } from "./new_world.ts";
import { MAX_SUPERGROUP_ID } from "./rooms.ts";
import type { Channel } from "./voices.ts";
import type { Outcome, Params, World } from "./world.ts";

export { buttons, keyboard, plain } from "./keyboard.ts";
export type { Clock, ManualClock } from "./clock.ts";
export { manualClock, realClock } from "./clock.ts";
export type { Target } from "./delivery.ts";
export type { Fault, Faults } from "./faults.ts";
export type { Group, GroupOptions } from "./groups.ts";
export type { FileFacts, FileKind } from "./files.ts";
export type { AlbumItem, Media } from "./media.ts";
export type { Standing } from "./members.ts";
export type { Call, Notice } from "./notices.ts";
export type { Person, PersonOptions } from "./people.ts";
export type { Channel } from "./voices.ts";
export type { Outcome, Params, Toast, World } from "./world.ts";

export interface SimulatorOptions {
  token?: string;
  botUsername?: string;
  clock?: Clock;
  /** Port on 127.0.0.1; a free one when 0 or not given. */
  port?: number;
  /** `false`: a Telegram older than Bot API 10.2, which refuses ephemeral messages. */
  knowsEphemeral?: boolean;
  /** Refuse more than 20 messages a minute to one group. */
  enforceRate?: boolean;
  /** Path of the Bot API reference; default: the environment variable BOT_API_SPEC. */
  spec?: string;
  /** `false` turns privacy mode off for every group, as BotFather can. */
  privacyMode?: boolean;
}

export interface ConnectOptions {
  secret: string;
  maxConnections?: number;
  /** Kinds of update to send; what was said before, or the default kinds, when not given. */
  allowedUpdates?: readonly string[];
  /** The address a function target believes it was called at. */
  address?: string;
}

/** A Telegram that behaves: a Bot API server with people, chats and updates behind it. */
export interface Simulator {
  /** The address to use in place of https://api.telegram.org. */
  readonly root: string;
  readonly token: string;
  readonly bot: User;
  readonly clock: Clock;
  /** All that this Telegram knows, for whoever shows it. */
  readonly world: Readonly<World>;
  /** Groups by id, as they were made. */
  readonly groups: ReadonlyMap<number, Group>;
  /** People by id. */
  readonly people: ReadonlyMap<number, Person>;
  /** From now on it refuses ephemeral messages, or takes them again. */
  refuseEphemeral(refuses: boolean): void;
  person(name: string, options?: PersonOptions): Person;
  group(title: string, options?: GroupOptions): Group;
  /** A channel whose posts come into a group, or that people speak as. */
  channel(title: string): Channel;
  /**
   * Where updates go; several targets are used in turn, as behind a load balancer. They stay when
   * the bot calls setWebhook, whose secret and allowed updates count from then on.
   */
  connect(target: Target | Target[], options: ConnectOptions): void;
  /** Calls a method without HTTP, past neither faults nor rules; a broken connection rejects. */
  call(method: string, params?: Params): Promise<unknown>;
  /** The same, with the answer as it goes over the wire; `undefined`: the connection broke. */
  perform(method: string, params: Params): Promise<Outcome | undefined>;
  /**
   * Resolves when no delivery, no retry that is due and no call is under way. People's actions
   * return when their own update is handled; what the bot's calls caused may still be on its way.
   */
  settled(): Promise<void>;
  /** Every call so far, refused ones too; a call cut off before it had an effect is not there. */
  readonly calls: Call[];
  /** The bytes of a file that the bot has uploaded, as whoever downloads it gets them. */
  download(fileId: string): Promise<Uint8Array<ArrayBuffer>>;
  /** What calls broke in the Bot API reference; stays empty without one. */
  readonly violations: string[];
  readonly faults: Faults;
  /** Updates given up because they grew too old. */
  readonly dropped: number;
  /** Updates nobody has taken yet. */
  readonly pending: Update[];
  /** Updates in the order they were queued. */
  readonly updates: Update[];
  onCall(listener: (call: Call) => void): () => void;
  onUpdate(listener: (update: Update) => void): () => void;
  /** Hears everything that happens in any chat. */
  onNotice(listener: (notice: Notice) => void): () => void;
  /** Delivers an update nobody caused; it gets a number unless it has one. */
  forgedUpdate(update: Omit<Update, "update_id"> & { update_id?: number }): Promise<void>;
  /** Delivers the very same update again: the answer's status, 0 for a broken connection. */
  redeliver(updateId: number): Promise<number>;
  /** Delivers it to every target at once. */
  redeliverEverywhere(updateId: number): Promise<number[]>;
  close(): Promise<void>;
}

/**
 * Starts a Telegram for tests, the demo and the playground.
 *
 * ```ts
 * const telegram = await startSimulator();
 * const ana = telegram.person("Ana", { username: "ana" });
 * const office = telegram.group("Office", { members: [ana], botRights: "administrator" });
 * telegram.connect(handler, { secret: "s3cret" });
 * await ana.says(office, "/report The printer is on fire");
 * const [, card] = office.visibleTo(ana);
 * const toast = await ana.presses(card, "Claim");
 * await telegram.close();
 * ```
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const world = createWorld(options);
  const notices = createNotices();
  const activity = countActivity();
  const closing = new AbortController();
  const faults = createFaults();
  const calls: Call[] = [];
  const violations: string[] = [];
  const updates: Update[] = [];
  const groups = new Map<number, Group>();
  const people = new Map<number, Person>();
  let targets: readonly Target[] = [];
  let address = "https://tocsin.example/telegram";

  const parts = { world, notices, activity, signal: closing.signal };
  const telegram: Telegram = {
    ...parts,
    updates: createDelivery(parts, {
      // Without connect() the bot's own setWebhook says where updates go.
      targets: () => targets.length > 0 ? targets : [world.webhook.url],
      address: () => address,
      perform: (method, params) => desk.perform(method, params),
    }),
  };
  const spec = await loadSpec(options.spec);
  const desk = openDesk({ telegram, faults, spec, calls, violations });
  const listener = await listen(desk.handle, { port: options.port ?? 0 });
  if (isManual(world.clock)) world.clock.beforeMoving(activity.idle);
  notices.listen((notice) => void (notice.kind === "update" && updates.push(notice.update)));

  return {
    root: listener.root,
    token: world.token,
    bot: world.bot,
    clock: world.clock,
    world,
    refuseEphemeral: (refuses) => void (world.knowsEphemeral = !refuses),
    calls,
    violations,
    faults,
    updates,
    get dropped() {
      return world.dropped;
    },
    get pending() {
      return world.waiting.map(({ update }) => update);
    },
    groups,
    people,
    person(name, more = {}) {
      const person = createPerson(telegram, name, more);
      people.set(person.id, person);
      return person;
    },
    group(title, more = {}) {
      const group = createGroup(telegram, title, more);
      groups.set(group.id, group);
      return group;
    },
    channel: (title) => ({
      id: MAX_SUPERGROUP_ID - ++world.last.group,
      type: "channel",
      title,
    }),
    connect(target, { secret, maxConnections = 40, allowedUpdates, address: url }) {
      targets = Array.isArray(target) ? target : [target];
      address = url ?? address;
      const [first] = targets;
      world.webhook.url = typeof first === "string" ? first : address;
      world.webhook.secret = secret;
      world.webhook.maxConnections = maxConnections;
      if (allowedUpdates) world.webhook.allowedUpdates = allowedUpdates;
      telegram.updates.resume();
    },
    async call(method, params = {}) {
      const outcome = await desk.perform(method, params);
      if (!outcome) throw new TypeError("The connection broke");
      if (!outcome.ok) throw new Error(`${outcome.error_code}: ${outcome.description}`);
      return outcome.result;
    },
    perform: desk.perform,
    async download(fileId) {
      const upload = world.files.get(fileId)?.upload;
      if (!upload) throw new RangeError(`Cannot download ${fileId}: nobody has uploaded it`);
      return await upload.bytes();
    },
    settled: activity.idle,
    onCall: (heard) => notices.listen((notice) => notice.kind === "call" && heard(notice.call)),
    onUpdate: (heard) =>
      notices.listen((notice) => notice.kind === "update" && heard(notice.update)),
    onNotice: notices.listen,
    forgedUpdate: (update) =>
      telegram.updates.inject({ ...update, update_id: update.update_id ?? ++world.last.update }),
    redeliver: (updateId) => telegram.updates.redeliver(updateId),
    redeliverEverywhere: (updateId) => {
      const each = Array.from({ length: telegram.updates.targetCount() }, (_, n) => n);
      return Promise.all(each.map((n) => telegram.updates.redeliver(updateId, n)));
    },
    async close() {
      closing.abort(new DOMException("The simulator is closed", "AbortError"));
      await listener.close();
      await activity.idle();
    },
  };
}

function isManual(clock: Clock): clock is ManualClock {
  return "beforeMoving" in clock;
}
