/** What the bot says in groups and to people by itself. */

/** In English. */
export const calls = {
  report: {
    ask: ", what happened? Reply to this message.",
    placeholder: "What happened, and where?",
  },

  calls: {
    department: (id: string, department: string, gist: string) =>
      `${id} needs ${department}: “${gist}” Who claims it?`,
    routed: (id: string, department: string, gist: string) =>
      `Nobody chose a department for ${id}, so it goes to ${department}: “${gist}” Who claims it?`,
    whichDepartment: (id: string, department: string, gist: string) =>
      `, which department is ${id} for? “${gist}” Choose it on the card; if nobody does, ${department} is called.`,
    silent: (id: string, silence: string, gist: string) =>
      `, how is ${id} going? “${gist}” Nothing was heard of it for ${silence}. Reply to this message, or press a button.`,
    summaryAgain: (id: string) =>
      `, how was ${id} resolved? Reply to this message, or it closes without a summary.`,
    snoozeOver: (id: string, gist: string) => `⏰ ${id} is on again: “${gist}”`,
    backInQueue: (id: string, gist: string) =>
      `is no longer on ${id}, and nobody else is: “${gist}” Who claims it?`,
    unclaimed: (id: string, time: string, gist: string) =>
      `⏰ Nobody has claimed ${id} for ${time}: “${gist}”`,
    again: (id: string, department: string, gist: string) =>
      `${id} needs ${department} again: “${gist}” Who claims it?`,
    escalated: (id: string, gist: string) => `🔺 ${id} has escalated: “${gist}” Who takes over?`,
    escalatedByItself: (id: string, gist: string) =>
      `🔺 ${id} has escalated, because nobody has claimed it: “${gist}” Who takes over?`,
    escalatedBecause: (reason: string) => `Why: ${reason}`,
    escalatedUnclaimed: (id: string, time: string, gist: string) =>
      `🔺 ${id} has waited for a manager for ${time}: “${gist}”`,
    assigned: (id: string, gist: string) => `, ${id} is yours: “${gist}”`,
    assignedBy: "Assigned by",
    claimEnded: {
      revoked: (id: string) => `was taken off ${id} by a manager.`,
      role_lost: (id: string) => `can't work on ${id} any more: the role for it is gone.`,
      left_group: (id: string) => `has left the group and is no longer on ${id}.`,
    },
    nowYours: ", it is yours now.",
    whoClaims: (gist: string) => `“${gist}” Who claims it?`,
    openCard: "Open the card",
    handedOver: (id: string) => `, ${id} is yours now:`,
    handedOverBy: "has left it.",
    summaryPrompt: (id: string) =>
      `, how was ${id} resolved? Reply to this message in a sentence or two.`,
    summaryPlaceholder: "What was done?",
    replaced: (id: string) => `⤵️ ${id}: see the newer message below.`,
    cannotPin:
      "I can't pin incident cards here. Please make me an administrator with the right to pin messages; everything else works without it.",
  },

  shift: {
    begins: (department: string) => `🕗 A shift of ${department} begins:`,
    open: (open: number, unclaimed: number) => `Open here: ${open}, unclaimed: ${unclaimed}.`,
    oldest: (id: string) => `The oldest: ${id}, reported`,
    title: (company: string) => `Shifts of ${company}`,
    onDuty: "on duty now",
    anyHours: "no set hours",
    noMembers: "nobody",
    cut: (command: string) =>
      `There is more: ${command} and a department’s name shows one of them.`,
  },
} as const;
