/** Who is told about a limit: whoever owns the case, a lead, a manager. */
export const RECEIVERS = ['owner', 'lead', 'manager'] as const
export type Receiver = (typeof RECEIVERS)[number]

/** The highest level of escalation: the manager and the month's report. */
export const MOST_LEVEL = 4
