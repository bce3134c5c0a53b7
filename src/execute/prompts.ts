/** Questions the bot asks one person, remembered by person so that no crash loses them. */

import type { CoreDeps } from "../deps.ts";
import type { Attachment } from "../domain/attachment.ts";
import { formatIncidentId, type IncidentId } from "../domain/ids.ts";
import type { PersonRef } from "../domain/person.ts";
import { keys } from "../store/keys.ts";
import type { Prompt } from "../store/records.ts";
import { set } from "../store/write.ts";
import { type Html, html } from "../view/html.ts";
import { plainMessage } from "../view/message.ts";
import { personLink } from "../view/person_link.ts";
import { commitAction, type Committed } from "./commit.ts";
import { answered } from "./companies.ts";
import { inactive, refused } from "./refused.ts";
import { textsForGroup } from "../view/texts/language.ts";
import type { Texts } from "../view/texts/texts.ts";

/** How long an answer is waited for, in milliseconds. */
const PROMPT_TIME = 60 * 60_000;

/** In a group: asks somebody who reports what happened. */
export function askForDescription(
  deps: CoreDeps,
  origin: { chatId: number; updateId: number },
  question: {
    person: PersonRef;
    sourceMessageId: number | null;
    attachment: Attachment | null;
    commandMessageId: number;
    topicId: number | null;
    /** The company that the group belongs to, as far as is known. */
    company: string;
  },
): Promise<Committed> {
  const { person, sourceMessageId, attachment, commandMessageId, topicId } = question;
  const asked = { for: "description" as const, sourceMessageId, attachment };
  const { chatId } = origin;
  const wanted = {
    group: keys.group(chatId),
    company: keys.company(question.company),
    prompt: keys.prompt(chatId, person.id),
  };
  return commitAction(deps, origin, wanted, ({ group, company, prompt }, { now }) => {
    if (group.value?.status !== "active") return refused(inactive(group.value));
    const texts = textsForGroup(group.value, company.value);
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

function promptFor(asked: Prompt["asked"], now: number): Prompt {
  return { schema: 1, asked, messageId: null, expiresAt: now + PROMPT_TIME };
}
