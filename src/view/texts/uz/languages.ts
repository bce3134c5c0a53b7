/** Which language is spoken. */

import type { Texts } from "../texts.ts";

/** In Uzbek. A language's own name takes no ending, so it stands behind a colon. */
export const languages: Pick<Texts, "languages"> = {
  languages: {
    yours: (name) => `Siz bilan o‘zingiz tanlagan tilda gaplashaman: ${name}.`,
    yoursByItself: (name) =>
      `Siz bilan Telegramingiz tilida gaplashaman: ${name}. Xohlasangiz, boshqa tilni tanlang:`,
    ofGroup: (name) => `Bu guruhda shu tilda gaplashaman: ${name}.`,
    ofGroupByItself: (name) =>
      `Bu guruhda kompaniya tilida gaplashaman: ${name}. Xohlasangiz, boshqa tilni tanlang:`,
    asTelegram: "Telegramdagidek",
    asCompany: "Kompaniyadagidek",
    unknown: "Bu tilni bilmayman.",
    set: {
      yours: (name) => `Endi siz bilan shu tilda gaplashaman: ${name}.`,
      yoursByItself: (name) => `Endi siz bilan Telegramingiz tilida gaplashaman: ${name}.`,
      ofGroup: (name) => `Endi bu guruhda shu tilda gaplashaman: ${name}.`,
      ofGroupByItself: (name) => `Endi bu guruhda kompaniya tilida gaplashaman: ${name}.`,
      ofCompany: (company, name) => `${company}: kompaniya tili endi ${name}.`,
    },
  },
};
