import type { FileBrief, Suggestion } from '../../shared/duplicates/model.ts'
import type { Db } from '../store/types.ts'
import { filesByIds } from './queries.ts'
import { suggestionsFor, toBrief } from './views.ts'

/** The files of one person, the one that counts first. */
export async function personFiles(db: Db, family: readonly string[]): Promise<FileBrief[]> {
  const files = await filesByIds(db, family)
  return family.flatMap((id) => {
    const file = files.get(id)
    return file ? [toBrief(file)] : []
  })
}

/** Files outside the family that look like this person's. */
export async function suggestionsOf(db: Db, id: string, family: readonly string[]): Promise<Suggestion[]> {
  const file = (await filesByIds(db, [id])).get(id)
  return file ? suggestionsFor(db, file, family) : []
}
