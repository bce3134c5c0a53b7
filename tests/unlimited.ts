/** The outbox speaks, and people command, as fast as they can: stories need not wait for time. */
export const UNLIMITED = {
  TELEGRAM_CHAT_PER_SECOND: "0",
  TELEGRAM_GROUP_PER_MINUTE: "0",
  TELEGRAM_OVERALL_PER_SECOND: "0",
  COMMANDS_PER_PERSON_PER_MINUTE: "1000",
};
