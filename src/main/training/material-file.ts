import type { Ctx } from '../engine/handler.ts'
import { openSealed } from '../evidence/vault.ts'
import { canonicalText } from '../rules/audit-chain.ts'
import { type MaterialRecord, piecesOf } from './material-queries.ts'

/** The facts that a material's key is bound to: change one of them in the store and the content no longer opens. */
export function factsOfMaterial(
  row: Pick<MaterialRecord, 'id' | 'trainingId' | 'name' | 'kind' | 'size' | 'sha256' | 'addedAt' | 'addedBy'>,
): string {
  const { id, trainingId, name, kind, size, sha256, addedAt, addedBy } = row
  return canonicalText({ id, trainingId, name, kind, size, sha256, addedAt, addedBy })
}

/** The content of a material exactly as it was added, or undefined when anything about it was altered or is missing. */
export async function materialContent(ctx: Ctx, row: MaterialRecord): Promise<Uint8Array | undefined> {
  return openSealed(ctx, factsOfMaterial(row), row, await piecesOf(ctx.db, row))
}
