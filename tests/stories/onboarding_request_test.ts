import { assertEquals, assertStringIncludes } from "@std/assert";
import { keys } from "../../src/store/keys.ts";
import { buttons, type Group, type Person, plain } from "../simulator/simulator.ts";
import type { Program } from "../program.ts";
import { stored } from "./stored.ts";
import { asks, inStory, newestFor, newestInPrivate, TWO_ADMINS } from "./story.ts";

/** A group that has just met the bot, and the question the bot asked there. */
async function pendingGroup(program: Program, title: string, owner: Person): Promise<Group> {
  const group = program.telegram.group(title, { owner, withBot: false });
  await owner.adds(group);
  await group.botRights("administrator");
  return group;
}

async function names(person: Person, group: Group, name: string): Promise<string> {
  const prompt = group.messages.find((message) => message.from?.is_bot)!;
  await person.says(group, name, { replyTo: prompt });
  return newestFor(person, group);
}

Deno.test("a group that has just met the bot is asked once, by reply, for its company", () =>
  inStory(async (program) => {
    const olga = program.telegram.person("Olga");
    const yard = await pendingGroup(program, "Yard", olga);
    const asked = yard.messages.filter((message) => message.from?.is_bot);
    assertEquals(asked.map(plain), [
      "Hello! I keep track of incidents in groups.\n" +
      "Olga, which company is this group for? Reply to this message with its name.",
    ]);
    const call = program.telegram.calls.find(({ params }) => params.chat_id === yard.id);
    assertEquals(Object(call?.params.reply_markup).force_reply, true);
    const group = await stored(program, keys.group(yard.id));
    assertEquals(group?.status, "pending");
  }));

Deno.test("the answer goes to every platform admin with who, where and what", () =>
  inStory(async (program) => {
    const { telegram, admin } = program;
    const second = telegram.person("Second Admin", { id: 424242 });
    await second.starts();
    const olga = telegram.person("Olga");
    const ana = telegram.person("Ana");
    const yard = telegram.group("Yard & Co", { owner: olga, members: [ana], withBot: false });
    await olga.adds(yard);
    const prompt = yard.messages.at(-1)!;
    await ana.says(yard, "Acme Logistics", { replyTo: prompt });

    for (const each of [admin, second]) {
      const request = each.private.messages.at(-1)!;
      assertEquals(plain(request).split("\n"), [
        "A group asks to be activated",
        `Group: Yard & Co (${yard.id})`,
        "Company: Acme Logistics",
        `Asked for by: Ana (${ana.id})`,
        `Added by: Olga (${olga.id})`,
      ]);
      assertEquals(buttons(request), [
        "Create “Acme Logistics” and attach",
        "Reject and leave",
        "Reject, leave and block",
      ]);
    }
    assertStringIncludes(newestFor(ana, yard), "“Acme Logistics” was sent to the platform admins");
  }, { environment: TWO_ADMINS }));

Deno.test("company names have 2 to 80 characters, and who is wrong reads how many theirs has", () =>
  inStory(async (program) => {
    const { telegram, admin } = program;
    for (const [length, fits] of [[1, false], [2, true], [80, true], [81, false]] as const) {
      const olga = telegram.person(`Olga ${length}`);
      const group = await pendingGroup(program, `Group ${length}`, olga);
      const before = admin.private.messages.length;
      const answer = await names(olga, group, "n".repeat(length));
      const record = await stored(program, keys.group(group.id));
      assertEquals(record?.status, "pending");
      const requested = record?.status === "pending" && record.request;
      assertEquals(requested && requested.name.length, fits ? length : null);
      assertEquals(admin.private.messages.length, before + (fits ? 1 : 0));
      if (!fits) {
        assertEquals(
          answer,
          `A company name has 2 to 80 characters; this one has ${length}.`,
        );
      }
    }
  }));

Deno.test("a group has one open request: the same name again is already on file", () =>
  inStory(async (program) => {
    const { telegram, admin } = program;
    const olga = telegram.person("Olga");
    const yard = await pendingGroup(program, "Yard", olga);
    await names(olga, yard, "Acme");
    const told = admin.private.messages.length;
    assertEquals(
      await names(olga, yard, "Acme"),
      "“Acme” is already on file. A platform admin will answer.",
    );
    assertEquals(admin.private.messages.length, told);
  }));

Deno.test("whoever adds the bot has at most three open requests, and one more after an answer", () =>
  inStory(async (program) => {
    const { telegram, admin } = program;
    const olga = telegram.person("Olga");
    const groups: Group[] = [];
    for (const n of [1, 2, 3, 4]) {
      groups.push(await pendingGroup(program, `Group ${n}`, olga));
    }
    const [first, second, third, fourth] = groups as [Group, Group, Group, Group];
    for (const group of [first, second, third]) await names(olga, group, "Acme");
    const told = admin.private.messages.length;
    assertEquals(
      await names(olga, fourth, "Acme"),
      "Whoever added me here has 3 groups waiting already. Please wait for an answer to those.",
    );
    assertEquals(admin.private.messages.length, told);

    await admin.presses(admin.private.messages.at(-1)!, "Reject and leave");
    assertStringIncludes(await names(olga, fourth, "Acme"), "“Acme” was sent");
  }));

Deno.test("a platform admin who starts the bot later sees what is pending then", () =>
  inStory(async (program) => {
    const { telegram } = program;
    const late = telegram.person("Late Admin", { id: 424242 });
    const olga = telegram.person("Olga");
    const yard = await pendingGroup(program, "Yard", olga);
    await names(olga, yard, "Acme");
    assertEquals(late.private.messages, []);

    const [, request] = await asks(late, "/start");
    assertStringIncludes(request!, `Group: Yard (${yard.id})`);
    const toast = await late.presses(late.private.messages.at(-1)!, "Create “Acme”");
    assertEquals(toast, { text: "“Yard” is active in ACME." });
    assertEquals((await asks(late, "/start"))[1], "No group waits for activation.");
  }, { environment: TWO_ADMINS }));

Deno.test("titles and names that try to turn the text around reach the admin harmless", () =>
  inStory(async (program) => {
    const { telegram, admin } = program;
    const olga = telegram.person("\u202Eevil <b>Olga</b>");
    const yard = await pendingGroup(program, "\u2066Yard <i>&amp; \u202Eco", olga);
    await names(olga, yard, "<u>Acme</u> \u202E& Söhne 🚚");
    const text = newestInPrivate(admin);
    assertStringIncludes(text, "Group: Yard <i>&amp; co (");
    assertStringIncludes(text, "Company: <u>Acme</u> & Söhne 🚚");
    assertStringIncludes(text, "Added by: evil <b>Olga</b> (");
  }));
