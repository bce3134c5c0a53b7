/** Who may talk to the playground, and what they get. */

import { assertEquals, assertStringIncludes } from "@std/assert";
import { visit } from "./visitor.ts";

const ACT = { "content-type": "application/json", "x-playground": "1" };

/** A request past `fetch`, which knows better than to send some things. */
async function raw(origin: string, path: string, host?: string): Promise<number> {
  const { hostname, port, host: own } = new URL(origin);
  const connection = await Deno.connect({ hostname, port: Number(port) });
  const lines = [`GET ${path} HTTP/1.1`, `Host: ${host ?? own}`, "Connection: close", "", ""];
  await connection.write(new TextEncoder().encode(lines.join("\r\n")));
  const answer = await new Response(connection.readable).text();
  return Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);
}

Deno.test("every answer forbids what the page does not need", async () => {
  await visit(async ({ origin }) => {
    for (const path of ["/", "/assets/lib/standalone.js", "/nothing", "/api/machinery"]) {
      const response = await fetch(origin + path);
      await response.body?.cancel();
      const policy = response.headers.get("content-security-policy") ?? "";
      assertStringIncludes(policy, "default-src 'none'; script-src 'self'; style-src 'self'");
      assertStringIncludes(policy, "frame-ancestors 'none'");
      assertEquals(policy.includes("unsafe"), false);
      assertEquals(response.headers.get("x-content-type-options"), "nosniff");
      assertEquals(response.headers.get("referrer-policy"), "no-referrer");
    }
  });
});

Deno.test("the page's library comes from the machine itself", async () => {
  await visit(async ({ origin }) => {
    const response = await fetch(`${origin}/assets/lib/standalone.js`);
    assertEquals(response.status, 200);
    assertStringIncludes(response.headers.get("content-type") ?? "", "text/javascript");
    assertStringIncludes(await response.text(), "export");
  });
});

Deno.test("only this machine's own names lead to the playground", async () => {
  await visit(async ({ origin }) => {
    const { port } = new URL(origin);
    assertEquals(await raw(origin, "/api/machinery"), 200);
    assertEquals(await raw(origin, "/api/machinery", `localhost:${port}`), 200);
    assertEquals(await raw(origin, "/api/machinery", `evil.example:${port}`), 421);
    assertEquals(await raw(origin, "/api/machinery", "127.0.0.1"), 421);
    const elsewhere = await fetch(`${origin}/api/machinery`, {
      headers: { origin: "https://evil.example" },
    });
    await elsewhere.body?.cancel();
    assertEquals(elsewhere.status, 421);
  });
});

Deno.test("no path leads out of the page's folder", async () => {
  await visit(async ({ origin }) => {
    const paths = [
      "/assets/../contract.ts",
      "/assets/..%2fcontract.ts",
      "/assets/%2e%2e/%2e%2e/%2e%2e/deno.json",
      "/assets/lib/../../../deno.json",
      "//etc/passwd",
      "/assets//etc/passwd",
      "/assets/page/index.html",
    ];
    for (const path of paths) assertEquals(await raw(origin, path), 404, path);
  });
});

Deno.test("an act has to come from the page, whole and no larger than it needs to be", async () => {
  await visit(async ({ origin }) => {
    const send = async (body: BodyInit, headers: HeadersInit) => {
      const response = await fetch(`${origin}/api/act`, { method: "POST", headers, body });
      await response.body?.cancel();
      return response.status;
    };
    const kill = JSON.stringify({ do: "kill" });
    assertEquals(await send(kill, { "content-type": "application/json" }), 403);
    assertEquals(await send(kill, { "content-type": "text/plain", "x-playground": "1" }), 403);
    assertEquals(await send(" ".repeat(65 * 1024) + kill, ACT), 413);
    assertEquals(await send("{", ACT), 400);
    assertEquals(await send(JSON.stringify({ do: "kill", as: "root" }), ACT), 400);
    assertEquals(await send(JSON.stringify({ do: "jump", minutes: 1e9 }), ACT), 400);
    const put = await fetch(`${origin}/api/act`, { method: "PUT", headers: ACT, body: kill });
    await put.body?.cancel();
    assertEquals(put.status, 405);
    const view = await fetch(`${origin}/api/machinery`);
    assertEquals((await view.json()).incidents, []);
    assertEquals(await send(kill, ACT), 200);
  });
});

Deno.test("nobody acts in a chat that they are not in, or for somebody who is not there", async () => {
  await visit(async ({ act, opens }) => {
    const sam = await opens("Sam", "private");
    const omar = await opens("Omar");
    const chat = omar.view.open!.id;
    const said = await act({ do: "say", as: sam.id, chat, text: "Let me in" });
    assertEquals(said, { ok: false, problem: "Sam is not in this chat." });
    const forged = await act({ do: "say", as: 1, chat, text: "Hello" });
    assertEquals(forged, { ok: false, problem: "There is no such person." });
    const gone = await act({ do: "press", as: omar.id, chat, key: "m999", row: 0, column: 0 });
    assertEquals(gone, { ok: false, problem: "This message is gone." });
    assertEquals((await act({ do: "remove_bot", as: omar.id, chat })).ok, false);
  });
});

Deno.test("a busy port gives way to the next one, and the playground says so", async () => {
  const lines: string[] = [];
  await visit(async ({ origin }) => {
    const port = Number(new URL(origin).port);
    await visit(({ origin: second }) => {
      assertEquals(second === origin, false);
      assertEquals(lines[0], `Port ${port} is busy, trying ${port + 1}.`);
      return Promise.resolve();
    }, { port, print: (line) => lines.push(line) });
  });
});
