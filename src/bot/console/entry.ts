/** What a row of the console's table is: a page that is shown, or something that is done. */

import type { Outcome } from "../../domain/outcome.ts";
import type { Committed } from "../../execute/commit.ts";
import type { DeskOrigin } from "../../execute/companies.ts";
import type { ActName, Address, AddressArgs } from "../../view/console/address.ts";
import { type Frame, framed } from "../../view/console/frame.ts";
import type { Panel } from "../../view/menu.ts";
import type { Texts } from "../../view/texts/texts.ts";
import type { BotDeps } from "../incoming.ts";
import type { ArgumentName, Arguments, SomeArguments } from "./arguments.ts";

/**
 * Who it is for: whoever administers anything, whoever administers the company that it is about, or
 * platform admins alone.
 */
export type ConsoleRole = "anyone" | "company" | "platform_admin";

/** Who looks. */
export interface Asker {
  /** Telegram's numeric id. */
  personId: number;
  /** Their language. */
  texts: Texts;
}

/** What every row has. */
export interface Row<K extends ArgumentName> {
  /** Who it is for. */
  who: ConsoleRole;
  /** What it is about; a row for a company's administrators takes a company. */
  takes: readonly K[];
  /** The commands that do the same. */
  commands: readonly string[];
}

/** A page of the console. */
export interface ConsolePage extends Row<ArgumentName> {
  /** Shows it; `null`: what it is about is not there any more. */
  show(deps: BotDeps, asker: Asker, args: SomeArguments): Promise<Panel | null>;
}

/** Makes a page: `load` reads what it is about, `render` shows that. */
export function page<K extends ArgumentName, Data>(
  { load, render, ...row }: Row<K> & {
    load(deps: BotDeps, asker: Asker, args: Arguments<K>): Promise<Data | null>;
    render(texts: Texts, data: Data): Frame;
  },
): ConsolePage {
  return {
    ...row,
    async show(deps, asker, args) {
      const data = await load(deps, asker, args as Arguments<K>);
      return data === null ? null : framed(asker.texts, render(asker.texts, data));
    },
  };
}

/** What every act has. */
export interface Deed<K extends ArgumentName> extends Row<K> {
  /** What follows the command that does the same; `null`: there is none. */
  hint: ((args: Arguments<K>) => string) | null;
  /** Where one is when it is done. */
  next(args: Arguments<K>): Address;
  /** Where one is instead, when this answer leads to another question; `null`: it leads to none. */
  instead?(outcome: Outcome): Address | null;
  /** What else it causes, once it is answered. */
  after?(deps: BotDeps, committed: Committed, args: Arguments<K>): Promise<void>;
}

/** A button that does something at once. */
export interface PressDeed<K extends ArgumentName> extends Deed<K> {
  /** Discriminant. */
  kind: "press";
  /** What it would mean, asked before; `null`: it is not there any more. Missing: it is not asked. */
  question?(deps: BotDeps, asker: Asker, args: Arguments<K>): Promise<string | null>;
  /** Where its button stands, when that is not where one is afterwards. */
  from?(args: Arguments<K>): Address;
  /** Does it. */
  run(deps: BotDeps, origin: DeskOrigin, args: Arguments<K>): Promise<Committed>;
}

/** A button that asks for a text. */
export interface TextDeed<K extends ArgumentName> extends Deed<K> {
  /** Discriminant. */
  kind: "text";
  /** The question. */
  question(texts: Texts, args: Arguments<K>): string;
  /** Does it with the answer; `problem`: why that is none. */
  run(
    deps: BotDeps,
    origin: DeskOrigin,
    args: Arguments<K>,
    given: { text: string; texts: Texts },
  ): Promise<Committed | { problem: string }>;
}

/** A button that asks for people. */
export interface PeopleDeed<K extends ArgumentName> extends Deed<K> {
  /** Discriminant. */
  kind: "people";
  /** Does it for one of them. */
  run(
    deps: BotDeps,
    origin: DeskOrigin,
    args: Arguments<K>,
    personId: number,
  ): Promise<Committed>;
}

/** A button that sends something, and changes nothing. */
export interface SendDeed<K extends ArgumentName> extends Deed<K> {
  /** Discriminant. */
  kind: "send";
  /** What is said at once, because sending can take a while. */
  told(texts: Texts): string;
  /** Sends it; why it could not be sent, or `null`. */
  run(
    deps: BotDeps,
    to: { chatId: number; updateId: number; texts: Texts },
    args: Arguments<K>,
  ): Promise<string | null>;
}

/** Something that is done in the console. */
export type ConsoleAct =
  | SendDeed<ArgumentName>
  | PressDeed<ArgumentName>
  | TextDeed<ArgumentName>
  | PeopleDeed<ArgumentName>;

/** Makes an act. Its arguments are parsed by what it takes, so they are there when it runs. */
export function act<K extends ArgumentName>(
  deed: PressDeed<K> | TextDeed<K> | PeopleDeed<K> | SendDeed<K>,
): ConsoleAct {
  return deed as unknown as ConsoleAct;
}

/** What a press in the console wants. */
export type ConsoleCall =
  | { kind: "page"; row: ConsolePage; args: SomeArguments }
  | {
    kind: "act" | "sure";
    act: ConsoleAct;
    name: ActName;
    words: AddressArgs;
    args: SomeArguments;
  };

/** What an act is called with, however generic it is seen. */
export function given(args: SomeArguments): Arguments<ArgumentName> {
  return args as Arguments<ArgumentName>;
}
