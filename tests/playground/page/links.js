// @ts-check
/** Where a link leads: out of the playground, or to a place inside it. */

/** Ids of supergroups are below the negative of this; links leave it out. */
const SUPERGROUPS = 1_000_000_000_000;

/**
 * @param {string} href
 * @returns {{ kind: "chat", chat: number, messageId: number | null }
 *   | { kind: "start", payload: string } | { kind: "away", href: string } | null}
 *   `null`: nothing that a page may open.
 */
export function readLink(href) {
  const url = URL.canParse(href) ? new URL(href) : null;
  if (!url || !["http:", "https:", "tg:"].includes(url.protocol)) return null;
  if (url.host !== "t.me") return { kind: "away", href: url.href };
  const place = /^\/c\/(\d+)(?:\/\d+)*?(?:\/(\d+))?$/.exec(url.pathname);
  if (place) {
    const messageId = place[2] ? Number(place[2]) : null;
    return { kind: "chat", chat: -(SUPERGROUPS + Number(place[1])), messageId };
  }
  const payload = url.searchParams.get("start");
  if (/^\/\w+$/.test(url.pathname) && payload) return { kind: "start", payload };
  return { kind: "away", href: url.href };
}

/**
 * Goes where a link leads. Links out of the playground are left to the browser.
 *
 * @param {string} href
 * @param {{
 *   desk: {
 *     as: number,
 *     view: import("../contract.ts").View,
 *     openChat(chat: number): void,
 *     act(act: object): Promise<unknown>,
 *   },
 *   jump(place: { chat: number, messageId: number }): void,
 * }} where
 * @returns {boolean} Whether it was a place in here.
 */
export function follow(href, { desk, jump }) {
  const link = readLink(href);
  if (link?.kind === "chat") {
    desk.openChat(link.chat);
    if (link.messageId !== null) jump({ chat: link.chat, messageId: link.messageId });
    return true;
  }
  if (link?.kind === "start") {
    const chat = desk.view.chats.find(({ kind }) => kind === "private")?.id ?? desk.as;
    desk.openChat(chat);
    desk.act({ do: "say", chat, text: `/start ${link.payload}` });
    return true;
  }
  return false;
}
