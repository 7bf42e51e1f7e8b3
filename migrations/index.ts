import type { Migration } from '../src/main/store/schema.ts'
import { desk } from './0010-desk.ts'
import { audit } from './0020-audit.ts'
import { policies } from './0030-policies.ts'
import { members } from './0040-members.ts'
import { flights } from './0050-flights.ts'
import { calls } from './0060-calls.ts'
import { cases } from './0070-cases.ts'
import { liability } from './0080-liability.ts'
import { plans } from './0090-plans.ts'
import { compensation } from './0100-compensation.ts'
import { evidence } from './0110-evidence.ts'
import { subTasks } from './0120-subtasks.ts'
import { causes } from './0130-causes.ts'
import { patterns } from './0140-patterns.ts'
import { policyVersions } from './0150-policy-versions.ts'

/** Every version of the schema, oldest first; a shipped one is never edited. */
export const migrations: readonly Migration[] = [
  desk,
  audit,
  policies,
  members,
  flights,
  calls,
  cases,
  liability,
  plans,
  compensation,
  evidence,
  subTasks,
  causes,
  patterns,
  policyVersions,
]

/** The schema version this program writes. */
export const CURRENT_VERSION = migrations.at(-1)?.version ?? 0
