/** A press in the console. */

import { unlessRefused } from "../../delivery/unless_refused.ts";
import type { Committed } from "../../execute/commit.ts";
import type { BotDeps } from "../incoming.ts";
import { quietly } from "../panel.ts";
import { conclude, type PressContext } from "../pressed.ts";
import { toast } from "../answer.ts";
import { surePanel } from "../../view/console/sure.ts";
import type { Panel } from "../../view/menu.ts";
import { askerFor } from "./access.ts";
import { askFor, dropQuestion } from "./ask.ts";
import { type Asker, type ConsoleCall, given } from "./entry.ts";
import { hintFor } from "./hint.ts";
import { pageAt, showInPlace } from "./show.ts";

/** Shows what was pressed, does it, or asks for what it needs; for whom it is, is decided anew. */
export async function pressConsole(
  deps: BotDeps,
  call: ConsoleCall,
  pressed: PressContext,
): Promise<void> {
  const { query } = pressed;
  const { who } = call.kind === "page" ? call.row : call.act;
  const { asker, isAllowed } = await askerFor(deps, query.from, { who, args: call.args });
  const { texts } = asker;
  const context = { ...pressed, texts };
  if (!isAllowed) {
    deps.trace.outcome = "not_allowed";
    return await toast(deps, query.id, texts.desk.not_allowed);
  }
  const { chatId, updateId } = context;
  await dropQuestion(deps, { chatId, personId: asker.personId, updateId, texts });
  if (call.kind === "act") return await perform(deps, { ...call, asker }, context);
  const panel = call.kind === "page"
    ? await call.row.show(deps, asker, call.args)
    : await surePage(deps, asker, call);
  if (!panel) {
    deps.trace.outcome = "gone";
    return await toast(deps, query.id, texts.admin.gone);
  }
  await Promise.all([showInPlace(deps, context, panel), quietly(deps, query)]);
}

type ActCall = Exclude<ConsoleCall, { kind: "page" }>;

async function surePage(deps: BotDeps, asker: Asker, call: ActCall): Promise<Panel | null> {
  const { act, name, words, args } = call;
  if (act.kind !== "press" || !act.question) return null;
  const question = await act.question(deps, asker, given(args));
  if (question === null) return null;
  const back = (act.from ?? act.next)(given(args));
  return surePanel(asker.texts, {
    act: name,
    args: words,
    n: args.n,
    question,
    hint: hintFor(asker.texts, act, args),
    back,
  });
}

async function perform(
  deps: BotDeps,
  { act, name, words, args, asker }: ActCall & { asker: Asker },
  context: PressContext,
): Promise<void> {
  const { query, updateId, chatId, messageId } = context;
  if (act.kind === "send") {
    const { texts } = asker;
    await toast(deps, query.id, act.told(texts));
    const problem = await act.run(deps, { chatId, updateId, texts }, given(args));
    if (problem !== null) await tell(deps, chatId, problem);
    return;
  }
  if (act.kind !== "press") {
    const asked = { act: [name, ...words, args.n].join(":"), panelId: messageId };
    await askFor(deps, { chatId, updateId }, { asker, row: act, args, asked });
    return await quietly(deps, query);
  }
  const origin = { actorId: asker.personId, chatId, updateId };
  const committed: Committed = await act.run(deps, origin, given(args));
  await conclude(deps, context, committed);
  await act.after?.(deps, committed, given(args));
  const next = act.instead?.(committed.outcome) ?? act.next(given(args));
  await showInPlace(deps, context, await pageAt(deps, asker, next));
}

async function tell(deps: BotDeps, chatId: number, text: string): Promise<void> {
  await unlessRefused(deps, () => deps.telegram.sendMessage(chatId, text));
}
