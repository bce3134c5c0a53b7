/** One JSON object a line; never a secret, never what people wrote. */

/** How important a line is, least first. */
export const LOG_LEVELS = ["debug", "info", "warn", "error"] as const;

/** A level. */
export type LogLevel = typeof LOG_LEVELS[number];

/** What a line can say beside time, level and message. */
export interface LogFields {
  /** Telegram's `update_id`. */
  update?: number | undefined;
  /** One HTTP request. */
  request?: string | undefined;
  /** A chat id. */
  chat?: number | undefined;
  /** A person's numeric id. */
  person?: number | undefined;
  /** `ACME-42`. */
  incident?: string | undefined;
  /** What was wanted. */
  action?: string | undefined;
  /** What came of it. */
  outcome?: string | undefined;
  /** Milliseconds. */
  duration?: number | undefined;
  /** What went wrong, without secrets. */
  error?: string | undefined;
  /** Anything else that is a number or a short fixed word. */
  detail?: string | number | undefined;
}

/** Writes log lines. */
export interface Log {
  /** For somebody who looks for a cause. */
  debug(message: string, fields?: LogFields): void;
  /** The normal course. */
  info(message: string, fields?: LogFields): void;
  /** Mends itself, but should not last. */
  warn(message: string, fields?: LogFields): void;
  /** Somebody should look. */
  error(message: string, fields?: LogFields): void;
  /** A log whose lines all have these fields too. */
  with(fields: LogFields): Log;
}

/** Options of {@linkcode createLog}. */
export interface LogOptions {
  /** The least level that is written. */
  level: LogLevel;
  /** Strings that never appear, whatever they come in. */
  secrets: readonly string[];
  /** Epoch milliseconds. */
  now: () => number;
  /** Takes a line. */
  write: (line: string) => void;
}

/** Makes a log. */
export function createLog(options: LogOptions): Log {
  const { level, secrets, now, write } = options;
  const least = LOG_LEVELS.indexOf(level);
  const withFields = (always: LogFields): Log => {
    const at = (name: LogLevel) => (message: string, fields: LogFields = {}) => {
      if (LOG_LEVELS.indexOf(name) < least) return;
      const time = new Date(now()).toISOString();
      const said = { message, ...always, ...fields };
      const line = Object.entries(said).map(([key, value]) => [key, clean(value, secrets)]);
      write(JSON.stringify({ time, level: name, ...Object.fromEntries(line) }));
    };
    return {
      debug: at("debug"),
      info: at("info"),
      warn: at("warn"),
      error: at("error"),
      with: (fields) => withFields({ ...always, ...fields }),
    };
  };
  return withFields({});
}

/** Only texts can hold a secret; a number that looks like one stays. */
function clean(value: unknown, secrets: readonly string[]): unknown {
  return typeof value === "string" ? redact(value, secrets) : value;
}

/** `text` with every secret, also in its URL-encoded form, replaced. */
export function redact(text: string, secrets: readonly string[]): string {
  let clean = text;
  for (const secret of secrets) {
    if (secret.length < 4) continue;
    clean = clean.replaceAll(secret, "***").replaceAll(encodeURIComponent(secret), "***");
  }
  return clean;
}

/** An error as one line: its name and message, and those of its cause. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = `${error.name}: ${error.message}`;
  return error.cause instanceof Error ? `${own} (${describeError(error.cause)})` : own;
}
