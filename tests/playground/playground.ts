/** The playground: a desk with people at it, its stories, and what is being recorded. */

import { StoryError } from "../demo/expect.ts";
import type { ParsedAct } from "./acts.ts";
import type { ActAnswer, Machinery, View } from "./contract.ts";
import { type Desk, openDesk } from "./desk.ts";
import { createMachine, type Machine } from "./machine.ts";
import { machineryOf } from "./machinery.ts";
import { type Deed, perform } from "./perform.ts";
import { play } from "./play.ts";
import { createRecorder } from "./recorder.ts";
import { isCheck, type Story, told } from "./step.ts";
import type { Library } from "./stories.ts";
import { type Shown, viewOf } from "./view.ts";

/** A playground that runs. */
export interface Playground {
  /** What a window shows; without a person the first of the cast. */
  view(window: { as: number | null; chat: number | null }): View;
  machine: Machine;
  machinery(incident: string | null): Promise<Machinery>;
  act(act: ParsedAct): Promise<ActAnswer>;
  /** Hears that something may look different; returns the function that stops it. */
  onChange(listener: () => void): () => void;
  /** What it stands on, until the next story begins. */
  readonly desk: Desk;
  close(): Promise<void>;
}

/** Options of {@linkcode startPlayground}. */
export interface PlaygroundOptions {
  library: Library;
  /** How fast time runs in the beginning. */
  speed?: 0 | 1 | 60;
}

/** A story under way. */
interface Playing {
  story: Story;
  /** How many of its steps are done. */
  at: number;
}

const DONE: ActAnswer = { ok: true };

/** Starts one. */
export async function startPlayground(
  { library, speed = 0 }: PlaygroundOptions,
): Promise<Playground> {
  const listeners = new Set<() => void>();
  const changed = () => listeners.forEach((listener) => listener());
  let now: () => number = Date.now;
  const machine = createMachine({ now: () => now(), said: changed });
  let playing: Playing | null = null;
  let stepping: Promise<unknown> = Promise.resolve();
  let desk = await openFresh();
  let recorder = createRecorder(desk);
  desk.time.run(speed);

  function openFresh(): Promise<Desk> {
    return openDesk({
      machine(clock) {
        now = clock;
        return machine;
      },
      changed,
    });
  }

  async function reset(): Promise<void> {
    await desk.close();
    desk = await openFresh();
    recorder = createRecorder(desk);
    changed();
  }

  async function doDeed(deed: Deed): Promise<ActAnswer> {
    const [at, by] = [desk, recorder];
    try {
      by.note(deed);
    } catch (error) {
      if (error instanceof RangeError) return { ok: false, problem: error.message };
      throw error;
    }
    const answer = await perform(at, deed);
    if (deed.do === "jump") by.forgetWait();
    changed();
    return answer;
  }

  async function stepOnce(): Promise<ActAnswer> {
    const { steps } = playing?.story ?? { steps: [] };
    if (!playing || playing.at >= steps.length) {
      return { ok: false, problem: "There is no next step." };
    }
    const under = playing;
    do {
      const step = steps[under.at++]!;
      await play(desk, step, doDeed);
      if (step.do === "wait") recorder.noteWait();
    } while (under.at < steps.length && isCheck(steps[under.at]!));
    changed();
    return DONE;
  }

  async function begin(id: string): Promise<ActAnswer> {
    const story = library.stories().find((each) => each.id === id)?.story;
    if (!story) return { ok: false, problem: "There is no such story." };
    await reset();
    for (const step of story.before) await play(desk, step, doDeed);
    playing = { story, at: 0 };
    changed();
    return DONE;
  }

  async function save(name: string): Promise<ActAnswer> {
    const story = await recorder.story(name);
    if (!story) return { ok: false, problem: "Nothing has been recorded." };
    const saved = `${JSON.stringify(story, null, 2)}\n`;
    await library.save(story, saved);
    changed();
    return { ok: true, saved };
  }

  /** Steps of a story never overtake each other, however fast somebody clicks. */
  async function inTurn(work: () => Promise<ActAnswer>): Promise<ActAnswer> {
    const turn = stepping.then(work);
    stepping = turn.catch(() => {});
    try {
      return await turn;
    } catch (error) {
      if (error instanceof StoryError) return { ok: false, problem: error.message };
      throw error;
    }
  }

  const shown = (): Shown => ({
    desk,
    story: playing && {
      name: playing.story.name,
      step: acted(playing.story, playing.at),
      steps: acted(playing.story),
      next: nextOf(playing),
    },
    stories: library.stories().map(({ id, story }) => ({
      id,
      name: story.name,
      steps: acted(story),
    })),
    recording: recorder.steps === null ? null : { steps: recorder.steps },
  });

  return {
    machine,
    get desk() {
      return desk;
    },
    view: (window) => viewOf(shown(), window),
    machinery: (incident) => machineryOf(desk, incident),
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async act(act) {
      switch (act.do) {
        case "clock":
          desk.time.run(act.speed);
          // What was already on its way passes; from then on time is as it was set.
          await desk.time.pass(0);
          return DONE;
        case "story":
          return await inTurn(() => begin(act.id));
        case "step":
          return await inTurn(stepOnce);
        case "end_story":
          playing = null;
          changed();
          return DONE;
        case "record":
          recorder.start();
          changed();
          return DONE;
        case "save":
          return await save(act.name);
        default:
          return await doDeed(act);
      }
    },
    async close() {
      await desk.close();
    },
  };
}

/** How many steps of a story, or of its beginning, do something. */
function acted({ steps }: Story, until = steps.length): number {
  return steps.slice(0, until).filter((step) => !isCheck(step)).length;
}

function nextOf({ story, at }: Playing): string | null {
  const next = story.steps.slice(at).find((step) => !isCheck(step));
  return next ? told(next) : null;
}
