import { found, refuse } from '../../shared/failure.ts'
import type { PolicyId } from '../../shared/ids.ts'
import { tierPolicy } from '../../shared/tiers/model.ts'
import type { ProgrammeState, StoredProgramme } from '../../shared/tiers/views.ts'
import { type Day, DESK_ZONE, type Instant } from '../../shared/time.ts'
import type { Ctx } from '../engine/handler.ts'
import { nextVersion, type ProgrammeChanges } from '../rules/tier-version.ts'
import { dayAt, momentOf } from '../rules/zone.ts'
import type { Db } from '../store/types.ts'
import { insertProgramme, listProgrammes, type ProgrammeRow } from './queries/programmes.ts'

/** Every version with how it stands at a moment; the order is that in which one replaces another. */
export async function programmesAt(db: Db, now: Instant): Promise<StoredProgramme[]> {
  const rows = await listProgrammes(db)
  const active = rows.filter(({ policy }) => policy.status !== 'draft')
  const inForce = active.find(({ effectiveFrom }) => effectiveFrom <= now) ?? active.at(-1)
  return rows.map((row) => view(row, stateOf(row, inForce, now)))
}

function stateOf(row: ProgrammeRow, inForce: ProgrammeRow | undefined, now: Instant): ProgrammeState {
  if (row.id === inForce?.id) return 'inForce'
  if (row.policy.status === 'draft') return 'offered'
  return row.effectiveFrom > now ? 'scheduled' : 'replaced'
}

function view(
  { id, effectiveFrom, createdAt, createdByName, policy }: ProgrammeRow,
  state: ProgrammeState,
): StoredProgramme {
  return { id, state, effectiveFrom: dayAt(DESK_ZONE, effectiveFrom), createdAt, createdByName, policy }
}

/** The programme that rates members at a moment. */
export async function programmeInForce(db: Db, now: Instant): Promise<StoredProgramme> {
  return found(
    (await programmesAt(db, now)).find(({ state }) => state === 'inForce'),
    'programme',
  )
}

export async function programmeById(db: Db, id: PolicyId, now: Instant): Promise<StoredProgramme> {
  return found(
    (await programmesAt(db, now)).find((programme) => programme.id === id),
    'programme',
  )
}

/** Stores a new version made of a programme; it is in force from the beginning of a day that has not ended. */
export async function makeVersion(
  ctx: Ctx,
  base: StoredProgramme,
  changes: ProgrammeChanges,
  effectiveFrom: Day,
): Promise<StoredProgramme> {
  const { db, now, actor } = ctx
  const today = dayAt(DESK_ZONE, now)
  if (effectiveFrom < today) refuse('policy-in-past', { today })
  // One number for all programmes: of two from the same day the one made last is in force.
  const version = Math.max(...(await listProgrammes(db)).map((row) => row.version)) + 1
  const made = tierPolicy.safeParse(
    nextVersion(base.policy, changes, { version, effectiveFrom, today, by: actor.name }),
  )
  if (!made.success) refuse('levels-order')
  const id = `${made.data.id}@${version}` as PolicyId
  const row = {
    id,
    pack: made.data.id,
    kind: 'tiers' as const,
    version,
    effectiveFrom: momentOf(DESK_ZONE, effectiveFrom, 0),
    createdAt: now,
  }
  await insertProgramme(db, { ...row, body: JSON.stringify(made.data), createdBy: actor.id })
  ctx.note({ programme: { id, madeOf: base.id, replaces: (await programmeInForce(db, now)).id } })
  return programmeById(db, id, now)
}
