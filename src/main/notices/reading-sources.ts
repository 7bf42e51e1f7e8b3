import type { CaseId } from '../../shared/ids.ts'
import { articleSource } from '../../shared/notices/places.ts'
import type { Instant } from '../../shared/time.ts'
import { unreadNotices } from '../knowledge/finding.ts'
import { noticesFor } from '../routing/notice-store.ts'
import { profileOf } from '../routing/people.ts'
import type { Db } from '../store/types.ts'
import type { Candidate } from './sources.ts'

const MOST = 100

/** What a person is to read: notices of the knowledge base, and what they or their department were told about a case. */
export async function readingNews(db: Db, me: string, now: Instant): Promise<Candidate[]> {
  const articles = (await unreadNotices({ db, now }, me)).map(
    ({ id, reviewedAt, createdAt }): Candidate => ({
      ...{ kind: 'read', source: articleSource(id), caseId: null, isMine: true, at: reviewedAt ?? createdAt },
    }),
  )
  const { department } = await profileOf(db, me)
  const told = (await noticesFor(db, { id: me, department }, false, MOST)).map(
    ({ id, caseId, personId, at }): Candidate => ({
      ...{ kind: 'read', source: `told ${id}`, caseId: caseId as CaseId, isMine: personId === me, at },
    }),
  )
  return [...articles, ...told]
}
