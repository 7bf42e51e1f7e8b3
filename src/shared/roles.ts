/** The desk's roles, from the client's organisation (S3-04..07) plus the technical administrator. */
export const ROLES = ['agent', 'lead', 'manager', 'admin'] as const
export type Role = (typeof ROLES)[number]

/** Roles that work with members, calls and cases; the administrator looks after users and the store only. */
export const DESK_ROLES = ['agent', 'lead', 'manager'] as const satisfies readonly Role[]

/** Roles that supervise other people's work. */
export const LEAD_ROLES = ['lead', 'manager'] as const satisfies readonly Role[]

/** Roles that manage users and the store. */
export const ADMIN_ROLES = ['manager', 'admin'] as const satisfies readonly Role[]
