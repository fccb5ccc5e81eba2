/** The time of day; a test sets its own. */
export type Clock = () => Date;
