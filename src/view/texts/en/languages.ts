/** Which language is spoken. */

/** In English. */
export const languages = {
  languages: {
    yours: (name: string) => `I speak ${name} with you, because you have chosen it.`,
    yoursByItself: (name: string) =>
      `I speak ${name} with you, as your Telegram does. Choose another language, if you like:`,
    ofGroup: (name: string) => `In this group I speak ${name}.`,
    ofGroupByItself: (name: string) =>
      `In this group I speak ${name}, as everywhere in its company. Choose another language, if you like:`,
    asTelegram: "As my Telegram does",
    asCompany: "As the company does",
    unknown: "I don't speak that language.",
    set: {
      yours: (name: string) => `I speak ${name} with you now.`,
      yoursByItself: (name: string) => `I speak ${name} with you now, as your Telegram does.`,
      ofGroup: (name: string) => `In this group I speak ${name} now.`,
      ofGroupByItself: (name: string) =>
        `In this group I speak ${name} now, as everywhere in its company.`,
      ofCompany: (company: string, name: string) => `${company} speaks ${name} now.`,
    },
  },
} as const;
