export { currentTree } from './queries.ts'
