/** Sentences about the life of companies, departments and groups. */

import type { LifeAnswer } from "../domain/desk_life.ts";
import { displayName } from "./clip.ts";
import type { Texts } from "./texts/texts.ts";

/** The sentence for an answer, as plain text. */
export function lifeSentence({ life: texts }: Texts, answer: LifeAnswer): string {
  switch (answer.key) {
    case "group_detached":
    case "group_detached_already":
    case "group_moved":
      return texts[answer.key](answer.company, shown(answer.title));
    case "group_has_open":
      return texts.group_has_open(answer.company, shown(answer.title), answer.count);
    case "no_such_group":
      return texts.no_such_group(answer.chatId);
    case "too_many_groups":
    case "too_many_of_company":
      return texts[answer.key](answer.company, answer.most);
    case "department_placed":
      return texts.department_placed(answer.company, shown(answer.name), answer.place);
    case "department_removed":
      return texts.department_removed(answer.company, shown(answer.name), shown(answer.to));
    case "last_department":
    case "company_renamed":
      return texts[answer.key](answer.company, shown(answer.name));
    case "company_archived":
    case "company_restored":
    case "company_is_archived":
    case "company_not_archived":
    case "archive_first":
    case "deletion_asked":
    case "deletion_unconfirmed":
    case "deletion_begun":
    case "company_going":
      return texts[answer.key](answer.company);
    default:
      return answer satisfies never;
  }
}

/** A name, fit to stand in a sentence. */
function shown(name: string): string {
  return displayName(name, "?", 80);
}
