import { assertEquals } from "@std/assert";
import { isSameSecret } from "../../src/web/secret.ts";

Deno.test("isSameSecret() is true for the same text only", async () => {
  const secret = "a-long_RANDOM-word-42";
  assertEquals(await isSameSecret(secret, secret), true);
  const wrong = [
    "",
    "b-long_RANDOM-word-42",
    "a-long_RANDOM-word-43",
    "a-long_random-word-42",
    secret.slice(0, -1),
    `${secret} `,
    `${secret}${secret}`,
    "ä".repeat(21),
    "\u0000".repeat(secret.length),
  ];
  for (const given of wrong) assertEquals(await isSameSecret(given, secret), false, given);
});

Deno.test("isSameSecret() compares digests of the same length, wherever the texts differ", async () => {
  const digested: number[] = [];
  const { subtle } = crypto;
  const digest = subtle.digest;
  subtle.digest = async (algorithm, data) => {
    const result = await digest.call(subtle, algorithm, data);
    digested.push(result.byteLength);
    return result;
  };
  try {
    await isSameSecret("", "right");
    await isSameSecret("wrong", "right");
    await isSameSecret("r".repeat(100_000), "right");
    await isSameSecret("right", "right");
  } finally {
    subtle.digest = digest;
  }
  assertEquals(digested, Array(8).fill(32));
});
