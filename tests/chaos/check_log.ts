/** What programs say of themselves: nothing goes wrong in a way that nobody has thought of. */

/** Telegram's refusals and outages; what comes of them is judged by itself. */
const EXPECTED = [
  "update failed",
  "update given up",
  "could not be said",
  "Telegram does not know the token",
];
/** Others kept being faster. */
const TOO_BUSY = /^(TooBusyError|KvError)/;

/** Errors that have no place in a run. */
export function wronglyLogged(lines: readonly string[]): string[] {
  return lines.filter((line) => {
    const { level, message, error = "" } = JSON.parse(line);
    return level === "error" && !EXPECTED.includes(message) && !TOO_BUSY.test(error);
  });
}
