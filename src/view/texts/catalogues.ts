/** The catalogue of each language. */

import type { Locale } from "../../domain/locale.ts";
import { en } from "./en/en.ts";
import type { Texts } from "./texts.ts";

/** By language; a text that is missing does not compile. */
export const CATALOGUES: Record<Locale, Texts> = { en, es: en, ru: en, uz: en };
