/** The way of a group into the program, for dying on it. */

import { assertEquals, assertExists } from "@std/assert";
import type { Message } from "grammy/types";
import type { Company } from "../../src/domain/company.ts";
import type { Group as StoredGroup } from "../../src/domain/group.ts";
import { buttons, plain } from "../simulator/simulator.ts";
import type { KillDesk } from "./kill_desk.ts";
import type { Cast, KillStory } from "./kill_story.ts";
import { sees } from "./patience.ts";

// deno-lint-ignore require-await -- a story is given asynchronously
async function newcomers(desk: KillDesk, id: string): Promise<Cast> {
  const { telegram } = desk;
  const [boss, dan, eve, ana] = [
    telegram.person(`Boss of ${id}`),
    telegram.person("Dan"),
    telegram.person("Eve"),
    telegram.person("Ana"),
  ] as const;
  const group = telegram.group(`${id} yard`, {
    owner: boss,
    members: [dan, eve, ana],
    withBot: false,
  });
  return { id, group, boss, dan, eve, ana, mayPin: true };
}

function button(place: { readonly messages: Message[] }, label: string): Message | undefined {
  return place.messages.find((message) => buttons(message).some((text) => text.includes(label)));
}

/** The bot comes, somebody names the company, the platform admin is asked. */
async function asksToBeLetIn(desk: KillDesk, { id, group, boss }: Cast): Promise<Message> {
  await boss.adds(group);
  const prompt = await sees(
    desk,
    "the question for the company",
    () => group.messages.find(({ from, new_chat_members }) => from?.is_bot && !new_chat_members),
  );
  await boss.says(group, `${id} Haulage`, { replyTo: prompt });
  return await sees(desk, "the request", () => requestOf(desk, group.id));
}

function requestOf({ admin }: KillDesk, groupId: number): Message | undefined {
  return admin.private.messages.find((message) => plain(message).includes(`${groupId}`));
}

async function stored<T>(desk: KillDesk, ...key: Deno.KvKey): Promise<T | null> {
  return (await desk.store.get<T>(key)).value;
}

/** Let in, and the first person who takes calls. */
const letIn: KillStory = {
  name: "a group asks to be let in, is let in, and gets its first dispatcher",
  given: newcomers,
  async happens(desk, cast) {
    const { group, boss, dan } = cast;
    const request = await asksToBeLetIn(desk, cast);
    const decided = await desk.admin.presses(request, "Create");
    assertExists(decided.text);
    const welcome = await sees(desk, "the welcome", () => button(group, "I take calls here"));
    assertExists((await dan.presses(welcome, "I take calls here")).text);
    const wish = await sees(desk, "Dan's wish", () => button(group, "Allow"));
    assertExists((await boss.presses(wish, "Allow")).text);
    return {};
  },
  async after(desk, { id, group, dan }) {
    const attached = await stored<StoredGroup>(desk, "group", group.id);
    assertEquals(attached?.status, "active");
    if (attached?.status !== "active") return;
    assertEquals(attached.people[dan.id]?.dispatcher, true);
    assertEquals(attached.askedToTakeCalls, []);
    const companies = await Array.fromAsync(desk.store.list<Company>({ prefix: ["company"] }));
    const named = companies.filter(({ value }) => value.name === `${id} Haulage`);
    assertEquals(named.map(({ value }) => value.id), [attached.company]);
  },
};

/** Turned away. */
const rejected: KillStory = {
  name: "a group that asked to be let in is rejected",
  async given(desk, id) {
    const cast = await newcomers(desk, id);
    await asksToBeLetIn(desk, cast);
    return cast;
  },
  async happens(desk, { group }) {
    const request = requestOf(desk, group.id);
    assertExists(request);
    assertExists((await desk.admin.presses(request, "Reject and leave")).text);
    return {};
  },
  async after(desk, { group }) {
    assertEquals(await stored(desk, "group", group.id), null);
    const member = await desk.telegram.call("getChat", { chat_id: group.id }).catch(String);
    assertEquals(String(member).includes("bot is not a member"), true, String(member));
  },
};

/** The platform admin sets a company up by commands. */
const setUp: KillStory = {
  name: "a company is set up by commands",
  async given(desk, id) {
    const cast = await newcomers(desk, id);
    await cast.boss.adds(cast.group);
    return cast;
  },
  async happens(desk, { id, group, dan, eve }) {
    const says = (text: string) => desk.admin.says(desk.admin.private, text);
    await says(`/add_company ${id} ${id} Haulage`);
    await says(`/add_department ${id} Workshop`);
    await says(`/add_group ${id} ${group.id}`);
    await says(`/add_dispatcher ${id} ${dan.id}`);
    await says(`/add_member ${id} Dispatch ${eve.id}`);
    return {};
  },
  async after(desk, { id, group, dan, eve }) {
    const company = await stored<Company>(desk, "company", id);
    assertEquals(company?.departments.map(({ name, members }) => [name, members]), [
      ["Dispatch", 1],
      ["Workshop", 0],
    ]);
    assertEquals(company?.dispatchers, 1);
    assertEquals((await stored<StoredGroup>(desk, "group", group.id))?.status, "active");
    const people = await Promise.all(
      [dan, eve].map((person) =>
        stored<{ dispatcher: boolean; departments: string[] }>(
          desk,
          "person",
          id,
          person.id,
        )
      ),
    );
    assertEquals(people.map((it) => [it?.dispatcher, it?.departments]), [
      [true, []],
      [false, ["1"]],
    ]);
  },
};

/** All of them. */
export const ONBOARDING_STORIES: readonly KillStory[] = [letIn, rejected, setUp];
