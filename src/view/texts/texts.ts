/** The catalogues, and whose language is which. */

import { en } from "./en/en.ts";

/** A catalogue: every text of the English one, in some language. */
export type Texts = Translated<typeof en>;

/** The same shape, whatever the words. */
export type Translated<T> = T extends string ? string
  : T extends (...args: infer Args) => string ? (...args: Args) => string
  : { readonly [K in keyof T]: Translated<T[K]> };
