/** What somebody writes to the bot in private that is not a command. */

import { keys } from "../store/keys.ts";
import { readOne } from "../store/read.ts";
import { retry } from "../store/retry.ts";
import { displayName } from "../view/clip.ts";
import { en } from "../view/en.ts";
import { answer } from "./answer.ts";
import { authorOf, words } from "./arguments.ts";
import { type BotDeps, type IncomingMessage, textOf } from "./incoming.ts";
import { handleCommand } from "./message.ts";

/** Continues a command that asked for a person, tells who a forwarded message is from, or helps. */
export async function handlePrivateMessage(
  deps: BotDeps,
  incoming: IncomingMessage,
): Promise<void> {
  const { message, from } = incoming;
  const prompt = await readOne(deps.kv, keys.prompt(message.chat.id, from.id));
  const asked = prompt.value;
  const origin = message.forward_origin;
  if (asked?.asked.for === "person" && asked.expiresAt > deps.now()) {
    await retry(deps, () => deps.kv.commit([], [{ type: "delete", key: prompt.key }]));
    const [name = "", ...args] = words(asked.asked.command);
    const person = origin ? [] : words(textOf(message)).slice(0, 1);
    return await handleCommand(deps, incoming, {
      name: name.slice(1),
      args: [...args, ...person].join(" "),
    });
  }
  if (!origin) return await answer(deps, incoming, en.help.unknownCommand);
  const found = authorOf(origin);
  if ("problem" in found) return await answer(deps, incoming, found.problem);
  const { person } = found;
  const name = "name" in person ? displayName(person.name, en.nameless(person.id)) : "";
  await answer(deps, incoming, en.arguments.forwarded(name, person.id));
}
