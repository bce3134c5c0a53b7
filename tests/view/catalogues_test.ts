import { assert, assertEquals } from "@std/assert";
import { type Locale, LOCALES } from "../../src/domain/locale.ts";
import { PARTS } from "../../src/domain/rules.ts";
import { MOST_TOAST_CHARACTERS } from "../../src/view/answers.ts";
import { momentIn } from "../../src/view/moment.ts";
import { CATALOGUES } from "../../src/view/texts/catalogues.ts";
import { en } from "../../src/view/texts/en/en.ts";
import type { Texts } from "../../src/view/texts/texts.ts";

const catalogues = Object.entries(CATALOGUES) as [Locale, Texts][];

type Sentence = (...args: unknown[]) => string;

/** Every text with the path to it, `card.reported` say. */
function* textsIn(node: unknown, path: string): Generator<[string, string | Sentence]> {
  if (typeof node === "string") yield [path, node];
  else if (typeof node === "function") yield [path, node as Sentence];
  else {
    for (const [name, child] of Object.entries(node as object)) {
      yield* textsIn(child, path ? `${path}.${name}` : name);
    }
  }
}

const ENGLISH = new Map(textsIn(en, ""));

function inEach(check: (locale: Locale, texts: ReadonlyMap<string, string | Sentence>) => void) {
  for (const [locale, texts] of catalogues) check(locale, new Map(textsIn(texts, "")));
}

Deno.test("every language has a catalogue", () => {
  assertEquals(Object.keys(CATALOGUES).sort(), [...LOCALES].sort());
});

Deno.test("every catalogue has the texts of the English one, as words or with as many arguments", () => {
  const shape = (texts: ReadonlyMap<string, string | Sentence>) =>
    [...texts].map(([path, text]) => `${path}/${typeof text === "string" ? "" : text.length}`)
      .sort();
  inEach((locale, texts) => assertEquals(shape(texts), shape(ENGLISH), locale));
});

Deno.test("no text is empty, unless it says nothing in English too", () => {
  inEach((locale, texts) => {
    for (const [path, text] of texts) {
      if (typeof text === "string" && ENGLISH.get(path) !== "") {
        assert(text.trim() !== "", `${locale}: ${path}`);
      }
    }
  });
});

Deno.test("what a press may be answered with at once fits a toast", () => {
  for (const [locale, texts] of catalogues) {
    const toasts = [
      texts.refused.unknown_incident,
      texts.refused.busy,
      texts.refused.unknownButton,
      texts.menu.writtenPrivately,
      texts.list.gone,
      texts.list.unknownFilter("x".repeat(80)),
      texts.admin.done,
      texts.admin.gone,
      texts.admin.company.exporting,
      texts.desk.not_allowed,
      texts.desk.group_not_active,
      texts.desk.activation_pending,
      texts.deskPrivacy.being_forgotten,
      texts.deskPrivacy.button_too_old,
      texts.attachments.none,
      texts.attachments.of("ABCDEFG8-999999999"),
      ...Object.values(texts.languages.set).map((text) => text("ABCDEFG8", "O‘zbekcha")),
    ];
    for (const toast of toasts) {
      assert(toast.length <= MOST_TOAST_CHARACTERS, `${locale}: ${toast}`);
    }
  }
});

/** @see https://core.telegram.org/bots/api#forcereply */
const MOST_OF_A_PLACEHOLDER = 64;

Deno.test("what stands in an input field fits there", () => {
  for (const [locale, texts] of catalogues) {
    const placeholders = [
      texts.calls.summaryPlaceholder,
      texts.menu.reasonPlaceholder,
      texts.report.placeholder,
      texts.onboarding.placeholder,
    ];
    for (const text of placeholders) {
      assert(text.length >= 1 && text.length <= MOST_OF_A_PLACEHOLDER, `${locale}: ${text}`);
    }
  }
});

/** More of a label no client shows. */
const MOST_OF_A_LABEL = 64;

/** As long as the views let a name get on a button. */
const NAME = "n".repeat(40);

/** Labels of the buttons outside the console, which has a test of its own for all its pages. */
function labelsIn(texts: Texts): string[] {
  const { buttons, settings, languages, notify, deletion } = texts;
  const { allow, attach, create, files, again, drop, ...plain } = buttons;
  const choices = [
    ...Object.values(notify.choices).map(notify.chosen),
    ...[
      languages.asTelegram,
      languages.asCompany,
      settings.usualSigns,
      settings.usualSign("👩‍🚒👩‍🚒"),
      settings.usualSign(settings.noSign),
      settings.topic.none,
      settings.topic.here,
      ...Object.values(settings.pins),
      ...Object.values(settings.silent),
      ...Object.values(settings.reporters),
    ].map((choice) => `✓ ${choice}`),
  ];
  return [
    ...Object.values(plain),
    ...[files, again, drop].map((label) => label(9_999)),
    allow(NAME.slice(0, 30)),
    attach("ABCDEFG8", NAME),
    create(NAME.slice(0, 30)),
    ...Object.values(settings.buttons),
    ...choices,
    ...[...Object.values(texts.statuses), ...Object.values(texts.priorities)]
      .map((signed) => `👩‍🚒👩‍🚒 ${signed}`),
    ...Object.values(texts.snoozes).map((label) =>
      label(momentIn(texts, "UTC", Date.UTC(2026, 8, 30, 8)))
    ),
    ...Object.values(texts.privacyButtons),
    deletion.button("ABCDEFG8"),
    texts.admin.ask.choose,
    texts.admin.ask.cancel,
  ];
}

Deno.test("what stands on a button fits there, in every language", () => {
  for (const [locale, texts] of catalogues) {
    for (const label of labelsIn(texts)) {
      assert(label.length >= 1 && label.length <= MOST_OF_A_LABEL, `${locale}: ${label}`);
    }
  }
});

/** @see https://core.telegram.org/bots/api#botcommand */
const MOST_OF_A_DESCRIPTION = 256;

Deno.test("what the menus say of a command is one line that fits there", () => {
  for (const [locale, texts] of catalogues) {
    for (const text of Object.values(texts.commands)) {
      assert(text.length >= 1 && text.length <= MOST_OF_A_DESCRIPTION, `${locale}: ${text}`);
      assert(!text.includes("\n"), `${locale}: ${text}`);
    }
  }
});

/** What people call themselves, and numbers. */
const WORDS = [`<b>"one"</b> & \u202e1`, "\u200btwo\n🔥", "{three} $& %s"];
const NUMBERS = [1_234_567, 89, 7_000];

function isName(arg: unknown): arg is string | number {
  return WORDS.includes(arg as string) || NUMBERS.includes(arg as number);
}

function isMentioned(arg: string | number, said: string): boolean {
  return typeof arg === "string"
    ? said.includes(arg)
    : said.replace(/[^\p{Nd}]/gu, "").includes(String(arg));
}

/** Arguments that are no names: each language has words of its own for them. */
const KINDS_OF_THINGS: Record<string, unknown[]> = {
  "refused.too_short": ["summary"],
  "refused.too_long": ["summary"],
  "refused.not_allowed": [PARTS],
};

/** Words and numbers in every order; a sentence shows by what comes of it which of them it takes. */
function* argumentsFor(path: string, { length }: Sentence): Generator<unknown[]> {
  const given = KINDS_OF_THINGS[path] ?? [];
  for (let kinds = 0; kinds < 2 ** length; kinds++) {
    const args = Array.from({ length }, (_, n) => (kinds >> n) % 2 === 0 ? WORDS[n] : NUMBERS[n]);
    yield [...given, ...args.slice(given.length)];
  }
}

/** `null`: it can't be said of such things, a number of words say. */
function saidWith(sentence: Sentence, args: unknown[]): string | null {
  try {
    const said = String(sentence(...args));
    return said.trim() === "" || /NaN|не.число|undefined|\[object/.test(said) ? null : said;
  } catch {
    return null;
  }
}

Deno.test("what English says of its arguments every language says, whatever they are", () => {
  let found = 0;
  for (const [path, english] of ENGLISH) {
    if (typeof english === "string") continue;
    const inAll = catalogues.map(([locale, texts]) => {
      return { locale, sentence: new Map(textsIn(texts, "")).get(path) as Sentence };
    });
    let checked = false;
    for (const args of argumentsFor(path, english)) {
      const said = inAll.map(({ sentence }) => saidWith(sentence, args));
      const first = saidWith(english, args);
      if (first === null || said.includes(null)) continue;
      checked = true;
      for (const arg of args.filter(isName).filter((it) => isMentioned(it, first))) {
        found++;
        inAll.forEach(({ locale }, i) =>
          assert(isMentioned(arg, said[i]!), `${locale}: ${path}, ${arg}: ${said[i]}`)
        );
      }
    }
    assert(checked, `${path} can be said of nothing in some language`);
  }
  assert(found > 200, `only ${found} arguments were mentioned`);
});

Deno.test("numbers agree with their words: none is without a form, in any language", () => {
  for (const [locale, texts] of catalogues) {
    for (const n of [0, 1, 2, 3, 5, 11, 12, 21, 22, 25, 100, 101, 111, 1_000_000]) {
      const said = [
        texts.list.count(n),
        texts.people.count(n),
        texts.help.departments(n),
        texts.card.reopened(n),
        texts.refused.too_many_reports.person(n),
        texts.health.lasted(n),
        texts.desk.letters_dropped(n),
        texts.duration(n),
      ];
      for (const text of said) {
        assert(!/undefined|NaN|null/.test(text), `${locale}: ${text}`);
      }
    }
  }
});

Deno.test("what would go by a shorter retention is counted, and said to be more where it is", () => {
  for (const [locale, { retention }] of catalogues) {
    const [some, more] = [retention.wouldGo(5, false), retention.wouldGo(5, true)];
    assert(some !== more && [some, more].every((text) => text.includes("5")), locale);
    const asked = retention.asks("ACME", 30);
    assert(asked.includes("ACME") && asked.includes("30"), locale);
  }
});
