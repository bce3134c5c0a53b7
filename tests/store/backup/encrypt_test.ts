import { assert, assertEquals, assertRejects } from "@std/assert";
import { ITERATIONS } from "../../../src/store/backup/cipher.ts";
import { decryptedBackup, type PartSource } from "../../../src/store/backup/decrypt.ts";
import { encryptedParts, type EncryptOptions } from "../../../src/store/backup/encrypt.ts";
import { BackupError } from "../../../src/store/backup/refused.ts";

const PASSPHRASE = "correct horse battery staple";
/** Small, and quick: several parts of several frames. */
const SMALL = { passphrase: PASSPHRASE, partSize: 1_000, frameSize: 300, iterations: 10 };

/** Text that does not shrink much. */
function noise(length: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length }, (_, i) => (i * i * 31 + (i >> 3) * 17) % 251);
}

async function* inChunks(bytes: Uint8Array<ArrayBuffer>, size = 777) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** The parts as files have them. */
async function partsOf(
  bytes: Uint8Array<ArrayBuffer>,
  options: EncryptOptions = SMALL,
): Promise<Uint8Array<ArrayBuffer>[]> {
  const parts = await Array.fromAsync(encryptedParts(inChunks(bytes), options));
  assertEquals(parts.map(({ number }) => number), parts.map((_, i) => i + 1));
  assertEquals(parts.map(({ isLast }) => isLast), parts.map((_, i) => i === parts.length - 1));
  return await Promise.all(
    parts.map(async ({ pieces }) => await new Blob(pieces).bytes() as Uint8Array<ArrayBuffer>),
  );
}

function source(bytes: Uint8Array, name: string): PartSource {
  return {
    name,
    async *read() {
      for (let at = 0; at < bytes.length; at += 101) yield bytes.subarray(at, at + 101);
    },
  };
}

async function joined(
  parts: readonly Uint8Array[],
  { passphrase = PASSPHRASE, names = parts.map((_, i) => `part.${i + 1}`) } = {},
): Promise<Uint8Array> {
  const sources = parts.map((bytes, i) => source(bytes, names[i]!));
  return await new Blob(
    await Array.fromAsync(decryptedBackup(sources, passphrase)) as BlobPart[],
  ).bytes();
}

/** With one bit the other way round. */
function flipped(bytes: Uint8Array<ArrayBuffer>, at: number): Uint8Array<ArrayBuffer> {
  const copy = bytes.slice();
  copy[at]! ^= 1;
  return copy;
}

async function refused(parts: readonly Uint8Array[], why: string, passphrase = PASSPHRASE) {
  const error = await assertRejects(() => joined(parts, { passphrase }), BackupError);
  assert(error.message.includes(why), `${error.message}, not ${why}`);
}

Deno.test("what was encrypted in parts is decrypted, whatever the order of the parts", async () => {
  for (const length of [0, 1, 299, 300, 5_000, 20_000]) {
    const bytes = noise(length);
    const parts = await partsOf(bytes);
    assert(length < 5_000 || parts.length > 3, `${parts.length} parts`);
    for (const part of parts) assert(part.length <= SMALL.partSize);
    assertEquals(await joined(parts), bytes);
    assertEquals(await joined(parts.toReversed()), bytes);
  }
});

Deno.test("no two backups are encrypted alike, and none shows what is in it", async () => {
  const secret = new TextEncoder().encode("Brakes failed on truck 12 ".repeat(200));
  const [a, b] = [await partsOf(secret), await partsOf(secret)];
  assertEquals(String(a[0]) === String(b[0]), false);
  const text = new TextDecoder("latin1").decode(await new Blob(a).bytes());
  assertEquals(text.includes("Brakes") || text.includes(PASSPHRASE), false);
});

Deno.test("a wrong passphrase is called a wrong passphrase", async () => {
  const parts = await partsOf(noise(5_000));
  for (const wrong of ["", "correct horse battery stapl", PASSPHRASE.toUpperCase()]) {
    await refused(parts, "the passphrase is wrong", wrong);
    await refused(parts.slice(0, 1), "the passphrase is wrong", wrong);
  }
});

Deno.test("a missing part is named, the first, a middle and the last one", async () => {
  const parts = await partsOf(noise(5_000));
  await refused(parts.slice(1), "part 1 is missing");
  await refused(parts.toSpliced(2, 1), "part 3 is missing");
  await refused(parts.slice(0, -1), "its last part, or its end, is missing");
  await refused([], "there is no part");
});

Deno.test("a flipped byte anywhere is found", async () => {
  const parts = await partsOf(noise(2_500));
  for (const [i, part] of parts.entries()) {
    for (let at = 0; at < part.length; at++) {
      const damaged = parts.with(i, flipped(part, at));
      await assertRejects(() => joined(damaged), BackupError);
    }
  }
  await refused(parts.with(1, flipped(parts[1]!, 500)), "part.2 is damaged");
});

Deno.test("swapped parts, mixed backups and parts that are there twice are refused", async () => {
  const [one, two] = [await partsOf(noise(5_000)), await partsOf(noise(5_000))];
  await refused(one.with(2, two[2]!), "different backups");
  await refused([...one, one[1]!], "are the same part, number 2");
  // The frames of two parts, exchanged under their heads.
  const exchange = (a: Uint8Array, b: Uint8Array) =>
    new Uint8Array([...a.subarray(0, 48), ...b.subarray(48)]);
  const swapped = one.with(1, exchange(one[1]!, one[2]!)).with(2, exchange(one[2]!, one[1]!));
  await refused(swapped, "part.2 is damaged");
  // Two frames of one part, exchanged; or one of them, taken out.
  const [, part] = one;
  const [first, second] = [part!.subarray(48, 369), part!.subarray(369, 690)];
  assertEquals(part!.length, 690);
  const preface = part!.subarray(0, 48);
  await refused(
    one.with(1, new Uint8Array([...preface, ...second, ...first])),
    "part.2 is damaged",
  );
  await refused(one.with(1, new Uint8Array([...preface, ...second])), "part.2 is damaged");
  await refused(one.with(1, new Uint8Array([...preface, ...first])), "part.3 is damaged");
  // The numbers of two parts, exchanged.
  const renumbered = (part: Uint8Array<ArrayBuffer>, number: number) => {
    const copy = part.slice();
    copy[31] = number;
    return copy;
  };
  await refused(
    one.with(1, renumbered(one[1]!, 3)).with(2, renumbered(one[2]!, 2)),
    "damaged at its beginning, or has a changed number",
  );
});

Deno.test("what is cut off, or goes on, or is something else is refused", async () => {
  const parts = await partsOf(noise(5_000));
  const last = parts.at(-1)!;
  await refused(parts.with(1, parts[1]!.slice(0, -1)), "part.2 is cut off");
  await refused(parts.with(1, parts[1]!.slice(0, 50)), "part.2 is cut off");
  await refused(parts.with(1, parts[1]!.slice(0, 48)), "part.3 is damaged");
  await refused(parts.with(-1, last.slice(0, 48)), "its last part, or its end, is missing");
  await refused(parts.with(-1, new Uint8Array([...last, 0])), "goes on after the end");
  await refused([new TextEncoder().encode('{"tocsin":1}')], "no part of an encrypted backup");
  await refused([new Uint8Array()], "no part of an encrypted backup");
});

Deno.test("the passphrase is hashed as often as OWASP asks, and each part says how often", async () => {
  assert(ITERATIONS >= 600_000);
  const [part] = await partsOf(noise(10), { passphrase: PASSPHRASE, partSize: 1_000 });
  assertEquals(new DataView(part!.buffer).getUint32(24), ITERATIONS);
  assertEquals(await joined([part!]), noise(10));
});
