/** How much one company may have. */

/** Open incidents of a company; beyond that nothing is reported until some are over. */
export const MOST_OPEN_INCIDENTS = 2_000;
