/** Who looks, and at which chat: kept in the address, so that several windows are several people. */

/** @typedef {{ as: number | null, chat: number | null }} Address */

/** @returns {Address} What the address bar says. */
export function readAddress() {
  const query = new URLSearchParams(location.search);
  return { as: whole(query.get("as")), chat: whole(query.get("chat")) };
}

/** @param {Address} address */
export function linkTo({ as, chat }) {
  const query = new URLSearchParams();
  if (as !== null) query.set("as", String(as));
  if (chat !== null) query.set("chat", String(chat));
  return query.size > 0 ? `?${query}` : location.pathname;
}

/**
 * @param {Address} address
 * @param {{ replace?: boolean }} [how] `replace`: no step that the back button returns to.
 */
export function writeAddress(address, { replace = false } = {}) {
  const link = linkTo(address);
  if (link === location.search) return;
  if (replace) history.replaceState(null, "", link);
  else history.pushState(null, "", link);
}

function whole(text) {
  return text !== null && /^-?\d{1,16}$/.test(text) ? Number(text) : null;
}
