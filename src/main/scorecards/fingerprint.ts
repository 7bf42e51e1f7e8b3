import { sha256 } from '../crypto/hash.ts'
import { canonicalText, type JsonValue } from '../rules/audit-chain.ts'
import type { CardRecord } from './queries.ts'

/** The one text of a value, whatever order it was put together in. */
export const canonical = (value: unknown): string => canonicalText(JSON.parse(JSON.stringify(value)) as JsonValue)

/** The fingerprint of a frozen month, over those of its cards in the order of their people. */
export function roundHash(cards: readonly Pick<CardRecord, 'userId' | 'sha256'>[]): string {
  const list = cards.map(({ userId, sha256: hash }) => ({ userId, sha256: hash }))
  return sha256(canonical(list.sort((a, b) => (a.userId < b.userId ? -1 : 1))))
}
