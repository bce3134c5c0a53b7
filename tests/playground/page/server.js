// @ts-check
/** What the page says to the server and hears from it. */

/**
 * Listens until `close` is called; the browser itself comes back after a break.
 *
 * @param {import("./address.js").Address} address
 * @param {{
 *   view: (view: import("../contract.ts").View) => void,
 *   machine: (line: import("../contract.ts").MachineLine) => void,
 *   problem: (text: string) => void,
 *   connected: (is: boolean) => void,
 * }} on
 */
export function listen({ as, chat }, on) {
  const query = new URLSearchParams();
  if (as !== null) query.set("as", String(as));
  if (chat !== null) query.set("chat", String(chat));
  const source = new EventSource(`/api/stream?${query}`);
  source.addEventListener("open", () => on.connected(true));
  source.addEventListener("error", () => on.connected(false));
  source.addEventListener("view", ({ data }) => on.view(JSON.parse(data)));
  source.addEventListener("machine", ({ data }) => on.machine(JSON.parse(data)));
  source.addEventListener("problem", ({ data }) => on.problem(JSON.parse(data)));
  return () => source.close();
}

/**
 * @param {import("../contract.ts").Act} act
 * @returns {Promise<import("../contract.ts").ActAnswer>}
 */
export async function send(act) {
  try {
    const response = await fetch("/api/act", {
      method: "POST",
      headers: { "content-type": "application/json", "x-playground": "1" },
      body: JSON.stringify(act),
    });
    const answer = await response.json().catch(() => null);
    if (answer && typeof answer.ok === "boolean") return answer;
    return { ok: false, problem: `The playground answered ${response.status}.` };
  } catch {
    return { ok: false, problem: "The playground can't be reached. Is it still running?" };
  }
}

/**
 * @param {string | null} incident
 * @returns {Promise<import("../contract.ts").Machinery | null>} `null`: not to be had just now.
 */
export async function fetchMachinery(incident) {
  try {
    const query = incident ? `?${new URLSearchParams({ incident })}` : "";
    const response = await fetch(`/api/machinery${query}`);
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}
