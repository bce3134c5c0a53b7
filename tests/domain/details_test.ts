import { assertEquals } from "@std/assert";
import type { LaterAction } from "../../src/domain/action.ts";
import { evolve } from "../../src/domain/evolve.ts";
import { STATUSES } from "../../src/domain/incident.ts";
import type { Refusal } from "../../src/domain/refusal.ts";
import { hana, MINUTE, mona, NOON, otto, rita, stella } from "./cast.ts";
import { called, HISTORIES, incidentIn, reported, type Step } from "./history.ts";
import { given, MANAGER, whenIncident } from "./story.ts";

const comment = (text: string): LaterAction => ({ type: "comment", messageId: 8, text });
const commented = (text: string, by = hana): Step => [
  { type: "commented", messageId: 8, text },
  by,
];

Deno.test("anybody comments in any status; the newest comment's first line is at hand", () => {
  for (const status of STATUSES) {
    const after = given(...HISTORIES[status], commented("First"))
      .when(comment("On my way\nwith the van"), stella)
      .then({ type: "commented", messageId: 8, text: "On my way\nwith the van" });
    const { count, newest } = after.comments;
    assertEquals(after.status, status);
    assertEquals([count, newest?.by, newest?.line], [2, stella, "On my way"]);
    assertEquals(newest?.comment, after.version);
  }
});

Deno.test("a comment has 1 to 4,096 characters that can be seen", () => {
  const refused: [string, Refusal][] = [
    ["", { reason: "too_short", what: "comment", length: 0 }],
    ["\u200b\u2060", { reason: "too_short", what: "comment", length: 0 }],
    ["x".repeat(4097), { reason: "too_long", what: "comment", length: 4097 }],
  ];
  for (const [text, refusal] of refused) {
    given(reported).when(comment(text), stella).thenRefused(refusal);
    given(reported).when({ type: "edit_comment", comment: 2, messageId: 8, text }, stella)
      .thenRefused(refusal);
  }
  for (const text of ["x", "x".repeat(4096)]) {
    given(reported).when(comment(text), stella).then({ type: "commented", messageId: 8, text });
  }
});

Deno.test("of a long first line 160 characters are at hand, and no half ones", () => {
  const line = (text: string) => {
    const after = given(reported).when(comment(text), rita)
      .then({ type: "commented", messageId: 8, text });
    return after.comments.newest!.line;
  };
  assertEquals(line("x".repeat(161)), "x".repeat(160));
  assertEquals(line("x".repeat(159) + "🔥"), "x".repeat(159) + "\ufffd");
  assertEquals(line("a \u202e b\tc"), "a b c");
});

Deno.test("an edited comment has other words; an older one leaves the newest line alone", () => {
  const talk = given(reported, commented("First"), commented("Second", otto));
  const edit = (place: number, text: string) =>
    talk.when({ type: "edit_comment", comment: place, messageId: 8, text }, otto)
      .then({ type: "comment_edited", comment: place, text });
  const newest = edit(3, "Second, really\nnow");
  assertEquals([newest.comments.count, newest.comments.newest?.line], [2, "Second, really"]);
  assertEquals([newest.comments.newest?.by, newest.version], [otto, 4]);
  const older = edit(2, "First, really");
  assertEquals([older.comments.newest?.line, older.version], ["Second", 4]);
});

Deno.test("words that are added to a file by an edit are a comment", () => {
  const after = given(reported)
    .when({ type: "edit_comment", comment: null, messageId: 9, text: "The brake line" }, hana)
    .then({ type: "commented", messageId: 9, text: "The brake line" });
  assertEquals([after.comments.count, after.comments.newest?.line], [1, "The brake line"]);
});

Deno.test("a file is attached, and what can be read under it is a comment", () => {
  const attached = {
    messageId: 9,
    attachment: { kind: "document", fileId: "BQACAgI", size: 4096, name: "brakes.pdf" },
  } as const;
  const bare = given(reported).when({ type: "attach", attached, caption: "" }, stella)
    .then({ type: "attached", ...attached });
  assertEquals([bare.attachments, bare.comments.count], [1, 0]);
  given(reported).when({ type: "attach", attached, caption: "\u200b\u2060" }, stella)
    .then({ type: "attached", ...attached });
  const captioned = given(reported)
    .when({ type: "attach", attached, caption: "The manual" }, stella)
    .then(
      { type: "attached", ...attached },
      { type: "commented", messageId: 9, text: "The manual" },
    );
  assertEquals([captioned.attachments, captioned.comments.count], [1, 1]);
});

Deno.test("the description has 5 to 3,000 characters, and remembers that it was edited", () => {
  for (const type of ["edit_description", "edit_source"] as const) {
    const edit = (description: string) => given(reported, called).when({ type, description }, rita);
    edit("abcd").thenRefused({ reason: "too_short", what: "description", length: 4 });
    edit("x".repeat(3001))
      .thenRefused({ reason: "too_long", what: "description", length: 3001 });
    edit("Brakes failed on truck 12").thenRefused({ reason: "no_change" });
    for (const description of ["abcde", "x".repeat(3000)]) {
      const after = edit(description).then({ type: "description_edited", description });
      assertEquals([after.description, after.editedAt], [description, NOON + 2 * MINUTE]);
    }
  }
});

Deno.test("a priority is set when it is another one", () => {
  const set = (priority: "medium" | "critical") =>
    given(reported).when({ type: "set_priority", priority }, rita);
  set("medium").thenRefused({ reason: "no_change" });
  assertEquals(
    set("critical").then({ type: "priority_set", priority: "critical" }).priority,
    "critical",
  );
});

const tagged = (...tags: string[]): Step => [{ type: "tagged", tags }, rita];
const TEN = [..."abcdefghij"];

Deno.test("tags stand in the order in which they came, each once", () => {
  const after = given(reported, tagged("brakes"))
    .when({ type: "tag", tags: ["truck", "brakes", "yard"] }, rita)
    .then({ type: "tagged", tags: ["truck", "yard"] });
  assertEquals(after.tags, ["brakes", "truck", "yard"]);
  given(reported, tagged("brakes")).when({ type: "tag", tags: ["brakes"] }, rita)
    .thenRefused({ reason: "no_change" });
});

Deno.test("only tags that are there are taken off", () => {
  const after = given(reported, tagged("brakes", "truck", "yard"))
    .when({ type: "untag", tags: ["yard", "night", "brakes"] }, rita)
    .then({ type: "untagged", tags: ["yard", "brakes"] });
  assertEquals(after.tags, ["truck"]);
  given(reported).when({ type: "untag", tags: ["yard"] }, rita)
    .thenRefused({ reason: "no_change" });
});

Deno.test("an incident has at most ten tags", () => {
  given(reported).when({ type: "tag", tags: TEN }, rita).then({ type: "tagged", tags: TEN });
  const full = given(reported, tagged(...TEN));
  full.when({ type: "tag", tags: ["k"] }, rita)
    .thenRefused({ reason: "too_many_tags", most: 10 });
  full.when({ type: "tag", tags: ["a"] }, rita).thenRefused({ reason: "no_change" });
  given(reported).when({ type: "tag", tags: [...TEN, "k"] }, rita)
    .thenRefused({ reason: "too_many_tags", most: 10 });
});

Deno.test("what can't be a tag is none, and neither is nothing", () => {
  for (const type of ["tag", "untag"] as const) {
    for (const tags of [[], [""], ["a b"], ["a", "#b"], ["x".repeat(25)], ["a,b"], ["\u200b"]]) {
      given(reported, tagged("a")).when({ type, tags }, rita).thenRefused({ reason: "bad_tag" });
    }
  }
});

Deno.test("a card is pinned anew as often as a manager asks", () => {
  let state = incidentIn("awaiting_claim") as ReturnType<typeof evolve>;
  for (const time of [1, 2]) {
    state = whenIncident(state, NOON).when({ type: "repin" }, mona, { standing: MANAGER })
      .then({ type: "repinned" });
    assertEquals(state.repins, time);
  }
});

Deno.test("an incident that moves with its group replies to no message of the old one", () => {
  const topic = { ...incidentIn("in_progress"), topicId: 5 };
  const moved = { type: "moved", chatId: -1002, actor: null, at: NOON, updateId: 1 } as const;
  const after = evolve(topic, moved);
  const { chatId, sourceMessageId, topicId } = after;
  assertEquals([chatId, sourceMessageId, topicId], [-1002, 0, null]);
});
