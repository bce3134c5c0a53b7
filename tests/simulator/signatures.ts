/** The parameters of a method. */
interface Signature {
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

const PLACE = "message_thread_id direct_messages_topic_id disable_notification protect_content " +
  "message_effect_id suggested_post_parameters";
const REPLY = `${PLACE} allow_paid_broadcast parse_mode reply_parameters reply_markup`;
const SEND = `${REPLY} business_connection_id ephemeral_message_parameters`;
/** Of messages without a text. */
const UNWRITTEN = SEND.replace("parse_mode ", "");
const MOVING = "duration width height thumbnail show_caption_above_media has_spoiler";
const CAPTION = "caption caption_entities";
const COPY = "show_caption_above_media video_start_timestamp";
const EDIT = "business_connection_id inline_message_id reply_markup";
const TEXT = "parse_mode entities link_preview_options";

/** The methods this Telegram has, with the parameters of Bot API 10.3. */
export const SIGNATURES: Readonly<Record<string, Signature>> = {
  getMe: of(""),
  getUpdates: of("", "offset limit timeout allowed_updates"),
  setWebhook: of(
    "",
    "url certificate ip_address max_connections allowed_updates drop_pending_updates secret_token",
  ),
  deleteWebhook: of("", "drop_pending_updates"),
  getWebhookInfo: of(""),
  sendMessage: of("chat_id text", `${SEND} entities link_preview_options`),
  sendPhoto: of("chat_id photo", `${SEND} ${CAPTION} show_caption_above_media has_spoiler`),
  sendDocument: of(
    "chat_id document",
    `${SEND} ${CAPTION} thumbnail disable_content_type_detection`,
  ),
  sendVideo: of(
    "chat_id video",
    `${SEND} ${CAPTION} ${MOVING} cover start_timestamp supports_streaming`,
  ),
  sendAnimation: of("chat_id animation", `${SEND} ${CAPTION} ${MOVING}`),
  sendVoice: of("chat_id voice", `${SEND} ${CAPTION} duration`),
  sendAudio: of("chat_id audio", `${SEND} ${CAPTION} duration performer title thumbnail`),
  sendVideoNote: of("chat_id video_note", `${UNWRITTEN} duration length thumbnail`),
  sendLocation: of(
    "chat_id latitude longitude",
    `${UNWRITTEN} horizontal_accuracy live_period heading proximity_alert_radius`,
  ),
  sendMediaGroup: of(
    "chat_id media",
    "business_connection_id message_thread_id direct_messages_topic_id disable_notification " +
      "protect_content allow_paid_broadcast message_effect_id reply_parameters",
  ),
  forwardMessage: of("chat_id from_chat_id message_id", `${PLACE} video_start_timestamp`),
  copyMessage: of("chat_id from_chat_id message_id", `${REPLY} ${CAPTION} ${COPY}`),
  editMessageText: of("", `chat_id message_id text rich_message ${EDIT} ${TEXT}`),
  editMessageReplyMarkup: of("", `chat_id message_id ${EDIT}`),
  deleteMessage: of("chat_id message_id"),
  deleteMessages: of("chat_id message_ids"),
  pinChatMessage: of("chat_id message_id", "business_connection_id disable_notification"),
  unpinChatMessage: of("chat_id", "business_connection_id message_id"),
  unpinAllChatMessages: of("chat_id"),
  answerCallbackQuery: of("callback_query_id", "text show_alert url cache_time"),
  sendChatAction: of("chat_id action", "business_connection_id message_thread_id"),
  getChat: of("chat_id"),
  getChatMember: of("chat_id user_id"),
  getChatAdministrators: of("chat_id", "return_bots"),
  getChatMemberCount: of("chat_id"),
  leaveChat: of("chat_id"),
  setMyCommands: of("commands", "scope language_code"),
  getMyCommands: of("", "scope language_code"),
  deleteMyCommands: of("", "scope language_code"),
  setChatMenuButton: of("", "chat_id menu_button"),
  getChatMenuButton: of("", "chat_id"),
  editEphemeralMessageText: of(
    "chat_id receiver_user_id ephemeral_message_id",
    `text ${TEXT} rich_message reply_markup`,
  ),
  editEphemeralMessageReplyMarkup: of(
    "chat_id receiver_user_id ephemeral_message_id",
    "reply_markup",
  ),
  deleteEphemeralMessage: of("chat_id receiver_user_id ephemeral_message_id"),
};

function of(required: string, optional = ""): Signature {
  const words = (list: string) => list.split(" ").filter(Boolean);
  return { required: words(required), optional: words(optional) };
}

const BY_LOWER_CASE = new Map(Object.keys(SIGNATURES).map((name) => [name.toLowerCase(), name]));

/** A method's proper name: Telegram reads method names case-insensitively. */
export function methodNamed(name: string): string | undefined {
  return BY_LOWER_CASE.get(name.toLowerCase());
}
