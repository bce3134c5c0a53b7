import type { Asked } from "./world.ts";

interface Field {
  name: string;
  types: string[];
  required: boolean;
}

interface Spec {
  methods: Record<string, { fields?: Field[] }>;
  types: Record<string, { fields?: Field[]; subtypes?: string[] }>;
}

/** Says what about a call breaks the Bot API reference. */
export type SpecCheck = (asked: Asked) => string[];

/**
 * Reads the machine-readable Bot API reference at `path` (default: the environment variable
 * BOT_API_SPEC); nothing when there is none to read.
 */
export async function loadSpec(path?: string): Promise<SpecCheck | undefined> {
  const file = path ?? specPath();
  if (!file) return undefined;
  try {
    return checkAgainst(JSON.parse(await Deno.readTextFile(file)));
  } catch (error) {
    if (path === undefined && error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}

function specPath(): string | undefined {
  const { state } = Deno.permissions.querySync({ name: "env", variable: "BOT_API_SPEC" });
  return state === "granted" ? Deno.env.get("BOT_API_SPEC") : undefined;
}

function checkAgainst(spec: Spec): SpecCheck {
  return ({ method, params }) => {
    const known = spec.methods[method];
    if (!known) return [`${method} is not a method`];
    return checkFields(params, { fields: known.fields ?? [], where: method });
  };

  function checkFields(
    value: Record<string, unknown>,
    { fields, where }: { fields: Field[]; where: string },
  ): string[] {
    const unknown = Object.keys(value)
      .filter((key) => !fields.some(({ name }) => name === key))
      .map((key) => `${where} has no field ${key}`);
    const wrong = fields.flatMap(({ name, types, required }) => {
      if (value[name] === undefined) {
        return required && !isReplaced(where, name, value) ? [`${where} lacks ${name}`] : [];
      }
      const problems = types.map((type) => check(value[name], { type, where: `${where}.${name}` }));
      return problems.find((list) => list.length === 0) ?? problems[0] ?? [];
    });
    return [...unknown, ...wrong];
  }

  function check(value: unknown, { type, where }: { type: string; where: string }): string[] {
    const element = /^Array of (.+)$/.exec(type)?.[1];
    if (element) {
      if (!Array.isArray(value)) return [`${where} is no array`];
      return value.flatMap((each, n) => check(each, { type: element, where: `${where}[${n}]` }));
    }
    const basic = BASIC[type];
    if (basic) return basic(value) ? [] : [`${where} is no ${type}`];
    const known = spec.types[type];
    if (!known) return [];
    if (typeof value !== "object" || value === null) return [`${where} is no ${type}`];
    if (known.subtypes?.length) {
      const problems = known.subtypes.map((each) => check(value, { type: each, where }));
      return problems.find((list) => list.length === 0) ?? problems[0] ?? [];
    }
    return checkFields(value as Record<string, unknown>, { fields: known.fields ?? [], where });
  }
}

/** Fields that are required unless another one is there; the reference has only words for that. */
const REQUIRED_UNLESS: Record<string, string> = {
  "reply_parameters.message_id": "ephemeral_message_id",
};

function isReplaced(where: string, name: string, value: Record<string, unknown>): boolean {
  const other = REQUIRED_UNLESS[`${where.split(".").at(-1)}.${name}`];
  return other !== undefined && value[other] !== undefined;
}

const BASIC: Record<string, (value: unknown) => boolean> = {
  Integer: Number.isSafeInteger,
  Float: (value) => typeof value === "number",
  String: (value) => typeof value === "string",
  ParseMode: (value) => typeof value === "string",
  Boolean: (value) => typeof value === "boolean",
  True: (value) => value === true,
  InputFile: (value) => typeof value === "string" || value instanceof File,
};
