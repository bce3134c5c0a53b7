/**
 * How an encrypted backup is written. It comes in parts; each begins with a head (8 bytes that say what
 * it is, the salt, the iterations, its number) and the seal of that head, and goes on with frames: their
 * size, whether it is the last one of all, and what AES-GCM made of a piece. The nonce counts the frames
 * of the whole backup, and the head is authenticated with each, so that nothing can be left out, put
 * elsewhere or taken from another backup.
 */

/** What every part begins with; the digit is the version of this format. */
const MAGIC = new TextEncoder().encode("TOCSINE1");
/** Bytes of the salt. */
const SALT_SIZE = 16;
/** Bytes of a head: magic, salt, iterations and number. */
const HEAD_SIZE = MAGIC.length + SALT_SIZE + 8;
/** Bytes that AES-GCM adds. */
export const TAG_SIZE = 16;
/** Bytes before the frames of a part: its head and the head's seal. */
export const PREFACE_SIZE: number = HEAD_SIZE + TAG_SIZE;
/** Bytes before what is encrypted in a frame: its size, and whether it is the last. */
export const FRAME_HEAD_SIZE = 5;

/**
 * How often the passphrase is hashed: what OWASP asks of PBKDF2 with HMAC-SHA-256.
 *
 * @see https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#pbkdf2
 */
export const ITERATIONS = 600_000;

/** More than anybody needs; a forged part must not keep a machine busy for days. */
export const MOST_ITERATIONS = 10_000_000;

/** What a part says of itself. */
export interface Head {
  /** Random, the same in all parts of a backup. */
  salt: Uint8Array<ArrayBuffer>;
  /** How often the passphrase was hashed. */
  iterations: number;
  /** From 1. */
  number: number;
}

/** A salt that no backup has had. */
export function newSalt(): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(SALT_SIZE));
}

/** A head as bytes. */
export function formatHead({ salt, iterations, number }: Head): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(HEAD_SIZE);
  bytes.set(MAGIC);
  bytes.set(salt, MAGIC.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(HEAD_SIZE - 8, iterations);
  view.setUint32(HEAD_SIZE - 4, number);
  return bytes;
}

/** A head from bytes; `null`: they are none. */
export function parseHead(bytes: Uint8Array<ArrayBuffer>): Head | null {
  if (bytes.length < HEAD_SIZE || MAGIC.some((byte, i) => bytes[i] !== byte)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return {
    salt: bytes.slice(MAGIC.length, MAGIC.length + SALT_SIZE),
    iterations: view.getUint32(HEAD_SIZE - 8),
    number: view.getUint32(HEAD_SIZE - 4),
  };
}

/** The key of a backup. Takes a good part of a second: that is its purpose. */
export async function keyFrom(
  passphrase: string,
  { salt, iterations }: Pick<Head, "salt" | "iterations">,
): Promise<CryptoKey> {
  const secret = new TextEncoder().encode(passphrase);
  const base = await crypto.subtle.importKey("raw", secret, "PBKDF2", false, ["deriveKey"]);
  return await crypto.subtle.deriveKey(
    { name: "PBKDF2", hash: "SHA-256", salt, iterations },
    base,
    { name: "AES-GCM", length: 256 },
    false,
    ["encrypt", "decrypt"],
  );
}

/** What is encrypted: a piece, the last piece, or nothing, which seals the head of a part. */
export type Sort = "piece" | "last" | "head";

const SORTS: readonly Sort[] = ["piece", "last", "head"];

/** Where something encrypted belongs. */
export interface Spot {
  /** The head of its part. */
  head: Head;
  /** What it is. */
  sort: Sort;
  /** The frame's number in the whole backup, from 0; the part's, of a head. */
  count: number;
}

/** Encrypts for that spot. */
export async function encrypt(
  key: CryptoKey,
  spot: Spot,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.encrypt(parametersFor(spot), key, bytes));
}

/** Decrypts; `null`: the key is another, or this was never encrypted for that spot. */
export async function decrypt(
  key: CryptoKey,
  spot: Spot,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await crypto.subtle.decrypt(parametersFor(spot), key, bytes));
  } catch {
    return null;
  }
}

/** No two spots have the same nonce: the sort stands in it beside the count. */
function parametersFor({ head, sort, count }: Spot): AesGcmParams {
  const iv = new Uint8Array(12);
  const view = new DataView(iv.buffer);
  view.setBigUint64(0, BigInt(count));
  view.setUint32(8, SORTS.indexOf(sort));
  return { name: "AES-GCM", iv, additionalData: formatHead(head) };
}
