/** What somebody writes to the bot in private that is not a command. */

import { keys } from "../store/keys.ts";
import { readMany } from "../store/read.ts";
import { sentenceFor } from "../view/answers.ts";
import { displayName } from "../view/clip.ts";
import { answer } from "./answer.ts";
import { authorOf, words } from "./arguments.ts";
import { finish } from "./command.ts";
import { answerInConsole } from "./console/answer.ts";
import { closePicker, isFromPicker } from "./console/late.ts";
import { type BotDeps, type IncomingMessage, textOf } from "./incoming.ts";
import { refuseForgotten } from "./refuse_forgotten.ts";
import { answerQuestion } from "./reply.ts";
import { runCommand } from "./run_command.ts";

/** Continues what asked for a person or a text, tells who a forwarded message is from, or helps. */
export async function handlePrivateMessage(
  deps: BotDeps,
  incoming: IncomingMessage,
): Promise<void> {
  const { message, from, updateId, texts } = incoming;
  const { prompt, mark, profile } = await readMany(deps.kv, {
    prompt: keys.prompt(message.chat.id, from.id),
    mark: keys.update(deps.settings.botId, updateId),
    profile: keys.profile(from.id),
  });
  if (profile.value?.forgetting) return await refuseForgotten(deps, incoming);
  if (mark.value && message.users_shared) {
    return await closePicker(deps, incoming, sentenceFor(texts, mark.value.outcome, deps.now()));
  }
  if (mark.value) return await finish(deps, incoming, { ...mark.value, deliveries: [] });
  const asked = prompt.value;
  if (asked?.asked.for === "console" && asked.expiresAt > deps.now()) {
    return await answerInConsole(deps, incoming, { ...prompt, value: asked }, asked.asked);
  }
  // Whoever is chosen when nobody is asked for any more gets nothing.
  if (isFromPicker(incoming)) return await closePicker(deps, incoming, incoming.texts.admin.late);
  const origin = message.forward_origin;
  if (asked?.asked.for === "person" && asked.expiresAt > deps.now()) {
    const [name = "", ...args] = words(asked.asked.command);
    const person = origin ? [] : words(textOf(message)).slice(0, 1);
    return await runCommand(deps, incoming, {
      name: name.slice(1),
      args: [...args, ...person].join(" "),
      settles: prompt.key,
    });
  }
  if (asked && asked.asked.for === "cancel_reason" && asked.expiresAt > deps.now() && !origin) {
    return await answerQuestion(deps, incoming, asked, { group: null, settles: prompt.key });
  }
  if (!origin) return await answer(deps, incoming, texts.help.listensInGroups);
  const found = authorOf(texts, origin);
  if ("problem" in found) return await answer(deps, incoming, found.problem);
  const { person } = found;
  const name = "name" in person ? displayName(person.name, texts.nameless(person.id)) : "";
  await answer(deps, incoming, texts.arguments.forwarded(name, person.id));
}
