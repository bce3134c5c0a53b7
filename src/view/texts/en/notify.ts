/** Private messages: what they say, and what somebody can set about them. */

/** In English. */
export const notify = {
  notify: {
    critical: (id: string, gist: string) => `🚨 ${id} is critical: “${gist}”`,
    yours: (id: string, gist: string) => `${id} is yours now: “${gist}”`,
    silent: (id: string, silence: string, gist: string) =>
      `How is ${id} going? “${gist}” Nothing was heard of it for ${silence}.`,
    summary: (id: string) =>
      `How was ${id} resolved? Send /resolve ${id} and a sentence, or it closes without a summary.`,
    department: (id: string, gist: string) =>
      `Which department is ${id} for? “${gist}” Choose it on the card.`,
    calledIn: {
      assignment: (id: string, group: string) => `${id} in “${group}” is yours.`,
      escalation: (id: string, group: string) => `🔺 ${id} in “${group}” has escalated.`,
      critical: (id: string, group: string) => `🚨 ${id} in “${group}” is critical.`,
      ping: (id: string, group: string) => `📣 You are called in “${group}”: ${id}`,
    },

    title: "What I tell you in private",
    now: {
      on: "Now: on. I tell you of",
      urgent: "Now: urgent. I tell you of",
      off: "Now: off. I tell you nothing of incidents here; in the groups you are called as ever.",
      default: "Now: as your role says. I tell you of",
    },
    matters: {
      assignment: "what is assigned to you",
      escalation: "escalations where you are a manager",
      critical:
        "critical incidents of your departments, and of all where you are a dispatcher or a manager",
      ping: "every call and reminder that is for you, in working hours and on your shift",
    },
    managed: {
      escalation: (companies: string) => `escalations of ${companies}`,
      critical: (companies: string) => `critical incidents of ${companies}`,
    },
    choices: {
      on: "Everything",
      urgent: "Only what is urgent",
      off: "Nothing",
      default: "As my role says",
    },
    chosen: (choice: string) => `✓ ${choice}`,
    set: {
      on: "On: I tell you of everything that calls you.",
      urgent: "Urgent: I tell you only of what can't wait.",
      off: "Off: I tell you nothing of incidents in private.",
      default: "I tell you what your role says.",
    },
  },
} as const;
