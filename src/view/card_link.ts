/** Where a message can be opened. */

/** Supergroups' chat ids are this minus their bare id. */
const SUPERGROUP = -1_000_000_000_000;

/**
 * A link to a message of a supergroup, for its members; `null` for a basic group, whose messages have
 * no links.
 *
 * @see https://core.telegram.org/api/links#private-message-links
 */
export function messageLink(
  chatId: number,
  messageId: number,
  topicId: number | null = null,
): string | null {
  if (chatId > SUPERGROUP) return null;
  const topic = topicId === null ? "" : `${topicId}/`;
  return `https://t.me/c/${SUPERGROUP - chatId}/${topic}${messageId}`;
}
