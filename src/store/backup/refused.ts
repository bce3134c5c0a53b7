/** What a tool of the store refuses, in a sentence for whoever runs it. */

/** Nothing was changed, unless the sentence says so. */
export class BackupError extends Error {
  /** Its name. */
  override name = "BackupError";
}
