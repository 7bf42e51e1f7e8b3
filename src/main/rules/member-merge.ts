import type { Same } from '../../shared/duplicates/model.ts'
import { allow, type Decision, deny } from '../../shared/failure.ts'

/** One file that leads to another while the link stands. */
export type MergeLink = { winnerId: string; loserId: string }

/** The file in which a person is kept: where the links lead to from any of the person's files. */
export function rootOf(links: readonly MergeLink[], id: string): string {
  const next = new Map(links.map(({ loserId, winnerId }) => [loserId, winnerId]))
  let at = id
  for (let winner = next.get(at); winner !== undefined; winner = next.get(at)) at = winner
  return at
}

/** Every file of the person whose file this is, the one that counts first. */
export function familyIn(links: readonly MergeLink[], id: string): string[] {
  const family = [rootOf(links, id)]
  for (const at of family) for (const { winnerId, loserId } of links) if (winnerId === at) family.push(loserId)
  return family
}

/** Only two files that each stand for themselves are joined, so links never go round in a circle. */
export function canMerge(links: readonly MergeLink[], { winnerId, loserId }: MergeLink): Decision {
  if (winnerId === loserId) return deny('merge-same-file')
  const leads = (id: string) => links.some((link) => link.loserId === id)
  if (leads(loserId)) return deny('merge-loser-merged')
  if (leads(winnerId)) return deny('merge-winner-merged')
  return allow
}

const WEIGHTS: Record<Same, number> = { document: 60, mobile: 30, nameAndBirthday: 30, contact: 15 }

/** How sure it is that two files are one person's, 0 to 100: the more they share, the surer. */
export function sameScore(same: readonly Same[]): number {
  return Math.min(
    100,
    [...new Set(same)].reduce((sum, one) => sum + WEIGHTS[one], 0),
  )
}
