/** The names of things that commands take, as their usages have them between `<` `>` and `[` `]`. */

/** In English: as the table of commands writes them. */
export const placeholders = {
  placeholders: {
    id: "id",
    ID: "ID",
    company_id: "company_id",
    group_id: "group_id",
    department: "department",
    person: "person",
    "what happened": "what happened",
    text: "text",
    "new text": "new text",
    summary: "summary",
    reason: "reason",
    tag: "tag",
    words: "words",
    name: "name",
    "new name": "new name",
    place: "place",
    setting: "setting",
    value: "value",
    hours: "hours",
    date: "date",
    days: "days",
    "time zone": "time zone",
  },
} as const;
