/** The outbox speaks as fast as it can, so that stories need not wait: for the environment. */
export const UNLIMITED = {
  TELEGRAM_CHAT_PER_SECOND: "0",
  TELEGRAM_GROUP_PER_MINUTE: "0",
  TELEGRAM_OVERALL_PER_SECOND: "0",
};
