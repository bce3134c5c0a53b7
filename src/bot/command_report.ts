/** `/new_issue`: reports an incident. */

import { ReportAction } from "../domain/action.ts";
import { executeReport } from "../execute/report.ts";
import { askForDescription } from "../execute/prompts.ts";
import { withAdministrators } from "./administrators.ts";
import { type Command, type CommandCall, finish } from "./command.ts";
import { attachmentIn } from "./attachment_in.ts";
import { type BotDeps, personRef, repliedTo, textOf, topicOf } from "./incoming.ts";

async function report(deps: BotDeps, call: CommandCall): Promise<void> {
  const { message, from, updateId, args, group } = call;
  if (!group) return;
  const original = repliedTo(message);
  const source = original && original.from?.id !== deps.settings.botId ? original : null;
  const description = args || (source ? textOf(source).trim() : "");
  const chatId = message.chat.id;
  const actor = personRef(from);
  if (!description) {
    const question = {
      company: group.company,
      person: actor,
      sourceMessageId: source?.message_id ?? null,
      attachment: attachmentIn(source ?? message),
      topicId: topicOf(message),
      commandMessageId: message.message_id,
    };
    const asked = await withAdministrators(
      deps,
      chatId,
      (mayAsk) => askForDescription(deps, { chatId, updateId, mayAsk }, question),
    );
    return await finish(deps, call, asked);
  }
  const sourceMessageId = source?.message_id ?? message.message_id;
  const request = {
    action: ReportAction.parse({
      type: "report",
      description,
      sourceMessageId,
      topicId: topicOf(message),
      attachment: attachmentIn(source ?? message),
    }),
    actor,
    chatId,
    company: group.company,
    updateId,
    albumId: (source ?? message).media_group_id,
  };
  const reported = await withAdministrators(
    deps,
    chatId,
    (mayAsk) => executeReport(deps, { ...request, mayAsk }),
  );
  await finish(deps, call, reported);
}

/** The command. */
export const newIssue: Command = {
  name: "new_issue",
  aliases: ["ticket"],
  ephemeral: false,
  group: {
    who: "reporter",
    usage: "<what happened>",
    example: "Brakes failed on truck 12, I-80 exit 42",
    run: report,
  },
  private: null,
};
