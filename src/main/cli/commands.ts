import type { Command } from './command.ts'
import { admin } from './commands/admin.ts'
import { anchors } from './commands/anchors.ts'
import { audit } from './commands/audit.ts'
import { backups } from './commands/backups.ts'
import { calls } from './commands/calls.ts'
import { cases } from './commands/cases.ts'
import { classes } from './commands/classes.ts'
import { clocks } from './commands/clocks.ts'
import { demo } from './commands/demo.ts'
import { exports } from './commands/exports.ts'
import { imports } from './commands/imports.ts'
import { init } from './commands/init.ts'
import { keys } from './commands/keys.ts'
import { members } from './commands/members.ts'
import { policies } from './commands/policies.ts'
import { policyPacks } from './commands/policy-packs.ts'
import { policyShipped } from './commands/policy-shipped.ts'
import { reports } from './commands/reports.ts'
import { scorecards } from './commands/scorecards.ts'
import { tiers } from './commands/tiers.ts'
import { totals } from './commands/totals.ts'
import { users } from './commands/users.ts'

/** THE list of commands, in the order of the help. */
export const commands: readonly Command[] = [
  ...init,
  ...users,
  ...imports,
  ...members,
  ...tiers,
  ...calls,
  ...classes,
  ...cases,
  ...clocks,
  ...policies,
  ...policyPacks,
  ...policyShipped,
  ...reports,
  ...totals,
  ...scorecards,
  ...exports,
  ...audit,
  ...anchors,
  ...admin,
  ...backups,
  ...keys,
  ...demo,
]
