import type {
  ChatAdministratorRights,
  ChatMember,
  ChatMemberAdministrator,
  User,
} from "grammy/types";

/** What the bot, or a person, may do in a group: plain member, or administrator less or plus rights. */
export type Standing = "member" | "administrator" | Partial<ChatAdministratorRights>;

const USUAL_RIGHTS = {
  is_anonymous: false,
  can_manage_chat: true,
  can_delete_messages: true,
  can_manage_video_chats: true,
  can_restrict_members: true,
  can_promote_members: false,
  can_change_info: true,
  can_invite_users: true,
  can_post_stories: false,
  can_edit_stories: false,
  can_delete_stories: false,
  can_pin_messages: true,
  can_manage_topics: true,
  can_send_welcome_messages: false,
} satisfies Partial<ChatMemberAdministrator>;

export function memberAs(user: User, standing: Standing): ChatMember {
  if (standing === "member") return { status: "member", user };
  const rights = standing === "administrator" ? {} : standing;
  return {
    status: "administrator",
    user,
    can_be_edited: false,
    ...USUAL_RIGHTS,
    ...rights,
  } as ChatMemberAdministrator;
}

/** Somebody with an administrator's rights; an owner keeps theirs and can only hide. */
export function raised(
  before: ChatMember | undefined,
  { user, rights }: { user: User; rights: Standing },
): ChatMember {
  if (before?.status !== "creator") return memberAs(user, rights);
  return { ...before, is_anonymous: typeof rights === "object" && !!rights.is_anonymous };
}

export function owner(user: User): ChatMember {
  return { status: "creator", user, is_anonymous: false };
}

export function gone(user: User, how: "left" | "kicked"): ChatMember {
  return how === "left" ? { status: "left", user } : { status: "kicked", user, until_date: 0 };
}
