import { type Issue, Refusal } from '../../shared/failure.ts'

/** Refuses an entry field by field; `under` is where the fields stand in the input. */
export function rejectIssues(issues: readonly Issue[], under?: string): void {
  if (issues.length === 0) return
  throw new Refusal({
    code: 'INVALID_INPUT',
    issues: issues.map((issue) => (under ? { ...issue, path: `${under}.${issue.path}` } : issue)),
  })
}
