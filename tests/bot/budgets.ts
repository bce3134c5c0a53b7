/**
 * What each thing costs: batched reads, listings and commits of the store, then the calls of the Bot
 * API in the order in which they begin. The numbers are exact, so that a change that costs more has
 * to change this table. People are known and the group's administrators were asked lately, unless
 * the row says otherwise. Of a command one read and one commit count it, once, for its sender's limit.
 */

/** Operations of the store, and methods of the Bot API. */
export type Budget = [reads: number, lists: number, commits: number, ...calls: string[]];

const TOAST = "answerCallbackQuery";
const EDIT = "editMessageText";
const SEND = "sendMessage";
const DELETE = "deleteMessage";
const PIN = "pinChatMessage";
const UNPIN = "unpinChatMessage";
const MARKUP = "editMessageReplyMarkup";
const ASK = "getChatAdministrators";
const WHISPER_EDIT = "editEphemeralMessageText";
const WHISPER_DELETE = "deleteEphemeralMessage";

/** The table. */
export const BUDGETS: Record<string, Budget> = {
  // The life of an incident.
  "report": [4, 2, 4, SEND, PIN, DELETE],
  "report, delivered again": [3, 0, 0],
  "report of a message that is reported": [3, 0, 1, SEND],
  "choose a department without members": [1, 2, 2, TOAST, EDIT],
  "choose a department of twelve": [2, 1, 5, TOAST, EDIT, SEND, SEND, SEND],
  "claim": [1, 0, 2, TOAST, EDIT],
  "claim, delivered again": [1, 0, 0, TOAST],
  "claim after a reminder": [1, 0, 2, TOAST, EDIT],
  "claim that wins a race": [1, 0, 2, TOAST, EDIT],
  // Its one commit is the one that is lost.
  "claim that loses a race": [2, 0, 1, TOAST],
  "join": [1, 0, 2, TOAST, EDIT],
  // Whose it is now may want to be told in private.
  "leave, a helper takes over": [2, 0, 3, TOAST, EDIT, SEND],
  "leave, the last one": [1, 2, 3, TOAST, EDIT, SEND, DELETE],
  "resolve": [1, 0, 3, TOAST, EDIT, SEND],
  "back to work": [1, 0, 2, TOAST, EDIT],
  "a summary that is too short": [3, 0, 0, SEND],
  "summary": [3, 0, 2, EDIT, UNPIN],

  // Refusals.
  "refused press: claimed already": [1, 0, 0, TOAST],
  "refused press: not allowed": [1, 0, 0, TOAST],
  "refused press: no such incident": [1, 0, 0, TOAST],
  // Whatever is pressed, the answer is in the language that the person has chosen.
  "refused press: forged data": [1, 0, 0, TOAST],
  "refused press, administrators not asked lately": [3, 0, 1, ASK, TOAST],
  "the same press again": [1, 0, 0, TOAST],
  "a press in a pending group": [1, 0, 0, TOAST],
  "a description that is too short": [3, 0, 1, SEND],

  // What is not for the bot.
  "chatter": [0, 0, 0],
  "chatter: a reply to somebody": [0, 0, 0],
  "chatter: a photo": [0, 0, 0],
  "chatter: a mention of the bot": [0, 0, 0],
  "chatter: a slash inside a sentence": [0, 0, 0],
  "chatter: a command that is not in the table": [0, 0, 0],
  "chatter: a command for another bot": [0, 0, 0],
  "somebody joins the group": [0, 0, 0],
  // Only a read tells whether it was ever part of an incident.
  "an edited message": [1, 0, 0],

  // What is said about an incident.
  "a comment by reply": [4, 0, 2, EDIT],
  "a photo as a reply": [4, 0, 2, EDIT],
  "an edited comment": [3, 0, 2, EDIT],
  "an edited report": [2, 0, 2, EDIT],

  // Escalation.
  "escalate, one manager in private": [5, 2, 5, TOAST, EDIT, SEND, SEND],
  "escalate, administrators not asked lately": [6, 2, 6, ASK, TOAST, EDIT, SEND, SEND],
  "a press in private": [4, 1, 2, TOAST, EDIT, EDIT],

  // Menus and reading.
  "open the menu of a card": [4, 0, 0, SEND, TOAST],
  "a menu inside the menu": [3, 1, 0, WHISPER_EDIT, TOAST],
  "close the menu": [0, 0, 0, WHISPER_DELETE, TOAST],
  "/issues": [4, 1, 2, SEND],
  "/issue": [5, 1, 1, SEND],
  "/find, two of three": [4, 1, 2, SEND],
  "/find, nothing": [2, 1, 2, SEND],

  // Questions and help.
  "/new_issue without a text": [4, 0, 3, SEND],
  "the description as a reply": [4, 2, 3, SEND, PIN, DELETE],
  "/help in a group": [5, 1, 1, SEND],
  "/help in private": [2, 2, 1, SEND],
  "a private message that is no command": [2, 0, 0, SEND],

  // People.
  "claim by somebody new, with a @handle": [3, 0, 3, TOAST, EDIT],
  "report by somebody new": [5, 2, 5, SEND, PIN, DELETE],
  "ask to take calls": [3, 0, 2, TOAST, SEND],
  // The refusal is counted.
  "a press to allow it by somebody who may not": [4, 0, 1, TOAST],
  "a press to allow it, administrators not asked lately": [7, 0, 3, ASK, TOAST, SEND, MARKUP],

  "/whoami in a group": [4, 0, 1, SEND],
  "/whoami in private": [3, 1, 1, SEND],
  "/people in a group": [6, 1, 2, SEND],
  "/people in private": [5, 2, 2, SEND],
  "turn a page of people": [3, 1, 0, EDIT, TOAST],
  "/audit in a group": [8, 2, 2, SEND],
  "/audit in private": [7, 2, 2, SEND],

  // A group's settings; each open card costs a commit and an edit when a sign changes.
  "/settings": [3, 0, 1, SEND],
  "a page of settings": [3, 0, 0, WHISPER_EDIT, TOAST],
  "turn pins off": [6, 1, 3, TOAST, WHISPER_EDIT, UNPIN],
  "/settings that change nothing": [5, 0, 1, SEND],
  "a sign for one open card": [8, 1, 4, SEND, EDIT],
  "report by somebody who may not": [3, 0, 1, SEND],
  "/new_issue by somebody who may not": [3, 0, 1, SEND],

  // What could not be said.
  "/dead_letters": [2, 1, 0, SEND],
  "send a dead letter again": [4, 2, 3, TOAST, SEND, EDIT],
  "drop a dead letter": [2, 1, 1, TOAST, EDIT],

  // The console.
  "/admin": [4, 3, 1, SEND],
  "a page of the console": [3, 0, 0, EDIT, TOAST],
  "a question of the console": [4, 0, 2, SEND, TOAST],
  "the answer to that": [6, 0, 1, DELETE, DELETE, EDIT],
  "an act of the console": [5, 0, 1, TOAST, EDIT],

  // The clock. Each sweep takes the right to sweep (a read and a commit), and puts itself on record.
  "sweep with nothing due": [1, 6, 2],
  "sweep with an incident that is not due": [1, 6, 2],
  "sweep with a chat on hold": [2, 7, 2],
  "sweep with a card to show": [3, 8, 4, EDIT],
  "sweep that asks for a summary again": [4, 6, 5, EDIT, SEND],
  "sweep that closes for want of a summary": [3, 6, 4, EDIT, UNPIN],
  "the sweep after that": [1, 6, 2],
  "a look at itself, all is well": [2, 3, 1, "getWebhookInfo"],
  "reminder": [3, 8, 5, EDIT, SEND, DELETE],
  "a reminder for twelve": [4, 7, 7, EDIT, SEND, DELETE, DELETE, DELETE, SEND, SEND],
};
