/** The database of which each test's own is a copy. */
export const TEMPLATE = 'desk_template'
