/** Questions the bot asks one person, remembered by person so that no crash loses them. */

import type { CoreDeps } from "../deps.ts";
import type { Attachment } from "../domain/attachment.ts";
import { formatIncidentId, type IncidentId } from "../domain/ids.ts";
import { reportersRefusal } from "../domain/may_report.ts";
import type { PersonRef } from "../domain/person.ts";
import { isFresh, standingOf } from "../domain/standing.ts";
import { keys } from "../store/keys.ts";
import type { Entry } from "../store/read.ts";
import type { ConsoleQuestion, Prompt } from "../store/records.ts";
import { set } from "../store/write.ts";
import { type Html, html } from "../view/html.ts";
import { type MessageContent, plainMessage } from "../view/message.ts";
import { personLink } from "../view/person_link.ts";
import { commitAction, type Committed } from "./commit.ts";
import { answered } from "./companies.ts";
import { textsForGroup } from "../view/texts/language.ts";
import type { Texts } from "../view/texts/texts.ts";
import { activeGroup, inactive, refused } from "./refused.ts";
import type { Reported } from "./report.ts";

/** How long an answer is waited for, in milliseconds. */
const PROMPT_TIME = 60 * 60_000;

/** In a group: asks somebody who reports, and may, what happened. */
export async function askForDescription(
  deps: CoreDeps,
  origin: { chatId: number; updateId: number; mayAsk?: boolean },
  question: {
    company: string;
    person: PersonRef;
    sourceMessageId: number | null;
    attachment: Attachment | null;
    commandMessageId: number;
    topicId: number | null;
  },
): Promise<Reported> {
  const { company, person, sourceMessageId, attachment, commandMessageId, topicId } = question;
  const asked = { for: "description" as const, sourceMessageId, attachment };
  const { chatId } = origin;
  const wanted = {
    group: keys.group(chatId),
    company: keys.company(company),
    prompt: keys.prompt(chatId, person.id),
    roles: keys.person(company, person.id),
    administrators: keys.administrators(chatId),
  };
  let askAdministrators = false;
  const committed = await commitAction(deps, origin, wanted, (read, { now }) => {
    const { prompt, roles, administrators } = read;
    const group = activeGroup(read.group.value, company);
    if (!group) return refused(inactive(read.group.value));
    const standing = standingOf({
      personId: person.id,
      now,
      platformAdmins: deps.settings.platformAdmins,
      person: roles.value,
      group,
      administrators: administrators.value,
    });
    const refusal = reportersRefusal(group.settings.reporters, standing);
    askAdministrators = refusal !== null && origin.mayAsk === true &&
      !isFresh(administrators.value, now);
    if (refusal) return refused(refusal);
    const texts = textsForGroup(group, read.company.value);
    return answered({ key: "noted" }, {
      changes: [set(prompt, promptFor(asked, now), PROMPT_TIME)],
      messages: [{
        chatId,
        order: "direct",
        content: {
          ...plainMessage(html`${personLink(texts, person)}${texts.report.ask}`),
          forceReply: texts.report.placeholder,
          asks: person.id,
          replyTo: commandMessageId,
          topicId,
        },
      }],
    });
  });
  return { ...committed, askAdministrators };
}

/**
 * Asks why there is nothing to do for an incident, in its group or in private. `texts`: in the language
 * of whoever reads there.
 */
export function askForReason(
  deps: CoreDeps,
  origin: { chatId: number; updateId: number },
  question: { texts: Texts; person: PersonRef; incident: IncidentId; topicId: number | null },
): Promise<Committed> {
  const { texts, person, incident, topicId } = question;
  const { chatId } = origin;
  const wanted = { prompt: keys.prompt(chatId, person.id) };
  return commitAction(deps, origin, wanted, ({ prompt }, { now }) => {
    const text = html`${personLink(texts, person)}${
      texts.menu.askReason(formatIncidentId(incident))
    }`;
    return answered({ key: "noted" }, {
      changes: [set(prompt, promptFor({ for: "cancel_reason", incident }, now), PROMPT_TIME)],
      messages: [{
        chatId,
        order: "direct",
        content: {
          ...plainMessage(text),
          forceReply: texts.menu.reasonPlaceholder,
          asks: person.id,
          topicId,
        },
      }],
    });
  });
}

/** In private: asks whom a command that gives a role is about. */
export function askForPerson(
  deps: CoreDeps,
  origin: { chatId: number; updateId: number },
  question: { personId: number; command: string; text: Html },
): Promise<Committed> {
  const { chatId } = origin;
  const wanted = { prompt: keys.prompt(chatId, question.personId) };
  return commitAction(deps, origin, wanted, ({ prompt }, { now }) => {
    const asked = promptFor({ for: "person", command: question.command }, now);
    return answered({ key: "noted" }, {
      changes: [set(prompt, asked, PROMPT_TIME)],
      messages: [{ chatId, order: "direct", content: plainMessage(question.text) }],
    });
  });
}

/** In the console: asks for what something there needs. */
export function askInConsole(
  deps: CoreDeps,
  origin: { chatId: number; updateId: number },
  { personId, asked, content }: {
    personId: number;
    asked: ConsoleQuestion;
    content: MessageContent;
  },
): Promise<Committed> {
  const { chatId } = origin;
  const wanted = { prompt: keys.prompt(chatId, personId) };
  return commitAction(deps, origin, wanted, ({ prompt }, { now }) =>
    answered({ key: "noted" }, {
      changes: [set(prompt, promptFor(asked, now), PROMPT_TIME)],
      messages: [{ chatId, order: "direct", content: { ...content, asks: personId } }],
    }));
}

/** Takes back what the console has asked, unless something else was asked meanwhile. */
export async function takeBackQuestion(
  { kv }: CoreDeps,
  prompt: Entry<Prompt>,
): Promise<boolean> {
  return await kv.commit([prompt], [{ type: "delete", key: prompt.key }]) !== null;
}

function promptFor(asked: Prompt["asked"], now: number): Prompt {
  return { schema: 1, asked, messageId: null, expiresAt: now + PROMPT_TIME };
}
