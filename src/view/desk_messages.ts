/** What administration makes the bot say, beside the answer to the person who acted. */

import type { Company } from "../domain/company.ts";
import type { AttachedGroup, PendingGroup } from "../domain/group.ts";
import type { PersonRef } from "../domain/person.ts";
import { buttonData } from "./callback_data.ts";
import { displayName } from "./clip.ts";
import type { Texts } from "./texts/texts.ts";
import { html, join, lines } from "./html.ts";
import { type Keyboard, type MessageContent, plainMessage } from "./message.ts";
import { personLink } from "./person_link.ts";

/** To a group that has just met the bot: asks whoever added it for the company's name. */
export function activationPrompt(texts: Texts, addedBy: PersonRef): MessageContent {
  return {
    ...plainMessage(lines(
      texts.onboarding.prompt,
      html`${personLink(texts, addedBy)}${texts.onboarding.promptAsk}`,
    )),
    forceReply: texts.onboarding.placeholder,
    isWelcome: true,
  };
}

/** To a platform admin: the bot is in one of the groups no longer. */
export function groupLost(texts: Texts, { title, chatId, company }: AttachedGroup): MessageContent {
  return plainMessage(
    html`${texts.onboarding.lost(displayName(title, "?", 128), company)} (<code>${chatId}</code>)`,
  );
}

/** To whoever runs a group: the bot lacks a right there. */
export function rightMissing(
  texts: Texts,
  right: "post" | "delete",
  title: string,
): MessageContent {
  return plainMessage(html`${texts.onboarding.cannot[right](displayName(title, "?", 128))}`);
}

/** To a platform admin: a group asks to be let in. `similar`: companies it may belong to. */
export function activationRequest(
  texts: Texts,
  group: PendingGroup,
  similar: readonly Pick<Company, "id" | "name">[],
): MessageContent {
  const { request, chatId } = group;
  const name = request?.name ?? group.title;
  const words = texts.onboarding;
  const added = html`${words.addedBy}: ${personLink(texts, group.addedBy)}`;
  return plainMessage(
    lines(
      html`<b>${words.request}</b>`,
      html`${words.group}: ${displayName(group.title, "?", 128)} (<code>${chatId}</code>)`,
      html`${words.requestedName}: <b>${displayName(name, "?", 80)}</b>`,
      request &&
        html`${words.answeredBy}: ${personLink(texts, request.by)} (<code>${request.by.id}</code>)`,
      join([added, html`(<code>${group.addedBy.id}</code>)`], " "),
    ),
    [
      ...similar.map(({ id, name }) => [{
        text: texts.buttons.attach(id, displayName(name, "?", 40)),
        data: buttonData("attach", chatId, id),
      }]),
      [{
        text: texts.buttons.create(displayName(name, "?", 30)),
        data: buttonData("create", chatId),
        style: "success",
      }],
      [
        { text: texts.buttons.reject, data: buttonData("reject", chatId) },
        { text: texts.buttons.block, data: buttonData("block", chatId), style: "danger" },
      ],
    ],
  );
}

/** To a group that has become active: the three lines of the first day. */
export function activationMessage(
  texts: Texts,
  company: Pick<Company, "name">,
  { anyoneMayClaim }: { anyoneMayClaim: boolean },
): MessageContent {
  const words = texts.onboarding;
  const keyboard: Keyboard = [[{
    text: texts.buttons.calls,
    data: buttonData("calls"),
    style: "primary",
  }]];
  return plainMessage(
    lines(
      html`<b>${words.activated(displayName(company.name, "?", 80))}</b>`,
      words.activatedReport,
      words.activatedClaim,
      anyoneMayClaim ? `${words.activatedCalls} ${words.activatedAnyone}` : words.activatedCalls,
    ),
    keyboard,
  );
}

/** To the group's administrators: somebody wants to take calls. */
export function callTakingRequest(texts: Texts, person: PersonRef): MessageContent {
  return plainMessage(html`${personLink(texts, person)} ${texts.onboarding.wantsCalls}`, [[{
    text: texts.buttons.allow(displayName(person.name, texts.nameless(person.id), 30)),
    data: buttonData("allow", person.id),
    style: "success",
  }]]);
}

/** To the group: somebody takes calls now. */
export function takesCallsMessage(texts: Texts, person: PersonRef): MessageContent {
  return plainMessage(html`📞 ${personLink(texts, person)} ${texts.onboarding.takesCalls}`);
}

/** To a group that was turned down, before the bot leaves. */
export function rejectionMessage(texts: Texts): MessageContent {
  return plainMessage(html`${texts.onboarding.rejected}`);
}
