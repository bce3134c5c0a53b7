/** How much one company may have. */

/** Open incidents of a company; beyond that nothing is reported until some are over. */
export const MOST_OPEN_INCIDENTS = 2_000;

/** Departments of a company. */
export const MOST_DEPARTMENTS = 50;

/** Groups of a company, whatever their status. */
export const MOST_GROUPS = 200;

/** People with a role in the whole company; those of one group alone are counted there. */
export const MOST_PEOPLE = 1_000;
