/** Advisories that were looked at and do not apply: `{ id: 'GHSA-…', package: 'name', reason: 'why', until: 'YYYY-MM-DD' }`. */
export const ALLOWED = []

const SERIOUS = ['high', 'critical']

/** Each advisory of an `npm audit --json` report once, with the package it is about. */
function advisoriesOf({ vulnerabilities }) {
  const all = Object.values(vulnerabilities).flatMap(({ via }) => via.filter((one) => typeof one === 'object'))
  return [...new Map(all.map((one) => [one.url, one])).values()]
}

/**
 * What an `npm audit --json` report means: `left-out` with the reason when the registry gave no report, else the serious
 * advisories that no reason allows, how many are allowed, and reasons that are out of date or about nothing.
 */
export function judgeAudit(text, allowed, today) {
  const report = readReport(text)
  if (!report?.vulnerabilities) return { kind: 'left-out', why: report?.message ?? 'no report' }
  const serious = advisoriesOf(report).filter(({ severity }) => SERIOUS.includes(severity))
  const isAllowed = ({ url, name }) =>
    allowed.some((one) => url.endsWith(`/${one.id}`) && one.package === name && one.until >= today)
  return {
    kind: 'judged',
    open: serious
      .filter((one) => !isAllowed(one))
      .map(({ name, severity, title, url }) => ({ name, severity, title, url })),
    allowed: serious.filter(isAllowed).length,
    stale: allowed.filter(({ id, until }) => until < today || !serious.some(({ url }) => url.endsWith(`/${id}`))),
  }
}

function readReport(text) {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
