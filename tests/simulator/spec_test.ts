import { assertEquals } from "@std/assert";
import { inScene } from "./scene.ts";
import { SIGNATURES } from "./signatures.ts";

const path = Deno.env.get("BOT_API_SPEC");
if (!path) console.log("Skipped without BOT_API_SPEC: calls are not held against a reference.");

Deno.test(
  { name: "calls that break the reference are violations", ignore: !path },
  () =>
    inScene(async ({ telegram, ana, ask }) => {
      const good = { chat_id: ana.id, text: "x", reply_parameters: { message_id: 1 } };
      await ask("sendMessage", good);
      assertEquals(telegram.violations, []);
      await ask("sendMessage", { chat_id: ana.id, text: 7, colour: "red" });
      await ask("sendMessage", { ...good, reply_parameters: { message_id: "one", shade: 1 } });
      await ask("sendMessage", { ...good, reply_markup: { inline_keyboard: [[{ txt: "x" }]] } });
      await ask("setMyCommands", { commands: [{ command: "x" }], scope: { type: "default" } });
      await ask("sendFax");
      assertEquals(telegram.violations, [
        "sendMessage has no field colour",
        "sendMessage.text is no String",
        "sendMessage.reply_parameters has no field shade",
        "sendMessage.reply_parameters.message_id is no Integer",
        "sendMessage.reply_markup.inline_keyboard[0][0] has no field txt",
        "sendMessage.reply_markup.inline_keyboard[0][0] lacks text",
        "setMyCommands.commands[0] lacks description",
        "sendFax is not a method",
      ]);
    }),
);

Deno.test({ name: "the simulator's parameters are the reference's", ignore: !path }, async () => {
  const { methods } = JSON.parse(await Deno.readTextFile(path!));
  for (const [name, { required, optional }] of Object.entries(SIGNATURES)) {
    const fields = (methods[name].fields ?? []) as { name: string }[];
    assertEquals(
      [...required, ...optional].toSorted(),
      fields.map((field) => field.name).toSorted(),
      name,
    );
  }
});
