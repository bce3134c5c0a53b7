/** The catalogue of each language. */

import type { Locale } from "../../domain/locale.ts";
import { en } from "./en/en.ts";
import { es } from "./es/es.ts";
import { ru } from "./ru/ru.ts";
import type { Texts } from "./texts.ts";
import { uz } from "./uz/uz.ts";

/** By language; a text that is missing does not compile. */
export const CATALOGUES: Record<Locale, Texts> = { en, es, ru, uz };
