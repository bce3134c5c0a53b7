import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { markPlace } from "../../src/execute/forget_end.ts";
import { keys } from "../../src/store/keys.ts";
import { type Fuse, withFuse } from "../faults/fuse.ts";
import type { Program } from "../program.ts";
import { buttons, type Person } from "../simulator/simulator.ts";
import { asking, assertVerified, DONE, leftOf } from "./forgetting.ts";
import { stored } from "./stored.ts";
import { asks, inStory, newestFor, newestInPrivate } from "./story.ts";
import { type Yard, yardOf } from "./yard.ts";

/** Uma in the yard, who asked to take calls there and is being forgotten: her roles are dealt with. */
async function begun(program: Program, fuse: Fuse): Promise<Yard & { uma: Person }> {
  const uma = program.telegram.person("Umbrella Quince", { username: "umbrella_q" });
  const yard = await yardOf(program, { started: ["Mia"] });
  await uma.joins(yard.group);
  await uma.starts();
  await uma.says(yard.group, "/help");
  const welcome = yard.group.messages.find((it) => buttons(it).some((b) => b.includes("calls")));
  assert(welcome);
  await uma.presses(welcome, "calls");
  await uma.says(uma.private, "/forget_me");
  await uma.presses(asking(uma, "Yes, forget me"), "Yes, forget me");
  // The press itself begins it; then the program dies.
  fuse.left = 1;
  await uma.presses(asking(uma, "For ever"), "For ever");
  fuse.left = Infinity;
  await markPlace(program.app.deps, uma.id, { step: "chore", next: null });
  return { ...yard, uma };
}

async function ends(program: Program, uma: Person): Promise<void> {
  await program.pass(2);
  await program.telegram.settled();
  assertStringIncludes(newestInPrivate(uma), DONE);
  assertEquals(await leftOf(program, uma), []);
  await assertVerified(program);
}

Deno.test("whoever is being forgotten is given no role, in the company or in a group", async () => {
  const fuse: Fuse = { left: Infinity };
  await inStory(async (program) => {
    const { uma, mia, gus, group } = await begun(program, fuse);
    const no = "They are being forgotten just now and get no role. Nothing was changed.";
    for (
      const command of ["/add_manager ACME", "/add_dispatcher ACME", "/add_member ACME Safety"]
    ) {
      assertEquals(await asks(mia, `${command} ${uma.id}`), [no]);
    }
    assertEquals(await stored(program, keys.person("ACME", uma.id)), null);
    const said = await uma.says(group, "Hello");
    await gus.says(group, "/add_dispatcher", { replyTo: said });
    assertEquals(newestFor(gus, group), no);
    const question = group.messages.findLast((it) => buttons(it).some((b) => b.includes("Allow")));
    assert(question);
    assertEquals(await gus.presses(question, "Allow"), { text: no });
    const after = await stored(program, keys.group(group.id));
    assertEquals(after?.status === "active" && after.people, {});
    await ends(program, uma);
  }, { wrapKv: (kv) => withFuse(kv, fuse) });
});

Deno.test("a role that somebody got in between ends with the last of it", async () => {
  const fuse: Fuse = { left: Infinity };
  await inStory(async (program) => {
    const { uma, mia } = await begun(program, fuse);
    const { key } = keys.profile(uma.id);
    const profile = await stored(program, keys.profile(uma.id));
    assert(profile);
    const { forgetting: _mark, ...unmarked } = profile;
    await program.store.set(key, unmarked);
    await asks(mia, `/add_manager ACME ${uma.id}`);
    assert(await stored(program, keys.person("ACME", uma.id)));
    await program.store.set(key, profile);
    await ends(program, uma);
  }, { wrapKv: (kv) => withFuse(kv, fuse) });
});
