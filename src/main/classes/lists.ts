/** The lists in full, for the features that name them or hold something against them. */
export { readLists } from './queries.ts'
