import type { Scene } from "./scene.ts";

/** A call that breaks one rule, and the whole text of the answer. */
export interface Wrong {
  method: string;
  params: Record<string, unknown>;
  says: string;
  parameters?: Record<string, number>;
}

/** Sets the scene for a wrong call. */
export type Story = (scene: Scene) => Promise<Wrong> | Wrong;

/** Parameters that make a message ephemeral. */
export function whisper(to: { id: number }, more: Record<string, unknown> = {}) {
  return { ephemeral_message_parameters: { receiver_user_id: to.id, ...more } };
}

/** Parameters for a keyboard of one button. */
export function keyboard(button: unknown) {
  return { reply_markup: { inline_keyboard: [[button]] } };
}
