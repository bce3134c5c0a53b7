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

/** The run that breaks everything, with a seed and a size that notice each of its mutants. */
const CHAOS = [
  "tests/chaos/chaos_test.ts",
  "a seed goes the same way twice, and everything is right in the end",
] as const;

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
    file: "src/domain/refuse.ts",
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
    file: "src/domain/evolve_work.ts",
    rule: "helpers: without(incident.helpers, to.id),",
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
    name: "3 indexes: what holds something else is written anew",
    file: "src/store/indexes.ts",
    rule: "if (!old.has(name) || old.get(name)?.value !== value)",
    broken: "if (!old.has(name))",
    test: ["tests/store/indexes_test.ts", "writes anew what holds something else"],
  },
  {
    name: "3 indexes: an ended incident leaves those of the open ones",
    file: "src/store/indexes.ts",
    rule: "if (isOpen(state)) {",
    broken: "if (isOpen(state) || true) {",
    test: ["tests/stories/summary_test.ts", ""],
  },
  {
    name: "life: nothing escalates twice",
    file: "src/domain/rules.ts",
    rule: "    from: UNTIL_RESOLVE,\n    tier: 1,\n",
    broken: "    from: UNTIL_RESOLVE,\n",
    test: ["tests/domain/refusal_matrix_test.ts", "escalate in awaiting_claim at tier 2"],
  },
  {
    name: "life: the longest-serving helper inherits a claim that is ended",
    file: "src/domain/decide_work.ts",
    rule: "owner?.id === person.id ? longestServing ?? null : null;",
    broken: "owner?.id === person.id && !longestServing ? person : null;",
    test: ["tests/domain/work_test.ts", "or the owner's, which the next inherits"],
  },
  {
    name: "life: an incident has at most ten tags",
    file: "src/domain/decide_details.ts",
    rule: "if (incident.tags.length + changed.length > MOST_TAGS) {",
    broken: "if (changed.length > MOST_TAGS) {",
    test: ["tests/domain/details_test.ts", "an incident has at most ten tags"],
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
    test: ["tests/stories/forged_test.ts", "the buttons of a card work in no other group"],
  },
  {
    name: "5 visibility: in private an action is for those who may see the incident",
    file: "src/execute/act.ts",
    rule: "if (inPrivate && !(state && maySee(state, { personId, chatId: null, standing }))) {",
    broken: "if (inPrivate && !state) {\n      void maySee;",
    test: ["tests/stories/forged_test.ts", "a stranger sees no incident at all"],
  },
  {
    name: "5 visibility: in private an incident is shown to those who may see it",
    file: "src/bot/look.ts",
    rule: "if (!maySee(state, {",
    broken: "if (here && !maySee(state, {",
    test: ["tests/stories/forged_test.ts", "a stranger sees no incident at all"],
  },
  {
    name: "5 visibility: in private the roles of a group do not count",
    file: "src/execute/act.ts",
    rule: "standingIn(personId, read.person.value, inPrivate ? null : group);",
    broken: "standingIn(personId, read.person.value, group);",
    test: ["tests/stories/forged_test.ts", "in private a group's administrator is nobody"],
  },
  {
    name: "5 visibility: a search in a group finds that group's incidents",
    file: "src/store/search.ts",
    rule: "if (chatId === null || value === chatId)",
    broken: "if (chatId === null || value !== null)",
    test: ["tests/store/search_test.ts", "keeps groups and companies apart"],
  },
  {
    name: "5 authorization: rules are asked at every press",
    file: "src/domain/refuse.ts",
    rule: "if (isByRole(incident, type, actor, facts)) return null;",
    broken: "if (isByRole(incident, type, actor, facts) || true) return null;",
    test: ["tests/domain/refusal_matrix_test.ts", "resolve in in_progress"],
  },
  {
    name: "5 authorization: what has escalated is claimed by managers alone",
    file: "src/domain/rules.ts",
    rule: 'atTier2: { from: UNTIL_RESOLVE, who: ["manager"] },',
    broken: "atTier2: { from: UNTIL_RESOLVE, who: TAKES_CALLS },",
    test: ["tests/domain/refusal_matrix_test.ts", "claim in awaiting_claim at tier 2"],
  },
  {
    name: "5 authorization: a restricted department is for its own people and for managers",
    file: "src/domain/refuse.ts",
    rule: "const mayEnter = !department.restricted || standing.manager ||",
    broken: "const mayEnter = !department.restricted || standing !== null ||",
    test: ["tests/domain/restricted_test.ts", "by its own people and by managers only"],
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
    name: "7 nothing is lost: what Telegram has not taken stays in the outbox",
    file: "src/delivery/deliver_row.ts",
    rule: 'return { kind: "hold", verdict };',
    broken: "return said([]);",
    test: ["tests/delivery/deliver_row_test.ts", "Telegram's waits and outages hold the chat"],
  },
  {
    name: "7 nothing is lost: what there is no time for stays in the outbox",
    file: "src/delivery/drain.ts",
    rule: "if (await giveBack(deps, lease, { changes: [], rowsLeft: rows.length > 0 })) return;",
    broken:
      'if (await giveBack(deps, lease, { changes: rows.map(({ key }) => ({ type: "delete" as const, key })), rowsLeft: false })) return;',
    test: ["tests/delivery/drain_test.ts", "what there is no time for stays"],
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
    file: "src/domain/decide_clock.ts",
    rule: "if (!deadline || deadline.at > facts.now)",
    broken: "if (!deadline)",
    test: ["tests/domain/time_out_test.ts", "nobody is reminded a moment before the time"],
  },
  {
    name: "8 one reminder is owed after downtime",
    file: "src/domain/evolve_work.ts",
    rule: "? { ...incident, escalation, nudgedAt: at }",
    broken:
      "? { ...incident, escalation, nudgedAt: (incident.nudgedAt ?? incident.calledAt) + 600_000 }",
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
  {
    name: "chaos: rows are cleared under the token's check",
    file: "src/delivery/lease.ts",
    rule: "const versionstamp = await deps.kv.commit([check], [...changes, set(key, token)]);",
    broken:
      "const versionstamp = await deps.kv.commit(check ? [] : [], [...changes, set(key, token)]);",
    test: CHAOS,
  },
  {
    name: "chaos: a chat that Telegram put on hold is left alone",
    file: "src/store/drain_token.ts",
    rule: "&& token.holdUntil <= now;",
    broken: ";",
    test: CHAOS,
  },
  {
    name: "chaos: a card that somebody asked for meanwhile is shown again",
    file: "src/delivery/drain.ts",
    rule: 'lease = row.row.kind === "card"\n      ?',
    broken: 'lease = row.row.kind === "card" && deps.now() < 0\n      ?',
    test: CHAOS,
  },
  {
    name: "chaos: a reminder is not due again at once",
    file: "src/domain/evolve_work.ts",
    rule: "? { ...incident, escalation, nudgedAt: at }",
    broken: "? { ...incident, escalation, nudgedAt: null }",
    test: CHAOS,
  },
  {
    name: "chaos: what a dead program has left is taken over",
    file: "src/store/drain_token.ts",
    rule: "(token.holder === null || token.until <= now)",
    broken: "token.holder === null",
    test: CHAOS,
  },
  {
    name: "chaos: whoever loses a race decides again before saying that it is done",
    file: "src/execute/commit.ts",
    rule: "if (versionstamp === null) return LOST_RACE;",
    broken: "if (versionstamp === null) return { outcome: result.outcome, deliveries: [] };",
    test: CHAOS,
  },
];
