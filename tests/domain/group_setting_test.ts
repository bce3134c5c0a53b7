import { assert, assertEquals } from "@std/assert";
import { decide } from "../../src/domain/decide.ts";
import { Group } from "../../src/domain/group.ts";
import {
  GROUP_SETTING_NAMES,
  groupSetting,
  type GroupSettingName,
} from "../../src/domain/group_setting.ts";
import { USUAL_SETTINGS } from "../../src/domain/group_settings.ts";
import { generalRefusal, possibleActions } from "../../src/domain/refuse.ts";
import { isSign, SIGNED } from "../../src/domain/sign.ts";
import { acme, NOON, policy, stella, yard } from "./cast.ts";
import { incidentIn } from "./history.ts";
import { MANAGER, NO_ROLES } from "./story.ts";

function changed(setting: GroupSettingName, ...words: string[]) {
  return groupSetting(setting).change(words)?.(yard()) ?? null;
}

Deno.test("a group's record without settings, or with some of them, has the usual ones", () => {
  const { settings: _settings, ...older } = yard();
  assertEquals(Group.parse(older), yard());
  assertEquals(Group.parse({ ...older, settings: { pins: false } }), {
    ...yard(),
    settings: { ...USUAL_SETTINGS, pins: false },
  });
});

Deno.test("the word that a setting has now sets it to what it is", () => {
  for (const setting of GROUP_SETTING_NAMES) {
    const { now, choices } = groupSetting(setting);
    for (const word of choices) {
      const group = changed(setting, word);
      assert(group, word);
      assertEquals(now(group), word);
    }
  }
  assertEquals(groupSetting("topic").now(changed("topic", "77")!), "77");
  assertEquals(groupSetting("sign").now(changed("sign", "high", "🟥")!), null);
});

Deno.test("a setting changes itself and nothing else", () => {
  const settings = (changes: Partial<typeof USUAL_SETTINGS>) => ({
    ...yard(),
    settings: { ...USUAL_SETTINGS, ...changes },
  });
  assertEquals(changed("topic", "77"), { ...yard(), cardTopicId: 77 });
  assertEquals(changed("pins", "off"), settings({ pins: false }));
  assertEquals(changed("silent", "on"), settings({ silentCalls: true }));
  assertEquals(changed("reporters", "people"), settings({ reporters: "people" }));
  assertEquals(changed("language", "uz"), { ...yard(), language: "uz" });
  assertEquals(changed("sign", "high", "🟥"), settings({ signs: { high: "🟥" } }));
});

Deno.test("one sign is taken back by itself, or all are", () => {
  const { change } = groupSetting("sign");
  const colourful = change(["closed", "🗄"])!(changed("sign", "high", "🟥")!);
  assertEquals(colourful.settings.signs, { high: "🟥", closed: "🗄" });
  assertEquals(change(["high", "default"])!(colourful).settings.signs, { closed: "🗄" });
  assertEquals(change(["reset"])!(colourful).settings.signs, {});
});

Deno.test("what is no value for a setting changes nothing", () => {
  const wrong: [GroupSettingName, ...string[]][] = [
    ["topic"],
    ["topic", "0"],
    ["topic", "-7"],
    ["topic", "12345678901"],
    ["topic", "none", "none"],
    ["pins"],
    ["pins", "maybe"],
    ["pins", "on", "off"],
    ["silent", "yes"],
    ["reporters", "nobody"],
    ["reporters", "toString"],
    ["language"],
    ["language", "tlh"],
    ["language", "es", "ru"],
    ["sign"],
    ["sign", "high"],
    ["sign", "urgent", "🟥"],
    ["sign", "__proto__", "🟥"],
    ["sign", "reset", "high"],
    ["sign", "high", "🟥", "🟥"],
  ];
  for (const [setting, ...words] of wrong) assertEquals(changed(setting, ...words), null);
});

const FAMILY = "👩🏿\u200D❤️\u200D💋\u200D👨🏿";

Deno.test("a sign is one emoji or two, of whatever parts", () => {
  const good = [
    "🟥",
    "✅",
    "⚪️",
    "⚪",
    "1️⃣",
    "🇩🇪",
    "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "👩🏿\u200D🚒",
    "🟥🟥",
    "🇩🇪🇫🇷",
    FAMILY + FAMILY,
  ];
  for (const sign of good) assert(isSign(sign), sign);
});

Deno.test("no text, no markup and nothing invisible is a sign", () => {
  const bad = [
    "",
    " ",
    "a",
    "7",
    "ok",
    "<b>",
    "<",
    "&",
    "&lt;",
    "🟥<",
    "🟥a",
    "🟥 ",
    "🟥\n",
    "🟥🟥🟥",
    "\u0000",
    "\u202e",
    "\u202e🟥",
    "🟥\u202e",
    "\u200b",
    "\ufe0f",
    "\u200d",
    "🟥\u0301",
    `🟥${"\u0301".repeat(500)}`,
    `🟥${"\ufe0f".repeat(9)}`,
    `👩${"\u200d👩".repeat(9)}`,
    `🏴${"\u{e0061}".repeat(9)}`,
    "\ud83d",
    "🇩",
    "😀".repeat(100),
  ];
  for (const text of bad) assert(!isSign(text), JSON.stringify(text));
});

Deno.test("a group keeps the longest signs there are, for everything that has one", () => {
  let group = yard();
  for (const of of SIGNED) group = groupSetting("sign").change([of, FAMILY + FAMILY])!(group);
  assertEquals(Group.parse(group), group);
  assertEquals(Object.keys(group.settings.signs).length, SIGNED.length);
});

Deno.test("where nothing is pinned, nothing can be pinned again", () => {
  const incident = incidentIn("in_progress");
  const facts = {
    now: NOON,
    actor: stella,
    standing: MANAGER,
    company: acme,
    policy,
    pins: true,
    nobodyTakesCalls: false,
    otherStanding: null,
    otherIncident: null,
  };
  assert(possibleActions(incident, stella, facts).has("repin"));
  const unpinned = { ...facts, pins: false };
  assert(!possibleActions(incident, stella, unpinned).has("repin"));
  assertEquals(decide(incident, { type: "repin" }, unpinned), { refusal: { reason: "pins_off" } });
  const refusal = generalRefusal(incident, "repin", stella, { ...unpinned, standing: NO_ROLES });
  assertEquals(refusal?.reason, "not_allowed", "whoever may not hears that first");
});
