/** The console: its pages, its buttons, and what it asks. */

import { count, number } from "./grammar.ts";

/** In English. */
export const admin = {
  admin: {
    title: "Console",
    none:
      "You have no console here. It is for a company's managers and for platform admins: another manager makes you one with /add_manager.",
    gone: "That is not there any more.",
    done: "👌",
    late: "Nothing is asked any more. Nothing was changed.",
    leaveIt: "Or press a button of the console to leave it as it is.",
    sure: "Are you sure?",
    yes: "Yes",

    home: {
      none: "There are no companies yet.",
      waiting: (n: number) => `⏳ Groups that wait: ${n}`,
      addCompany: "➕ Company",
      export: "📦 Export",
    },

    company: {
      departments: (n: number) => count(n, "department", "departments"),
      times: (zone: string) => `Times are read in ${zone}.`,
      works: (hours: string) => `People work ${hours}.`,
      isArchived: "It is archived: nothing happens in it.",
      toGroups: "💬 Groups",
      rename: "✏️ Rename",
      export: "📦 Export",
      exporting: "I am sending it.",
      notSent: "Telegram did not take the document. Nothing was sent.",
      archive: "🗄 Archive",
      restore: "♻️ Restore",
      delete: "🗑 Delete …",
      sureArchive: (name: string) =>
        `${name} will rest: its groups are suspended, and nobody is reminded. Everything is kept.`,
      toDepartments: "🗂 Departments",
      toPeople: "👥 People",
      toPolicy: "⏱ Policy",
      toCalendar: "📅 Calendar",
      toLanguage: "🗣 Language",
      toRetention: "🧹 Retention",
    },

    departments: {
      title: "Departments",
      isDefault:
        "⭐️ is called when nobody chooses one; 🔒 only members and managers can choose it.",
      add: "➕ Department",
      members: (n: number) => count(n, "member", "members"),
      isTheDefault: "It is called when nobody chooses a department.",
      isRestricted: "Only its members and managers can choose it.",
      isOpen: "Everybody can choose it.",
      rename: "✏️ Rename",
      makeDefault: "⭐️ Call it by default",
      restrict: "🔒 Restrict it",
      openUp: "🔓 Open it to all",
      toMembers: "👥 Members",
      addMembers: "➕ Members",
      noMembers: "It has no members.",
      place: (place: number, all: number) => `Place ${number(place)} of ${number(all)}.`,
      up: "⬆️ Up",
      down: "⬇️ Down",
      remove: "🗑 Remove",
      sureRemove: (name: string) =>
        `${name} will be removed. Its open incidents go to the default department; its members lose that role.`,
    },

    people: {
      title: "People",
      signs: "👑 manager · 🎧 dispatcher · 👤 member of a department",
      none: "Nobody has a role yet.",
      addManagers: "➕ Managers",
      addDispatchers: "➕ Dispatchers",
      makeManager: "👑 Make them a manager",
      makeDispatcher: "🎧 Make them a dispatcher",
      endManager: "➖ Manager",
      endDispatcher: "➖ Dispatcher",
      toDepartments: "🗂 Departments",
      noRole: "No role.",
      isManager: "Manager of the company.",
      isDispatcher: "Dispatcher of the company.",
      isMember: (n: number) => `Member of ${count(n, "department", "departments")}.`,
      isReachable: "The bot can write to them in private.",
      isUnreachable: "They have not started the bot in private.",
      memberships: "✅ is a member. Press a department to change that.",
      onDuty: (hours: string) => `On duty: ${hours}`,
      noShift: "No set hours of duty.",
      setShift: "⏰ Set hours",
      clearShift: "Without set hours",
      endMembership: "➖ End membership",
      sureManager: (who: string, company: string) => `${who} will be no manager of ${company}.`,
      sureDispatcher: (who: string, company: string) =>
        `${who} will be no dispatcher of ${company}.`,
      sureMember: (who: string, department: string) => `${who} will be no member of ${department}.`,
      given: (given: number, already: number) =>
        already === 0
          ? `${count(given, "person has", "people have")} that role now.`
          : `${count(given, "person has", "people have")} that role now; ${
            count(already, "person", "people")
          } had it already.`,
    },

    groups: {
      title: "Groups",
      none: "It has no groups.",
      signs: "🟢 active · ⏸ suspended",
      detach: "✂️ Detach",
      attachAgain: "✅ Attach again",
      move: "➡️ Move to another company …",
      whereTo: "Which company should it go to?",
      sureDetach: (title: string, company: string) =>
        `“${title}” will be no group of ${company}. Its incidents stay on record.`,
      sureMove: (title: string, company: string) =>
        `“${title}” will go to ${company}, without its roles and policy.`,
    },

    waiting: {
      title: "Groups that wait",
      none: "No group waits for activation.",
      asked: (name: string) => `Company: ${name}`,
      notAsked: "Nobody has said yet which company it is for.",
      askedBy: (who: string) => `Asked for by ${who}`,
      addedBy: (who: string) => `Added by ${who}`,
      attachTo: (id: string, name: string) => `✅ ${id} · ${name}`,
      create: (name: string) => `✅ New company “${name}”`,
      other: "✅ Another company …",
      reject: "🚫 Reject",
      block: "⛔️ Reject and block",
      which: "Which company is it for?",
      sureReject: (title: string) => `The bot will leave “${title}”.`,
      sureBlock: (title: string) =>
        `The bot will leave “${title}”, and whenever it is added again.`,
    },

    policy: {
      title: "Policy",
      hint: "✏️ is set here; the rest is as usual.",
      value: (value: string) => `Now: ${value}`,
      set: "✏️ Set",
      on: "On",
      off: "Off",
      default: "↩️ As usual",
    },

    calendar: {
      title: "Calendar",
      hours: (hours: string) => `Hours: ${hours}`,
      zone: (zone: string) => `Time zone: ${zone}`,
      holidays: (n: number) => count(n, "holiday", "holidays"),
      setHours: "✏️ Hours",
      always: "🔁 Round the clock",
      setZone: "🌍 Time zone",
      toHolidays: "🏖 Holidays",
      holidaysTitle: "Holidays",
      noHolidays: "None are set.",
      drop: "Press a day to work on it again.",
      add: "➕ Days",
    },

    language: {
      title: "Language",
      now: (name: string) => `Its groups read ${name}.`,
      others: "A group can choose another one with /language; people read their own.",
    },

    keeping: {
      title: "Retention",
      days: (n: number) => count(n, "day", "days"),
      set: "✏️ Another number",
      forEver: "♾ For ever",
    },

    export: {
      title: "Export",
      file:
        "deno task kv export FILE writes everything the store keeps to a file while the bot works.",
      endpoint: "GET /admin/export sends the same to whoever knows ADMIN_EXPORT_TOKEN.",
    },

    ask: {
      companyName: "What is the company called? An id can stand before it.",
      departmentName: "What is the department called?",
      newName: "What is it called from now on?",
      hours: "When do its people work?",
      shift: "When are they on duty?",
      zone: "Which time zone?",
      days: "Which days? Several can stand in one message.",
      retention: "For how many days are incidents kept that are over?",
      value: "What should it be?",
      people:
        "Who? Choose people with the button below, forward a message of theirs, or send a numeric id or @handle.",
      choose: "👥 Choose people",
      cancel: "✖️ Leave it",
      nameLength: (least: number, most: number) => `A name has ${least} to ${most} characters.`,
      nobody: "That message names nobody.",
    },
  },
} as const;
