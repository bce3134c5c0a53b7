/** The only place with rules: what an action leads to, or why it may not happen. */

import type { LaterAction, ReportAction } from "./action.ts";
import { type Company, findDepartment } from "./company.ts";
import { decideRelease, decideTimeOut, homeless } from "./decide_clock.ts";
import { decideCancel, decideDescription, decidePriority, decideTags } from "./decide_details.ts";
import { decideSnooze, decideWake } from "./decide_snooze.ts";
import { decideAssign, decideLeave, decideRevoke } from "./decide_work.ts";
import { type Decision, no, yes } from "./decision.ts";
import type { Facts } from "./facts.ts";
import type { Happening } from "./event.ts";
import type { Reporters } from "./group_settings.ts";
import type { IncidentId } from "./ids.ts";
import { crewOf, departmentOf, type Incident, MOST_HELPERS } from "./incident.ts";
import type { PersonRef } from "./person.ts";
import { reportersRefusal } from "./may_report.ts";
import { generalRefusal, isByRole, lengthRefusal, mayChooseDepartment } from "./refuse.ts";
import { RULES } from "./rules.ts";
import type { Standing } from "./standing.ts";
import { isVisible } from "./text.ts";

/** What a report looks at. */
export interface ReportFacts {
  /** The company, whose only department is chosen by itself. */
  company: Company;
  /** The group. */
  chatId: number;
  /** The number the incident would get. */
  number: number;
  /** Who may report there. */
  reporters: Reporters;
  /** What the reporter is there. */
  standing: Standing;
  /** The incident that was already made of this message. */
  existing: IncidentId | null;
  /** Until when, and why, no more reports are taken, and whether the person knows; see `rate.ts`. */
  limit: { scope: "person" | "group"; retryAt: number; isTold: boolean } | null;
}

/** Decides on a report. */
export function decideReport(action: ReportAction, facts: ReportFacts): Decision {
  const { company, chatId, number, existing, limit, reporters, standing } = facts;
  if (existing) return no({ reason: "already_reported", incident: existing });
  const wrong = reportersRefusal(reporters, standing) ??
    lengthRefusal("description", action.description);
  if (wrong) return no(wrong);
  if (limit) return no({ reason: "too_many_reports", ...limit });
  const { sourceMessageId, topicId, description, attachment } = action;
  const events: Happening[] = [{
    type: "reported",
    company: company.id,
    number,
    chatId,
    sourceMessageId,
    topicId,
    description,
  }];
  if (attachment) {
    events.push({ type: "attached", messageId: sourceMessageId, attachment });
  }
  const [only, ...others] = company.departments;
  if (only && others.length === 0) {
    events.push({ type: "department_chosen", department: only.id });
  }
  return yes(...events);
}

/** Decides on anything that happens to an incident after its report. */
export function decide(
  incident: Incident,
  action: LaterAction,
  facts: Facts,
): Decision {
  if (action.type === "time_out") return decideTimeOut(incident, facts);
  if (action.type === "release") return decideRelease(incident, action, facts);
  const { actor } = facts;
  if (!actor) return no({ reason: "not_allowed", allowed: RULES[action.type].who });
  if (action.type === "resolve" && action.summary !== null && isLate(incident)) {
    return decide(incident, { type: "summarize", summary: action.summary, attached: null }, facts);
  }
  const refusal = generalRefusal(incident, action.type, actor, facts);
  if (refusal) return no(refusal);
  switch (action.type) {
    case "choose_department": {
      const wrong = mayChooseDepartment(action.department, facts);
      return wrong ? no(wrong) : yes({ type: "department_chosen", department: action.department });
    }
    case "change_department": {
      const wrong = sameDepartment(incident, action.department, facts.company) ??
        mayChooseDepartment(action.department, facts);
      return wrong ? no(wrong) : yes({ type: "department_changed", department: action.department });
    }
    case "claim":
      return yes({ type: "claimed", ...asGuest(incident, "claim", actor, facts) });
    case "join":
      if (crewOf(incident).length > MOST_HELPERS) {
        return no({ reason: "too_many_helpers", most: MOST_HELPERS });
      }
      return yes({ type: "joined", ...asGuest(incident, "join", actor, facts) });
    case "leave":
      return decideLeave(incident, actor);
    case "assign":
      return decideAssign(incident, action.to, facts);
    case "revoke_claim":
      return decideRevoke(incident, action.personId);
    case "escalate":
      return withReason(action.reason, { type: "escalated", reason: action.reason });
    case "de_escalate":
      return yes({ type: "de_escalated" });
    case "resolve":
      return decideResolve(action.summary);
    case "back_to_work":
      return yes({ type: "back_to_work" });
    case "summarize": {
      const { summary, attached } = action;
      const wrong = lengthRefusal("summary", summary);
      if (wrong) return no(wrong);
      return yes(
        ...(attached ? [{ type: "attached" as const, ...attached }] : []),
        { type: "summarized", summary },
      );
    }
    case "cancel":
      return decideCancel(incident, action.why, facts.otherIncident);
    case "reopen":
      return withReason(action.reason, {
        type: "reopened",
        reason: action.reason,
        ...homeless(incident, facts.company),
      });
    case "comment":
    case "edit_comment": {
      const wrong = lengthRefusal("comment", action.text);
      return wrong ? no(wrong) : yes(commentOf(action));
    }
    case "attach": {
      const { attached, caption: text } = action;
      const { messageId } = attached;
      return yes(
        { type: "attached", ...attached },
        ...(isVisible(text) ? [{ type: "commented" as const, messageId, text }] : []),
      );
    }
    case "edit_description":
    case "edit_source":
      return decideDescription(incident, action.description);
    case "set_priority":
      return decidePriority(incident, action.priority);
    case "tag":
    case "untag":
      return decideTags(incident, action);
    case "repin":
      return yes({ type: "repinned" });
    case "check_in":
      return yes({ type: "checked_in" });
    case "snooze":
      return decideSnooze(action.until, facts);
    case "wake":
      return decideWake(incident);
    default:
      return action satisfies never;
  }
}

/** Without a role for it, it is taken because nobody took calls. */
function asGuest(
  incident: Incident,
  type: "claim" | "join",
  actor: PersonRef,
  facts: Facts,
): { asGuest?: true } {
  return isByRole(incident, type, actor, facts) ? {} : { asGuest: true };
}

/** Its summary is awaited, or came to nothing: whoever gives one answers that. */
function isLate(incident: Incident): boolean {
  return incident.status === "awaiting_summary" ||
    (incident.status === "closed" && incident.reason === "no_summary");
}

function commentOf(action: LaterAction & { type: "comment" | "edit_comment" }): Happening {
  const { messageId, text } = action;
  return action.type === "edit_comment" && action.comment !== null
    ? { type: "comment_edited", comment: action.comment, text }
    : { type: "commented", messageId, text };
}

function decideResolve(summary: string | null): Decision {
  if (summary === null) return yes({ type: "resolve_pressed" });
  const wrong = lengthRefusal("summary", summary);
  return wrong ? no(wrong) : yes({ type: "resolve_pressed" }, { type: "summarized", summary });
}

function withReason(reason: string | null, event: Happening): Decision {
  const wrong = reason === null ? null : lengthRefusal("reason", reason);
  return wrong ? no(wrong) : yes(event);
}

function sameDepartment(incident: Incident, wanted: string, company: Company) {
  if (departmentOf(incident) !== wanted) return null;
  const department = findDepartment(company, wanted)?.name ?? wanted;
  return { reason: "department_chosen_already" as const, department };
}
