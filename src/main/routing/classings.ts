import { type ClassProposal, classProposal } from '../../shared/routing/classes.ts'
import type { Instant } from '../../shared/time.ts'
import type { CaseRecord } from '../cases/case-file.ts'
import { classByLearning } from '../rules/class-learning.ts'
import { classByWords } from '../rules/class-words.ts'
import type { Db, Row } from '../store/types.ts'
import { currentModel, currentRules } from './rule-sets.ts'

export type Classing = Row<'classings'>

/** The words of a matter, as far as they say what it is about. */
export function wordsOf({ content, reason, demand }: Pick<CaseRecord, 'content' | 'reason' | 'demand'>): string {
  return [content, reason, demand].filter((part) => part !== '').join('\n')
}

/** S5-08: the class that the words of a text speak for, and what was learned from settled cases. */
export async function proposalFor(db: Db, text: string): Promise<ClassProposal> {
  const { version, rules } = await currentRules(db)
  const model = await currentModel(db)
  return { version, byWords: classByWords(rules, text), learned: model && classByLearning(model, text) }
}

/** S5-12: what was proposed for a new complaint stays with it, with its reasons. */
export async function keepProposal(db: Db, row: CaseRecord, now: Instant): Promise<ClassProposal> {
  const proposal = await proposalFor(db, wordsOf(row))
  await db
    .insertInto('classings')
    .values({
      caseId: row.id,
      at: now,
      version: proposal.version,
      proposed: proposal.byWords.category,
      learned: proposal.learned?.category ?? null,
      category: row.category,
      correctedAt: null,
      correctedBy: null,
      body: JSON.stringify(proposal),
    })
    .execute()
  return proposal
}

export async function findClassing(db: Db, caseId: string): Promise<Classing | undefined> {
  return db.selectFrom('classings').selectAll().where('caseId', '=', caseId).executeTakeFirst()
}

/** What was proposed, as it was written down. */
export function proposalIn(row: Classing): ClassProposal {
  return classProposal.parse(JSON.parse(row.body))
}

export async function saveCorrection(
  db: Db,
  caseId: string,
  change: Pick<Classing, 'category' | 'correctedAt' | 'correctedBy'>,
): Promise<void> {
  await db.updateTable('classings').set(change).where('caseId', '=', caseId).execute()
}

const PAGE = 2000

/** Proposals of a period with what became of them, page by page. */
export async function* classingsOf(db: Db, from: Instant, to: Instant) {
  let after = { at: from, caseId: '' }
  for (;;) {
    const page = await db
      .selectFrom('classings')
      .innerJoin('cases', 'cases.id', 'classings.caseId')
      .selectAll('classings')
      .select(['cases.number', 'cases.title', 'cases.isRestricted', 'cases.content', 'cases.reason', 'cases.demand'])
      .where('classings.at', '>=', after.at)
      .where('classings.at', '<', to)
      .where((eb) => eb(eb.refTuple('classings.at', 'classings.caseId'), '>', eb.tuple(after.at, after.caseId)))
      .orderBy('classings.at')
      .orderBy('classings.caseId')
      .limit(PAGE)
      .execute()
    yield page
    const last = page.at(-1)
    if (page.length < PAGE || !last) return
    after = last
  }
}
