import type { Kysely } from 'kysely'
import type { Db } from '../store/types.ts'

type Loose = Kysely<Record<string, Record<string, unknown>>>

/** The tables by name: the lists that name them were checked against the row types where they are written down. */
export function loosely(db: Db): Loose {
  return db as unknown as Loose
}
