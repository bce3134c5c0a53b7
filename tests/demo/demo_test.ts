import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";

const decoder = new TextDecoder();

Deno.test("the demo plays its day as the README starts it", async () => {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["task", "--quiet", "demo", "--story"],
  }).output();
  const transcript = decoder.decode(stdout);
  assertEquals(code, 0, decoder.decode(stderr));
  assertMatch(
    transcript,
    /Two companies, four incidents, all as it should be, in \d+\.\d seconds/,
  );
  assertMatch(transcript, /Nordhaul Freight +NORDHAUL-1 resolved/);
  assertMatch(transcript, /Nordhaul Freight +NORDHAUL-2 closed without a summary/);
  assertMatch(transcript, /Citycool +COOL-1 resolved/);
  assertMatch(transcript, /4 pressed Claim at once, (Omar|Lena|Milo|Greta) won, 3 were told so/);
  assertStringIncludes(transcript, "⏰ Nobody has claimed COOL-1 for 10 minutes");
  assertStringIncludes(transcript, "COOL-2 has escalated, because nobody has claimed it");
  assertStringIncludes(transcript, "💤 No reminders; they come back");
  assertStringIncludes(transcript, "⏰ COOL-2 is on again");
  assertStringIncludes(transcript, "[ 🙋 Claim ]");
  assert(!transcript.includes("\x1b["), "no colours where there is no terminal");
});

Deno.test("the demo stays up when it is asked to, until it is told to end", async () => {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "tests/demo/demo.ts", "--story", "--keep"],
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  let text = "";
  for await (const chunk of child.stdout.values({ preventCancel: true })) {
    text += decoder.decode(chunk, { stream: true });
    if (/Health .*\n/.test(text)) break;
  }
  const address = (name: string) =>
    new RegExp(`${name} +(http://127\\.0\\.0\\.1:\\S+)`).exec(text)?.[1];
  const status = async (url: string, method = "GET") => {
    const response = await fetch(url, { method });
    await response.body?.cancel();
    return response.status;
  };
  assertEquals(await status(`${address("Health")}`), 200);
  assertEquals(await status(`${address("Webhook")}`, "POST"), 401);
  assertEquals(await status(`${address("Bot API root")}/bot1:wrong/getMe`), 401);
  child.kill("SIGINT");
  await child.stdout.cancel();
  assertEquals((await child.status).code, 0);
});

Deno.test("without anything else the demo is the playground, until it is told to end", async () => {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "tests/demo/demo.ts", "--port", "0"],
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  let text = "";
  for await (const chunk of child.stdout.values({ preventCancel: true })) {
    text += decoder.decode(chunk, { stream: true });
    if (text.includes("Ctrl-C")) break;
  }
  const [, origin] = /(http:\/\/127\.0\.0\.1:\d+)/.exec(text) ?? [];
  const response = await fetch(`${origin}/api/machinery`);
  assertEquals((await response.json()).incidents, []);
  child.kill("SIGINT");
  await child.stdout.cancel();
  assertEquals((await child.status).code, 0);
});
