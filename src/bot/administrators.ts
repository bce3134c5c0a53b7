/** Group administrators count as managers: Telegram is asked when that could matter, and seldom. */

import { refreshAdministrators } from "../delivery/administrators.ts";
import type { Deps } from "../deps.ts";

/**
 * Does something that may depend on who administers the group. `act` is told whether Telegram can
 * still be asked; when it says that this is needed, it is done again with the answer, if there is one.
 */
export async function withAdministrators<T extends { askAdministrators: boolean }>(
  deps: Deps,
  chatId: number,
  act: (mayAsk: boolean) => Promise<T>,
): Promise<T> {
  const first = await act(true);
  if (!first.askAdministrators) return first;
  await refreshAdministrators(deps, chatId);
  return await act(false);
}
