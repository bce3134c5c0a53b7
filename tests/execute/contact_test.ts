import { assertEquals } from "@std/assert";
import type { Profile } from "../../src/domain/person.ts";
import { isKnown, noteContact, type Seen } from "../../src/execute/contact.ts";
import { everything, withCore } from "./core.ts";

const ana: Seen = { id: 7, name: "Ana", handle: "Ana_L", reachable: true };
const bob: Seen = { id: 8, name: "Bob", handle: "ana_l" };

/** Of whom nothing is known. */
const NO_LANGUAGE = { language: null, locale: null, notify: null };

Deno.test("a person is noted with name and handle, and found by the handle in any case", async () => {
  await withCore(async ({ deps, store }) => {
    await noteContact(deps, ana);
    assertEquals(Object.fromEntries(await everything(store)), {
      "profile/7": { schema: 1, ...ana, ...NO_LANGUAGE },
      "handle/ana_l": 7,
    });
  });
});

Deno.test("nothing is written while nothing is new", async () => {
  await withCore(async ({ deps, commits }) => {
    await noteContact(deps, ana);
    await noteContact(deps, { id: 7, name: "Ana", handle: "Ana_L" });
    assertEquals(commits(), 1);
  });
});

Deno.test("a message in a group does not say whether the bot may write to them in private", async () => {
  await withCore(async ({ deps, store }) => {
    await noteContact(deps, ana);
    await noteContact(deps, { id: 7, name: "Ana Lima", handle: null });
    const all = Object.fromEntries(await everything(store));
    assertEquals(all, {
      "profile/7": {
        schema: 1,
        id: 7,
        name: "Ana Lima",
        handle: null,
        reachable: true,
        ...NO_LANGUAGE,
      },
    });
  });
});

Deno.test("what the client speaks is kept until it says something else, and what was chosen stays", async () => {
  await withCore(async ({ deps, store }) => {
    const languages = async () => {
      const { value } = await store.get<Profile>(["profile", 7]);
      return [value?.language, value?.locale];
    };
    await noteContact(deps, { ...ana, locale: "ru" });
    await noteContact(deps, { ...ana, name: "Ana Lima" });
    assertEquals(await languages(), [null, "ru"]);
    const { value } = await store.get<Profile>(["profile", 7]);
    await store.set(["profile", 7], { ...value, language: "es" });
    await noteContact(deps, { ...ana, locale: null });
    assertEquals(await languages(), ["es", null]);
  });
});

Deno.test("a handle finds whoever holds it now, and the holder before has none", async () => {
  await withCore(async ({ deps, store }) => {
    await noteContact(deps, ana);
    await noteContact(deps, bob);
    const all = Object.fromEntries(await everything(store));
    assertEquals(all["handle/ana_l"], 8);
    assertEquals(all["profile/7"], {
      schema: 1,
      id: 7,
      name: "Ana",
      handle: null,
      reachable: true,
      ...NO_LANGUAGE,
    });
    assertEquals(all["profile/8"], { schema: 1, ...bob, reachable: false, ...NO_LANGUAGE });
  });
});

Deno.test("a handle that was given up does not come between its old and its new holder", async () => {
  await withCore(async ({ deps, store }) => {
    await noteContact(deps, ana);
    await noteContact(deps, bob);
    await noteContact(deps, { ...ana, handle: "other" });
    const all = Object.fromEntries(await everything(store));
    assertEquals([all["handle/ana_l"], all["handle/other"]], [8, 7]);
  });
});

Deno.test("isKnown() sees every difference", () => {
  const profile: Profile = {
    schema: 1,
    id: 7,
    name: "Ana",
    handle: null,
    reachable: false,
    language: null,
    locale: null,
    notify: null,
  };
  const seen = { id: 7, name: "Ana", handle: null };
  assertEquals(isKnown(profile, seen), true);
  assertEquals(isKnown({ ...profile, locale: "ru" }, seen), true, "it does not say");
  assertEquals(isKnown({ ...profile, locale: "ru" }, { ...seen, locale: null }), false);
  assertEquals(isKnown(null, seen), false);
  for (
    const change of [{ name: "A" }, { handle: "a" }, { reachable: true }, { locale: "ru" as const }]
  ) {
    assertEquals(isKnown(profile, { ...seen, ...change }), false);
  }
});
