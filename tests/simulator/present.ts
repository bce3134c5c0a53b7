/**
 * A copy without the keys whose value is undefined, as JSON would leave them out: optional fields
 * of Telegram's objects are absent, never `undefined`.
 */
export function present<T extends object>(value: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as T;
}
