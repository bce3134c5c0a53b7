/** What administration makes the bot say, beside the answer to the person who acted. */

import type { Company } from "../domain/company.ts";
import type { AttachedGroup, PendingGroup } from "../domain/group.ts";
import type { PersonRef } from "../domain/person.ts";
import { buttonData } from "./callback_data.ts";
import { displayName } from "./clip.ts";
import { en } from "./texts/en/en.ts";
import { html, lines } from "./html.ts";
import { type Keyboard, type MessageContent, plainMessage } from "./message.ts";
import { personLink } from "./person_link.ts";

/** To a group that has just met the bot: asks whoever added it for the company's name. */
export function activationPrompt(addedBy: PersonRef): MessageContent {
  return {
    ...plainMessage(lines(
      en.onboarding.prompt,
      html`${personLink(addedBy)}${en.onboarding.promptAsk}`,
    )),
    forceReply: en.onboarding.placeholder,
    isWelcome: true,
  };
}

/** To a platform admin: the bot is in one of the groups no longer. */
export function groupLost({ title, chatId, company }: AttachedGroup): MessageContent {
  return plainMessage(
    html`${en.onboarding.lost(displayName(title, "?", 128), company)} (<code>${chatId}</code>)`,
  );
}

/** To whoever runs a group: the bot lacks a right there. */
export function rightMissing(right: "post" | "delete", title: string): MessageContent {
  return plainMessage(html`${en.onboarding.cannot[right](displayName(title, "?", 128))}`);
}

/** To a platform admin: a group asks to be let in. `similar`: companies it may belong to. */
export function activationRequest(
  group: PendingGroup,
  similar: readonly Pick<Company, "id" | "name">[],
): MessageContent {
  const { request, chatId } = group;
  const name = request?.name ?? group.title;
  const texts = en.onboarding;
  return plainMessage(
    lines(
      html`<b>${texts.request}</b>`,
      html`${texts.group}: ${displayName(group.title, "?", 128)} (<code>${chatId}</code>)`,
      html`${texts.requestedName}: <b>${displayName(name, "?", 80)}</b>`,
      request &&
        html`${texts.answeredBy}: ${personLink(request.by)} (<code>${request.by.id}</code>)`,
      html`${texts.addedBy}: ${personLink(group.addedBy)} (<code>${group.addedBy.id}</code>)`,
    ),
    [
      ...similar.map(({ id, name }) => [{
        text: en.buttons.attach(id, displayName(name, "?", 40)),
        data: buttonData("attach", chatId, id),
      }]),
      [{
        text: en.buttons.create(displayName(name, "?", 30)),
        data: buttonData("create", chatId),
        style: "success",
      }],
      [
        { text: en.buttons.reject, data: buttonData("reject", chatId) },
        { text: en.buttons.block, data: buttonData("block", chatId), style: "danger" },
      ],
    ],
  );
}

/** To a group that has become active: the three lines of the first day. */
export function activationMessage(
  company: Pick<Company, "name">,
  { anyoneMayClaim }: { anyoneMayClaim: boolean },
): MessageContent {
  const texts = en.onboarding;
  const keyboard: Keyboard = [[{
    text: en.buttons.calls,
    data: buttonData("calls"),
    style: "primary",
  }]];
  return plainMessage(
    lines(
      html`<b>${texts.activated(displayName(company.name, "?", 80))}</b>`,
      texts.activatedReport,
      texts.activatedClaim,
      anyoneMayClaim ? `${texts.activatedCalls} ${texts.activatedAnyone}` : texts.activatedCalls,
    ),
    keyboard,
  );
}

/** To the group's administrators: somebody wants to take calls. */
export function callTakingRequest(person: PersonRef): MessageContent {
  return plainMessage(html`${personLink(person)} ${en.onboarding.wantsCalls}`, [[{
    text: en.buttons.allow(displayName(person.name, en.nameless(person.id), 30)),
    data: buttonData("allow", person.id),
    style: "success",
  }]]);
}

/** To the group: somebody takes calls now. */
export function takesCallsMessage(person: PersonRef): MessageContent {
  return plainMessage(html`📞 ${personLink(person)} ${en.onboarding.takesCalls}`);
}

/** To a group that was turned down, before the bot leaves. */
export function rejectionMessage(): MessageContent {
  return plainMessage(html`${en.onboarding.rejected}`);
}
