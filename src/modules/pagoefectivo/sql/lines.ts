/** For a line: whether it counts as a line of a report. */
export const STANDS = (line: string) => `${line}.deleted_at IS NULL`
