/** The demo's story went another way than told; the message says where, in a sentence. */
export class StoryError extends Error {
  override name = "StoryError";
}

/**
 * Checks the story as it goes.
 *
 * @throws {StoryError} when `holds` is false or absent.
 */
export function expect(holds: unknown, sentence: string): asserts holds {
  if (!holds) throw new StoryError(sentence);
}
