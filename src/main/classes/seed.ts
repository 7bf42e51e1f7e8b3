import type { ClassList } from '../../shared/classes/model.ts'
import { SHIPPED_CLASSES } from '../rules/shipped-classes.ts'
import type { Db, Row } from '../store/types.ts'
import { toRow } from './queries.ts'

const ORDER = [
  'channelGroups',
  'channels',
  'desks',
  'categories',
  'serviceTypes',
] as const satisfies readonly ClassList[]

/**
 * Puts the shipped lists into a store; rows that it already has stay as they are. A new store gets them when it is
 * made, one from before these lists with the first change of them.
 */
export async function seedClasses(db: Db, now: number): Promise<void> {
  const rows = {
    channelGroups: SHIPPED_CLASSES.channelGroups.map(toRow.channelGroups),
    channels: SHIPPED_CLASSES.channels.map(toRow.channels),
    desks: SHIPPED_CLASSES.desks.map(toRow.desks),
    categories: SHIPPED_CLASSES.categories.map(toRow.categories),
    serviceTypes: SHIPPED_CLASSES.serviceTypes.map(toRow.serviceTypes),
  }
  for (const list of ORDER) {
    const placed = rows[list].map((row, place) => ({ ...row, place, updatedAt: now, updatedBy: null }))
    await db
      .insertInto(list as 'channels')
      .values(placed as Row<'channels'>[])
      .onConflict((conflict) => conflict.column('code').doNothing())
      .execute()
  }
}
