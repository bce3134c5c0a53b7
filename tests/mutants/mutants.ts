/** The rules that are broken, one at a time. */

/** One rule, broken. */
export interface Mutant {
  /** The invariant or rule that is lost. */
  name: string;
  /** The source file. */
  file: string;
  /** The text that keeps the rule; it stands once in the file. */
  rule: string;
  /** What stands there instead. */
  broken: string;
  /** The test that guards it: its file, and (a part of) its name. */
  test: readonly [file: string, name: string];
}

/** The table; the numbers are those of the design's invariants. */
export const MUTANTS: readonly Mutant[] = [
  {
    name: "1 one owner: a commit checks what was read",
    file: "src/execute/commit.ts",
    rule: "checks.map(({ key, versionstamp }) => ({ key, versionstamp })),",
    broken: "[],",
    test: ["tests/races/claim_race_test.ts", "of ten who claim at once one wins"],
  },
  {
    name: "1 one owner: only an unclaimed incident is claimed",
    file: "src/domain/rules.ts",
    rule: 'from: ["awaiting_claim"],',
    broken: 'from: ["awaiting_claim", "in_progress"],',
    test: ["tests/domain/refusal_matrix_test.ts", "claim in in_progress"],
  },
  {
    name: "1 every loser is answered with who won",
    file: "src/domain/decide.ts",
    rule: "person: inChargeOf(incident) }",
    broken: "person: null }",
    test: ["tests/domain/refusal_matrix_test.ts", "claim in in_progress"],
  },
  {
    name: "2 history folds to the state: every event is recorded",
    file: "src/execute/apply.ts",
    rule: "changes.push(set(keys.history(state, state.version), { schema: 1, event }));",
    broken:
      'if (event.type !== "joined") changes.push(set(keys.history(state, state.version), { schema: 1, event }));',
    test: ["tests/stories/crew_test.ts", "one person owns it; others are told who, and help"],
  },
  {
    name: "2 history folds to the state: evolve hands over to who took over",
    file: "src/domain/evolve.ts",
    rule: "helpers: incident.helpers.filter(({ id }) => id !== event.to.id),",
    broken: "helpers: incident.helpers,",
    test: ["tests/domain/decide_test.ts", "hands over to the longest-serving helper"],
  },
  {
    name: "3 indexes: what no longer holds is deleted",
    file: "src/store/indexes.ts",
    rule: 'for (const { key } of old.values()) changes.push({ type: "delete", key });',
    broken: "",
    test: ["tests/store/indexes_test.ts", "brings the indexes from any state to any other"],
  },
  {
    name: "3 indexes: an ended incident leaves them all",
    file: "src/store/indexes.ts",
    rule: "if (isOpen(state)) {",
    broken: "if (isOpen(state) || true) {",
    test: ["tests/stories/summary_test.ts", ""],
  },
  {
    name: "4 at most once: a handled update is recognized",
    file: "src/execute/commit.ts",
    rule: "if (mark.value && mark.value.expiresAt > now) {",
    broken: "if (mark.value && mark.value.expiresAt > now && origin.chatId === 0) {",
    test: ["tests/stories/redelivery_test.ts", "each update of a whole life"],
  },
  {
    name: "4 at most once: the mark is checked with the commit",
    file: "src/execute/commit.ts",
    rule: "checks.push(mark);",
    broken: "",
    test: ["tests/execute/commit_test.ts", "the same update in two processes at once"],
  },
  {
    name: "4 no committed step is lost: what is to be said is in the same commit",
    file: "src/execute/commit.ts",
    rule: "...rows.map(({ key, row }) => set({ key }, row))",
    broken: "",
    test: ["tests/execute/commit_test.ts", "a commit writes the change, the row"],
  },
  {
    name: "5 isolation: an incident acts in its own group only",
    file: "src/execute/act.ts",
    rule: "if (!state || !company || state.chatId !== chatId) {",
    broken: "if (!state || !company) {",
    test: ["tests/stories/forged_test.ts", "in no other group, and in no private chat"],
  },
  {
    name: "5 authorization: rules are asked at every press",
    file: "src/domain/decide.ts",
    rule: "if (rule.who.some((part) => parts.has(part))) return null;",
    broken: "if (rule.who.some((part) => parts.has(part)) || true) return null;",
    test: ["tests/domain/refusal_matrix_test.ts", "resolve in in_progress"],
  },
  {
    name: "5 authorization: only platform admins let groups in",
    file: "src/execute/group_decisions.ts",
    rule: 'if (!isPlatformAdmin(deps, origin.actorId)) return { key: "not_allowed" };',
    broken: "if (!isPlatformAdmin) throw origin;\n  void deps;",
    test: [
      "tests/stories/onboarding_decision_test.ts",
      "who is not a platform admin decides nothing",
    ],
  },
  {
    name: "5 authorization: what is forwarded is no command",
    file: "src/bot/written_command.ts",
    rule: "if (message.forward_origin) return null;",
    broken: "",
    test: ["tests/stories/forwarded_test.ts", "a forwarded command is not run"],
  },
  {
    name: "5 authorization: who administers a group is known for ten minutes",
    file: "src/domain/standing.ts",
    rule: "now - administrators.fetchedAt <= ADMINISTRATORS_COUNT_FOR;",
    broken: "true;",
    test: [
      "tests/domain/standing_test.ts",
      "takes a group's Telegram administrators as its managers",
    ],
  },
  {
    name: "5 a webhook without its secret is turned away",
    file: "src/web/webhook.ts",
    rule: 'if (!await isSameSecret(request.headers.get(SECRET_HEADER) ?? "", secret)) {',
    broken: "if (request.headers.get(SECRET_HEADER) === null) {",
    test: ["tests/web/webhook_test.ts", ""],
  },
  {
    name: "6 limits: a card fits into a message",
    file: "src/view/card.ts",
    rule: "quote(description, rest),",
    broken: "quote(description, 100_000),",
    test: ["tests/view/card_limits_test.ts", ""],
  },
  {
    name: "6 limits: a toast has at most 200 characters",
    file: "src/bot/answer.ts",
    rule: "text: clip(text, MOST_TOAST_CHARACTERS),",
    broken: "text,",
    test: ["tests/bot/toast_test.ts", ""],
  },
  {
    name: "6 limits: text is escaped",
    file: "src/view/html.ts",
    rule: "part.source : escapeHtml(String(part));\n    source",
    broken: "part.source : String(part);\n    source",
    test: ["tests/view/html_test.ts", "html escapes what is put in"],
  },
  {
    name: "7 every card is brought up to date: rows are cleared under the token's check",
    file: "src/delivery/lease.ts",
    rule: "const versionstamp = await deps.kv.commit([check], [...changes, set(key, token)]);",
    broken:
      "const versionstamp = await deps.kv.commit(check ? [] : [], [...changes, set(key, token)]);",
    test: ["tests/delivery/lease_test.ts", "when somebody asked meanwhile nothing is recorded"],
  },
  {
    name: "7 every card is brought up to date: a renewed lease lists again",
    file: "src/delivery/drain.ts",
    rule: "if (!kept) rows = null;",
    broken: "",
    test: ["tests/delivery/drain_test.ts", "rows that come while an ageing lease is renewed"],
  },
  {
    name: "7 every card is brought up to date: a late edit is gone over again",
    file: "src/delivery/drain.ts",
    rule: "await showAgain(deps, chatId, row.row.incident)",
    broken: "null",
    test: ["tests/races/late_holder_test.ts", "an edit that comes through after"],
  },
  {
    name: "7 a chat that Telegram put on hold is left alone",
    file: "src/store/drain_token.ts",
    rule: "&& token.holdUntil <= now;",
    broken: ";",
    test: ["tests/store/drain_token_test.ts", "isFree() never while the chat is on hold"],
  },
  {
    name: "8 a deadline does not fire before its time",
    file: "src/domain/decide.ts",
    rule: "if (!deadline || deadline.at > facts.now)",
    broken: "if (!deadline)",
    test: ["tests/domain/time_out_test.ts", "nobody is reminded a moment before the time"],
  },
  {
    name: "8 one reminder is owed after downtime",
    file: "src/domain/evolve.ts",
    rule: 'if (event.type === "nudged") return { ...incident, nudgedAt: event.at };',
    broken:
      'if (event.type === "nudged") return { ...incident, nudgedAt: (incident.nudgedAt ?? incident.calledAt) + 600_000 };',
    test: ["tests/domain/time_out_test.ts", "after hours of downtime one reminder is owed"],
  },
  {
    name: "9 one table: a command stands once",
    file: "src/bot/command_table.ts",
    rule: "  companiesCommand,\n  addGroupCommand,\n];",
    broken: "  companiesCommand,\n  companiesCommand,\n  addGroupCommand,\n];",
    test: ["tests/tables_test.ts", "every command stands once"],
  },
  {
    name: "9 one table: roles are checked from it",
    file: "src/bot/command_table.ts",
    rule: "RANK[role] >= RANK[needed];",
    broken: "RANK[role] >= RANK[needed] || true;",
    test: ["tests/tables_test.ts", "refuses somebody without the role"],
  },
  {
    name: "9 one table: Telegram is asked for what has a handler",
    file: "src/set_webhook.ts",
    rule: "allowed_updates: ALLOWED_UPDATES,",
    broken: 'allowed_updates: ["message"],',
    test: ["tests/tables_test.ts", "setWebhook() tells Telegram"],
  },
  {
    name: "cost: a press is one batched read",
    file: "src/execute/commit.ts",
    rule: "const token = drain.value ?? FREE_TOKEN;",
    broken: 'const token = drain.value ?? FREE_TOKEN;\n      await deps.kv.getMany([["x"]]);',
    test: ["tests/budgets_test.ts", "the life of an incident"],
  },
  {
    name: "limits: a person reports five times an hour",
    file: "src/execute/report.ts",
    rule: "set(personRate, counted(personRate.value, now), RATE_WINDOW),",
    broken: "",
    test: ["tests/stories/report_limits_test.ts", "a person may report five times"],
  },
  {
    name: "logs: no secret in any line",
    file: "src/log.ts",
    rule: "clean = clean.replaceAll(secret",
    broken: "clean = clean.replaceAll(secret + secret",
    test: ["tests/log_test.ts", ""],
  },
  {
    name: "an update that always fails holds its chat for a minute at most",
    file: "src/web/failure.ts",
    rule: "const PATIENCE = 20_000;",
    broken: "const PATIENCE = 61_000;",
    test: ["tests/web/failure_test.ts", ""],
  },
];
