/** Which language is spoken. */

import type { Texts } from "../texts.ts";

/** In Spanish. */
export const languages: Pick<Texts, "languages"> = {
  languages: {
    yours: (name) => `Le escribo en este idioma: ${name}. Usted lo eligió.`,
    yoursByItself: (name) =>
      `Le escribo en el idioma de su Telegram: ${name}. Si lo desea, elija otro:`,
    ofGroup: (name) => `En este grupo escribo en este idioma: ${name}.`,
    ofGroupByItself: (name) =>
      `En este grupo escribo en el idioma de la empresa: ${name}. Si lo desea, elija otro:`,
    asTelegram: "Como mi Telegram",
    asCompany: "Como en la empresa",
    unknown: "No conozco ese idioma.",
    set: {
      yours: (name) => `Desde ahora le escribo en este idioma: ${name}.`,
      yoursByItself: (name) => `Desde ahora le escribo en el idioma de su Telegram: ${name}.`,
      ofGroup: (name) => `Desde ahora escribo en este grupo en este idioma: ${name}.`,
      ofGroupByItself: (name) =>
        `Desde ahora escribo en este grupo en el idioma de la empresa: ${name}.`,
      ofCompany: (company, name) => `El idioma de ${company} ahora es: ${name}.`,
    },
  },
};
