import type { Asked, Params, Room, World } from "./world.ts";

/** An integer parameter; query strings and forms carry them as digits. */
export function integerIn(params: Params, key: string): number | undefined {
  const value = params[key];
  if (typeof value === "number" && Number.isSafeInteger(value)) return value;
  return typeof value === "string" && /^-?\d{1,16}$/.test(value) ? Number(value) : undefined;
}

export function stringIn(params: Params, key: string): string | undefined {
  const value = params[key];
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}

export function objectIn(params: Params, key: string): Params | undefined {
  const value = params[key];
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? value as Params
    : undefined;
}

export function flagIn(params: Params, key: string): boolean {
  return params[key] === true || ["true", "yes", "1"].includes(String(params[key]).toLowerCase());
}

/** The chat a call names with chat_id. */
export function roomIn({ params }: Asked, world: World): Room | undefined {
  const id = integerIn(params, "chat_id");
  return id === undefined ? undefined : world.rooms.get(id);
}

// Values of these keys are text even when they look like numbers, booleans or JSON.
const TEXT_KEYS = new Set(["text", "caption", "url", "secret_token", "callback_query_id"]);

/** Decodes the parameters of a request: JSON body, form, multipart or query string. */
export async function readParams(request: Request): Promise<Params | undefined> {
  const params: Params = {};
  for (const [key, value] of new URL(request.url).searchParams) params[key] = decode(key, value);
  if (request.method === "GET" || !request.body) return params;
  const type = request.headers.get("content-type") ?? "";
  if (type.includes("application/json")) {
    try {
      return { ...params, ...JSON.parse(await request.text() || "{}") };
    } catch {
      return undefined;
    }
  }
  if (type.includes("form")) {
    const form = await request.formData();
    const carried = new Set<string>();
    for (const [key, value] of form) {
      const file = typeof value === "string" ? attachedTo(form, value) : null;
      if (file && typeof value === "string") carried.add(value.slice(ATTACHED.length));
      params[key] = file ?? (typeof value === "string" ? decode(key, value) : value);
    }
    // A part that another names is that one's file, and no parameter.
    for (const name of carried) delete params[name];
  }
  return params;
}

/** How a parameter names another part of the request. */
const ATTACHED = "attach://";

/** A file that another part of the request carries. */
function attachedTo(form: FormData, value: string): File | null {
  const part = value.startsWith(ATTACHED) ? form.get(value.slice(ATTACHED.length)) : null;
  return part instanceof File ? part : null;
}

function decode(key: string, value: string): unknown {
  if (TEXT_KEYS.has(key)) return value;
  if (/^-?\d{1,15}$/.test(value)) return Number(value);
  if (!/^[[{]|^(true|false)$/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
