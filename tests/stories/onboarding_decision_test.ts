import { assertEquals, assertStringIncludes } from "@std/assert";
import type { Message } from "grammy/types";
import { keys } from "../../src/store/keys.ts";
import type { Program } from "../program.ts";
import { buttons, type Group, type Person, plain } from "../simulator/simulator.ts";
import { records, stored } from "./stored.ts";
import { asks, inStory, newestFor, TWO_ADMINS } from "./story.ts";

interface Requested {
  olga: Person;
  yard: Group;
  /** What the platform admin was sent. */
  request: Message;
}

async function requested(program: Program, name: string): Promise<Requested> {
  const { telegram, admin } = program;
  const olga = telegram.person("Olga");
  const yard = telegram.group("Yard", { owner: olga, withBot: false });
  await olga.adds(yard);
  await yard.botRights("administrator");
  await olga.says(yard, name, { replyTo: yard.messages.find(({ from }) => from?.is_bot)! });
  return { olga, yard, request: admin.private.messages.at(-1)! };
}

Deno.test("a platform admin creates the company: the group is active and says so in three lines", () =>
  inStory(async (program) => {
    const { admin } = program;
    const { olga, yard, request } = await requested(program, "Acme Logistics");
    const toast = await admin.presses(request, "Create");
    assertEquals(toast, { text: "“Yard” is active in ACMELOGI." });
    assertEquals((await stored(program, keys.group(yard.id)))?.status, "active");
    const company = await stored(program, keys.company("ACMELOGI"));
    assertEquals(company?.name, "Acme Logistics");
    assertEquals(company?.departments, [{
      id: "1",
      name: "Dispatch",
      members: 0,
      restricted: false,
    }]);

    const hello = yard.visibleTo(olga).at(-1)!;
    const [heading, ...lines] = plain(hello).split("\n");
    assertEquals(heading, "✅ This group is now part of Acme Logistics.");
    assertEquals(lines.length, 3);
    assertEquals(buttons(hello), ["📞 I take calls here"]);

    const decided = admin.private.messages.find((m) => m.message_id === request.message_id)!;
    assertStringIncludes(
      plain(decided),
      "“Yard” is active in ACMELOGI.\nSomebody has to run it: /add_manager ACMELOGI",
    );
    assertEquals(buttons(decided), []);
  }));

Deno.test("a platform admin attaches the group to an existing company of a similar name", () =>
  inStory(async (program) => {
    const { admin } = program;
    await asks(admin, "/add_company ACME Acme Logistics");
    await asks(admin, "/add_company ZETA Zeta Foods");
    const { yard, request } = await requested(program, "ACME logistic");
    assertEquals(buttons(request)[0], "Attach to ACME · Acme Logistics");
    assertEquals(buttons(request).some((label) => label.includes("ZETA")), false);

    const toast = await admin.presses(request, "Attach to ACME");
    assertEquals(toast, { text: "“Yard” is active in ACME." });
    const group = await stored(program, keys.group(yard.id));
    assertEquals(group?.status === "active" && group.company, "ACME");
  }));

Deno.test("a new company gets an id of its own when the derived one is taken", () =>
  inStory(async (program) => {
    const { admin } = program;
    await asks(admin, "/add_company ACME Something else");
    const { request } = await requested(program, "Acme");
    assertEquals(await admin.presses(request, "Create"), { text: "“Yard” is active in ACME2." });
    assertEquals((await stored(program, keys.company("ACME")))?.name, "Something else");
    assertEquals((await stored(program, keys.company("ACME2")))?.name, "Acme");
  }));

Deno.test("rejected, the bot says so and leaves; added again, the group may ask again", () =>
  inStory(async (program) => {
    const { admin, telegram } = program;
    const { olga, yard, request } = await requested(program, "Acme");
    assertEquals(await admin.presses(request, "Reject and leave"), {
      text: "“Yard” was turned down.",
    });
    assertEquals(newestFor(olga, yard), "A platform admin has turned this group down. Goodbye.");
    assertEquals(telegram.calls.filter(({ method }) => method === "leaveChat").length, 1);
    assertEquals(await stored(program, keys.group(yard.id)), null);

    await olga.adds(yard);
    assertStringIncludes(newestFor(olga, yard), "which company is this group for?");
    assertEquals((await stored(program, keys.group(yard.id)))?.status, "pending");
  }));

Deno.test("rejected and blocked, the bot leaves again whenever it is added", () =>
  inStory(async (program) => {
    const { admin, telegram } = program;
    const { olga, yard, request } = await requested(program, "Acme");
    assertEquals(await admin.presses(request, "block"), {
      text: "“Yard” was turned down and blocked.",
    });
    const told = yard.messages.length;
    for (const times of [2, 3]) {
      await olga.adds(yard);
      await telegram.settled();
      assertEquals(telegram.calls.filter(({ method }) => method === "leaveChat").length, times);
    }
    assertEquals(yard.messages.slice(told).filter(({ from }) => from?.is_bot), []);
    assertEquals((await stored(program, keys.group(yard.id)))?.status, "blocked");
  }));

Deno.test("the buttons of a request that another admin has decided tell the truth", () =>
  inStory(async (program) => {
    const { admin, telegram } = program;
    const second = telegram.person("Second Admin", { id: 424242 });
    await second.starts();
    const { yard, request } = await requested(program, "Acme");
    const theirs = second.private.messages.at(-1)!;
    await admin.presses(request, "Create");
    const before = await records(program);
    const welcome = yard.messages.length;
    for (const label of ["Create", "Reject and leave", "block"]) {
      const data = `${label === "Create" ? "create" : label === "block" ? "block" : "reject"}`;
      assertEquals(await second.presses(theirs, label, { data: `${data}:${yard.id}` }), {
        text: "“Yard” belongs to ACME already. Nothing was changed.",
      });
    }
    assertEquals(await records(program), before);
    assertEquals(yard.messages.length, welcome);
    const shown = second.private.messages.find((m) => m.message_id === theirs.message_id)!;
    assertEquals(buttons(shown), []);
  }, { environment: TWO_ADMINS }));

Deno.test("the buttons of a request whose group has gone tell the truth", () =>
  inStory(async (program) => {
    const { admin } = program;
    const { olga, yard, request } = await requested(program, "Acme");
    await olga.removesBot(yard);
    assertEquals(await stored(program, keys.group(yard.id)), null);
    const toast = await admin.presses(request, "Create");
    assertEquals(toast, {
      text: `I know no group ${yard.id} that waits. Add me to the group first.`,
    });
    assertEquals(await stored(program, keys.company("ACME")), null);
  }));

Deno.test("who is not a platform admin decides nothing, however the press is forged", () =>
  inStory(async (program) => {
    const { admin } = program;
    await asks(admin, "/add_company ZETA Zeta");
    const { olga, yard } = await requested(program, "Acme");
    await olga.starts();
    const mine = olga.private.messages.at(-1)!;
    const before = await records(program);
    const messages = yard.messages.length;
    for (const data of ["attach", "create", "reject", "block"]) {
      const more = data === "attach" ? ":ZETA" : "";
      assertEquals(await olga.presses(mine, "", { data: `${data}:${yard.id}${more}` }), {
        text: "Sorry, that is not yours to do here. Nothing was changed.",
      });
    }
    assertEquals(await records(program), before);
    assertEquals(yard.messages.length, messages);
    assertEquals((await stored(program, keys.group(yard.id)))?.status, "pending");
  }));
