import { assertEquals } from "@std/assert";
import type { Group } from "./groups.ts";
import { inScene, type Scene } from "./scene.ts";

/** What the bot was told, in short. */
function told({ telegram }: Scene): unknown[] {
  return telegram.updates.map(({ chat_member: change, message }) =>
    change
      ? [change.from.first_name, change.old_chat_member.status, change.new_chat_member.status]
      : message?.new_chat_members
      ? "came"
      : message?.left_chat_member
      ? "left"
      : "?"
  );
}

async function comesAndGoes(scene: Scene, group: Group): Promise<unknown[]> {
  const { telegram, ana } = scene;
  const cem = telegram.person("Cem");
  telegram.updates.splice(0);
  await cem.joins(group);
  await cem.leaves(group);
  await cem.joins(group);
  await ana.removes(cem, group);
  const result = await telegram.call("getChatMember", { chat_id: group.id, user_id: cem.id });
  assertEquals((result as { status: string }).status, "kicked");
  return told(scene);
}

const SERVICE = ["came", "left", "came", "left"];
const CHANGES = [
  ["Cem", "left", "member"],
  "came",
  ["Cem", "member", "left"],
  "left",
  ["Cem", "left", "member"],
  "came",
  ["Ana", "member", "kicked"],
  "left",
];

Deno.test("an administrator bot that asks for chat_member learns who comes and goes", () =>
  inScene(async (scene) => {
    const { telegram, office, lounge } = scene;
    assertEquals(await comesAndGoes(scene, office), SERVICE, "nobody asked");
    const allowedUpdates = ["message", "chat_member"];
    telegram.connect(() => new Response(), { secret: "s", allowedUpdates });
    assertEquals(await comesAndGoes(scene, office), CHANGES);
    assertEquals(await comesAndGoes(scene, lounge), SERVICE, "no administrator there");
  }));
