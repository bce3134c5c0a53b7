import type { User } from "grammy/types";

/** In whose name administrators speak who hide behind their group. */
export const GROUP_BOT: User = {
  id: 1_087_968_824,
  is_bot: true,
  first_name: "Group",
  username: "GroupAnonymousBot",
};

/** In whose name people speak who hide behind a channel of theirs. */
export const CHANNEL_BOT: User = {
  id: 136_817_688,
  is_bot: true,
  first_name: "Channel",
  username: "Channel_Bot",
};

/** Who brings the posts of a linked channel into its group. */
export const TELEGRAM: User = { id: 777_000, is_bot: false, first_name: "Telegram" };

/** A bot that is not the one under test. */
export const OTHER_BOT: User = {
  id: 7_000_009,
  is_bot: true,
  first_name: "Other",
  username: "other_bot",
};

/** Whether somebody is a bot with a token, which other bots never hear. */
export function isRealBot(user: User | undefined): boolean {
  return !!user?.is_bot && user.id !== GROUP_BOT.id && user.id !== CHANNEL_BOT.id;
}
