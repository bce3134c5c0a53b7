/** Which language is spoken. */

import type { Texts } from "../texts.ts";

/** In Russian. A language stands after a colon, as it calls itself: it can't be declined. */
export const languages: Pick<Texts, "languages"> = {
  languages: {
    yours: (name) => `Ваш язык: ${name}. Вы выбрали его сами.`,
    yoursByItself: (name) => `Ваш язык: ${name}, как в вашем Telegram. Можно выбрать другой:`,
    ofGroup: (name) => `Язык этой группы: ${name}.`,
    ofGroupByItself: (name) =>
      `Язык этой группы: ${name}, как во всей компании. Можно выбрать другой:`,
    asTelegram: "Как в моём Telegram",
    asCompany: "Как в компании",
    unknown: "На этом языке я не говорю.",
    set: {
      yours: (name) => `Ваш язык теперь: ${name}.`,
      yoursByItself: (name) => `Ваш язык теперь: ${name}, как в вашем Telegram.`,
      ofGroup: (name) => `Язык этой группы теперь: ${name}.`,
      ofGroupByItself: (name) => `Язык этой группы теперь: ${name}, как во всей компании.`,
      ofCompany: (company, name) => `${company}, язык теперь: ${name}.`,
    },
  },
};
