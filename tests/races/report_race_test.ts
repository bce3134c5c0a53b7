import { assertEquals } from "@std/assert";
import { plain } from "../simulator/simulator.ts";
import { startRace } from "./race.ts";

Deno.test("one person who reports in eight groups at once is stopped after five", async () => {
  const race = await startRace();
  const { program } = race;
  const { telegram, store, admin } = program;
  const ana = telegram.person("Ana");
  const first = await program.company("ACME", { members: [ana] });
  const groups = [first];
  for (let n = 2; n <= 8; n++) {
    const more = telegram.group(`ACME yard ${n}`, { members: [ana], withBot: false });
    await admin.joins(more);
    await admin.adds(more);
    await more.botRights("administrator");
    await admin.says(admin.private, `/add_group ACME ${more.id}`);
    groups.push(more);
  }
  await Promise.all(groups.map((group, n) => ana.says(group, `/new_issue Trouble in yard ${n}`)));
  const incidents = await Array.fromAsync(store.list({ prefix: ["incident"] }));
  assertEquals(incidents.map(({ key }) => key[2]), [1, 2, 3, 4, 5]);
  const refused = groups.filter((group) =>
    group.visibleTo(ana).some((message) => plain(message).includes("reported a lot"))
  );
  assertEquals(refused.length, 1, "told once");
  await race.isOver(groups);
});
