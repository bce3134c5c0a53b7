import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { Locale } from "../../src/domain/locale.ts";
import { textsOf } from "../../src/view/texts/language.ts";
import { cardOf, type Program } from "../program.ts";
import { buttons, type Group, type Person, plain } from "../simulator/simulator.ts";
import { saying } from "./reading.ts";
import { asks, inStory, newestFor, newestInPrivate } from "./story.ts";

const [en, es, ru, uz] = [textsOf("en"), textsOf("es"), textsOf("ru"), textsOf("uz")];
const GIST = "Brakes failed on truck 12";

interface Cast {
  group: Group;
  /** Owner of the group; English. */
  gus: Person;
  /** Reports; English. */
  eve: Person;
  /** A driver, member of Workshop; Uzbek. */
  bob: Person;
  /** Dispatcher; Spanish. */
  dan: Person;
  /** Manager, has started the bot; Spanish. */
  mia: Person;
  /** Reads no language of the desk's. */
  rui: Person;
}

/** A yard in which people's clients speak different languages; the group itself is not asked yet. */
async function yardOf({ telegram, admin, company }: Program): Promise<Cast> {
  const person = (name: string, language: string) => telegram.person(name, { language });
  const cast = {
    gus: person("Gus", "en"),
    eve: person("Eve", "en-GB"),
    bob: person("Bob", "uz"),
    dan: person("Dan", "es"),
    mia: person("Mia", "es-MX"),
    rui: person("Rui", "pt-br"),
  };
  const { gus: owner, ...members } = cast;
  const options = { owner, members: Object.values(members), departments: ["Workshop"] };
  const group = await company("ACME", options);
  await asks(admin, `/add_member ACME Workshop ${cast.bob.id}`);
  await asks(admin, `/add_dispatcher ACME ${cast.dan.id}`);
  await asks(admin, `/add_manager ACME ${cast.mia.id}`);
  await cast.mia.starts();
  return { group, ...cast };
}

/** Eve reports, Workshop is called; the bot's labels are in the group's language. */
async function reported({ group, eve }: Cast, id = "ACME-1"): Promise<void> {
  await eve.says(group, `/new_issue ${GIST}`);
  await eve.presses(cardOf(group, id), "Workshop");
}

/** The card and its buttons are in a language. */
function assertCard(group: Group, locale: Locale, id = "ACME-1"): void {
  const texts = textsOf(locale);
  assertStringIncludes(plain(cardOf(group, id)), texts.card.reported, locale);
  assert(buttons(cardOf(group, id)).includes(texts.buttons.more), locale);
}

Deno.test("a Russian group reads Russian, and each person in it their own language", () =>
  inStory(async (program) => {
    const cast = await yardOf(program);
    const { group, gus, eve, bob, dan, mia } = cast;
    await gus.says(group, "/language ru");
    await reported(cast);
    assertCard(group, "ru");
    assertEquals(saying(group, ru.calls.department("ACME-1", "Workshop", GIST)).length, 1);
    assertEquals(await bob.presses(cardOf(group, "ACME-1"), ru.buttons.claim), {
      text: uz.done.claim("ACME-1"),
    });
    assertStringIncludes(plain(cardOf(group, "ACME-1")), ru.card.claimed);
    const forged = { data: "claim:ACME-1" };
    assertEquals(await dan.presses(cardOf(group, "ACME-1"), "", forged), {
      text: es.refused.status.in_progress("Bob"),
    });
    await dan.presses(cardOf(group, "ACME-1"), ru.buttons.more);
    const opened = group.visibleTo(dan).map(plain).filter((text) => text.includes(es.menu.more));
    assertEquals(opened.length, 1);
    await bob.says(group, "/issue ACME-1");
    assertStringIncludes(newestFor(bob, group), `${uz.issue.description}:`);
    await eve.says(group, "/issue ACME-99");
    assertEquals(newestFor(eve, group), en.refused.unknown_incident);
    assertEquals(await eve.presses(cardOf(group, "ACME-1"), ru.buttons.escalate), {
      text: en.done.escalate("ACME-1"),
    });
    assertEquals(saying(group, ru.calls.escalated("ACME-1", GIST)).length, 1);
    assertStringIncludes(newestInPrivate(mia), es.calls.escalated("ACME-1", GIST));
    await bob.presses(cardOf(group, "ACME-1"), ru.buttons.resolve);
    const [question] = saying(group, ru.calls.summaryPrompt("ACME-1"));
    await bob.says(group, "no", { replyTo: question! });
    assertEquals(newestFor(bob, group), uz.refused.too_short("summary", 2, 5));
  }));

Deno.test("what somebody has chosen goes before what their Telegram says, everywhere", () =>
  inStory(async (program) => {
    const { telegram } = program;
    const cast = await yardOf(program);
    const { group, bob, mia, eve } = cast;
    await reported(cast);
    assertEquals(await asks(bob, "/language es"), [es.languages.set.yours("Español")]);
    assertEquals(await bob.presses(cardOf(group, "ACME-1"), en.buttons.claim), {
      text: es.done.claim("ACME-1"),
    });
    const claim = telegram.updates.findLast(({ callback_query }) => callback_query)!;
    await telegram.redeliver(claim.update_id);
    await telegram.settled();
    assertEquals(bob.answers.at(-1), { text: es.done.claim("ACME-1") });
    const forged: [data: string, answer: string][] = [
      ["claim:ACME-99", es.refused.unknown_incident],
      ["history:ACME-99", es.refused.unknown_incident],
      ["nonsense", es.refused.unknownButton],
      ["page:3", es.list.gone],
    ];
    for (const [data, text] of forged) {
      assertEquals(await bob.presses(cardOf(group, "ACME-1"), "", { data }), { text }, data);
    }
    await bob.says(group, "/issues");
    assertStringIncludes(newestFor(bob, group), es.list.title.open);
    assertEquals(await asks(bob, "hello"), [es.help.listensInGroups]);
    await bob.says(bob.private, "/notify");
    const notified = await bob.presses(bob.private.messages.at(-1)!, "", { data: "notify:on" });
    assertEquals(notified, { text: es.notify.set.on });
    const setting = await bob.presses(cardOf(group, "ACME-1"), "", { data: "settings:pins" });
    assertEquals(setting, { text: es.desk.not_allowed });
    await asks(mia, "/language uz");
    await eve.presses(cardOf(group, "ACME-1"), en.buttons.escalate);
    assertStringIncludes(newestInPrivate(mia), uz.calls.escalated("ACME-1", GIST));
    assertEquals(await asks(bob, "/language auto"), [
      uz.languages.set.yoursByItself("O‘zbekcha"),
    ]);
    assertEquals(await asks(bob, "hello"), [uz.help.listensInGroups]);
  }));

Deno.test("/language shows the languages by their own names, with the one that counts", () =>
  inStory(async (program) => {
    const { dan } = await yardOf(program);
    const names = ["English", "Español", "Русский", "O‘zbekcha"];
    assertEquals(await asks(dan, "/language"), [es.languages.yoursByItself("Español")]);
    const page = () => dan.private.messages.at(-1)!;
    assertEquals(buttons(page()), [...names, `✓ ${es.languages.asTelegram}`]);
    assertEquals(await dan.presses(page(), "Русский"), {
      text: ru.languages.set.yours("Русский"),
    });
    assertEquals(plain(page()), ru.languages.yours("Русский"));
    assertEquals(buttons(page())[2], "✓ Русский");
    const [usage] = await asks(dan, "/language klingon");
    assertStringIncludes(usage!, ru.languages.unknown);
    await dan.presses(dan.private.messages.findLast((it) => buttons(it).length > 0)!, "", {
      data: "language:auto",
    });
    assertEquals(await asks(dan, "hello"), [es.help.listensInGroups]);
  }));

Deno.test("a group's language is changed by its managers, and its open cards follow", () =>
  inStory(async (program) => {
    const { telegram } = program;
    const cast = await yardOf(program);
    const { group, gus, eve, dan } = cast;
    await reported(cast);
    await reported(cast, "ACME-2");
    const edits = () => telegram.calls.filter(({ method }) => method === "editMessageText").length;
    const before = edits();
    await gus.says(group, "/language uz");
    assertEquals(newestFor(gus, group), en.languages.set.ofGroup("O‘zbekcha"));
    assertEquals(edits(), before + 2);
    for (const id of ["ACME-1", "ACME-2"]) assertCard(group, "uz", id);
    await gus.says(group, "/language");
    assertEquals(newestFor(gus, group), en.languages.ofGroup("O‘zbekcha"));
    const page = group.visibleTo(gus).at(-1)!;
    assertEquals(await gus.presses(page, "Русский"), {
      text: en.languages.set.ofGroup("Русский"),
    });
    for (const id of ["ACME-1", "ACME-2"]) assertCard(group, "ru", id);
    const asked = edits();
    for (const [person, texts] of [[eve, en], [dan, es]] as const) {
      await person.says(group, "/language es");
      assertEquals(newestFor(person, group), texts.desk.not_allowed);
      const forged = { data: "language:es" };
      assertEquals(await person.presses(cardOf(group, "ACME-1"), "", forged), {
        text: texts.desk.not_allowed,
      });
    }
    assertEquals(edits(), asked);
    assertCard(group, "ru");
    await gus.says(group, "/language auto");
    assertEquals(newestFor(gus, group), en.languages.set.ofGroupByItself("English"));
    assertCard(group, "en");
  }));

Deno.test("a company's language is its groups' that have none, and of those whose is not known", () =>
  inStory(async (program) => {
    const { admin, telegram } = program;
    const cast = await yardOf(program);
    const { group, dan, mia, rui } = cast;
    const zoe = telegram.person("Zoe", { language: "es" });
    const depot = telegram.group("Depot", { owner: zoe, withBot: false });
    await zoe.adds(depot);
    const [question] = saying(depot, es.onboarding.promptAsk);
    assert(question, "whoever adds the bot is asked in their language");
    await asks(admin, `/add_group ACME ${depot.id}`);
    await zoe.says(depot, "/language es");
    await zoe.says(depot, "/new_issue Gate is stuck");
    await reported(cast, "ACME-2");
    assertEquals(await asks(mia, "/company_language acme ru"), [
      es.languages.set.ofCompany("ACME", "Русский"),
    ]);
    assertCard(group, "ru", "ACME-2");
    assertCard(depot, "es");
    assertEquals(
      await rui.presses(cardOf(group, "ACME-2"), ru.buttons.claim),
      { text: ru.refused.not_allowed(["member", "dispatcher", "manager"]) },
      "nothing else is known of what Rui reads",
    );
    await rui.says(group, "/issues");
    assertStringIncludes(newestFor(rui, group), ru.list.title.open);
    await program.company("ZETA", { owner: zoe });
    assertEquals(await asks(mia, "/company_language ZETA ru"), [es.desk.not_allowed]);
    assertEquals(await asks(dan, "/company_language ACME en"), [es.desk.not_allowed]);
    for (const args of ["", "ACME", "ACME tlh", "ACME auto", "ACME en ru"]) {
      const [usage] = await asks(mia, `/company_language ${args}`.trim());
      assertStringIncludes(usage!, "/company_language <ID de empresa> <en | es | ru | uz>", args);
    }
    assertCard(group, "ru", "ACME-2");
  }));

Deno.test("reminders are in the group's language, letters in the language of whoever gets them", () =>
  inStory(async (program) => {
    const { admin, telegram } = program;
    const cast = await yardOf(program);
    const { group, gus, mia } = cast;
    await gus.says(group, "/language ru");
    await asks(admin, "/language uz");
    await reported(cast);
    await program.pass(10);
    assertEquals(saying(group, ru.calls.unclaimed("ACME-1", ru.duration(10), GIST)).length, 1);
    assertEquals(await asks(admin, "/dead_letters"), [
      `${uz.letters.title}\n${uz.letters.none}`,
    ]);
    const max = telegram.person("Max", { language: "es" });
    const other = telegram.group("Depot", { owner: max, withBot: false });
    await max.adds(other);
    const [question] = saying(other, es.onboarding.prompt);
    await max.says(other, "Depot Ltd", { replyTo: question! });
    assertEquals(newestFor(max, other), es.desk.request_sent("Depot Ltd"));
    assertStringIncludes(newestInPrivate(admin), uz.onboarding.request);
    await admin.presses(admin.private.messages.at(-1)!, uz.buttons.create("Depot Ltd"));
    assertStringIncludes(plain(other.messages.at(-1)!), en.onboarding.activatedReport);
    await max.removesBot(other);
    assertStringIncludes(newestInPrivate(admin), uz.onboarding.lost("Depot", "DEPOTLTD"));
    await mia.says(group, "/policy");
    assertStringIncludes(newestFor(mia, group), es.policy.hint);
  }));
