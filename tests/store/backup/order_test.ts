import { assertEquals } from "@std/assert";
import { parseOrder } from "../../../src/store/backup/order.ts";

function order(text: string) {
  return parseOrder(text.split(" ").filter((word) => word !== ""));
}

Deno.test("parseOrder() reads what is to be done, and where", () => {
  assertEquals(order("export a"), { task: { kind: "export", file: "a" }, path: undefined });
  assertEquals(order("--kv s export a"), { task: { kind: "export", file: "a" }, path: "s" });
  const merging = { kind: "import" as const, file: "a", merge: true };
  assertEquals(order("import a --merge --kv s"), { task: merging, path: "s" });
  assertEquals(order("import --merge a"), { task: merging, path: undefined });
  assertEquals(order("import a")?.task, { ...merging, merge: false });
  assertEquals(order("verify")?.task, { kind: "verify", repair: false });
  assertEquals(order("verify --repair")?.task, { kind: "verify", repair: true });
  assertEquals(order("decrypt b.002 b.001 out")?.task, {
    kind: "decrypt",
    parts: ["b.002", "b.001"],
    file: "out",
  });
  assertEquals(order("migrate")?.task, { kind: "migrate" });
});

Deno.test("parseOrder() takes nothing that it would have to guess", () => {
  const wrong = [
    "",
    "export",
    "export a b",
    "export a --merge",
    "import",
    "import a --repair",
    "import a --merge --force",
    "verify a",
    "verify --merge",
    "decrypt",
    "decrypt a",
    "decrypt a b --merge",
    "decrypt a b --kv s",
    "migrate a",
    "migrate --repair",
    "export a --kv",
    "delete a",
    "--merge",
  ];
  for (const text of wrong) assertEquals(order(text), null, text);
});
