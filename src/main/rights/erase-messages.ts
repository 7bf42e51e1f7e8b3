import { z } from 'zod'
import { parts } from '../store/parts.ts'
import type { Db } from '../store/types.ts'
import { forgetWords, searchedFiles } from './erase.ts'
import { ERASED } from './holdings.ts'

const entryData = z.looseObject({ messageId: z.string().optional(), text: z.string().optional() })

/** Writes over what messages said, also where the log of their case repeats it; that they were sent, when and by which way stays. */
export async function eraseMessages(db: Db, ids: readonly string[]): Promise<void> {
  for (const some of parts(ids)) {
    const messages = db.selectFrom('messages').where('id', 'in', some)
    const rows = await messages.select('caseId').where('caseId', 'is not', null).distinct().execute()
    const cases = rows.flatMap(({ caseId }) => caseId ?? [])
    const before = await searchedFiles(db, cases)
    await db
      .updateTable('messages')
      .set({
        ...{ personName: ERASED, address: ERASED, subject: ERASED, body: ERASED, fields: '{}' },
        ...{ reference: '', replyText: '', failReason: '', checkNote: '' },
      })
      .where('id', 'in', some)
      .execute()
    await eraseFromLogs(db, cases, new Set(some))
    await forgetWords(db, before)
  }
}

async function eraseFromLogs(db: Db, cases: readonly string[], messages: ReadonlySet<string>): Promise<void> {
  for (const some of parts(cases)) {
    const entries = await db
      .selectFrom('caseEvents')
      .select(['caseId', 'seq', 'data'])
      .where('caseId', 'in', some)
      .where('kind', '=', 'message')
      .execute()
    for (const { caseId, seq, data: json } of entries) {
      const data = entryData.parse(JSON.parse(json))
      if (data.messageId === undefined || !messages.has(data.messageId) || !data.text) continue
      const clean = JSON.stringify({ ...data, text: ERASED })
      await db
        .updateTable('caseEvents')
        .set({ data: clean })
        .where('caseId', '=', caseId)
        .where('seq', '=', seq)
        .execute()
    }
  }
}
