import { type Dispatch, type SetStateAction, useState } from 'react'
import { EVIDENCE_MAX_BYTES, MOST_ATTACHED } from '../../shared/evidence/kinds.ts'
import type { Failure, Result } from '../../shared/failure.ts'
import { shell } from '../client.ts'
import { tellFailure } from '../ui/notify.ts'
import { holdFile } from './hold.ts'

/** A file that waits to be attached with a case that is not registered yet: one that was chosen, or held by the page. */
export type Waiting = { key: string; name: string; note: string; from: { token: string } | { file: File } }

export type Attachments = {
  waiting: readonly Waiting[]
  set: Dispatch<SetStateAction<readonly Waiting[]>>
  choose: () => Promise<void>
  take: (files: readonly File[]) => void
  /** What the call takes; files that the page holds are handed over anew each time. */
  offered: () => Promise<Result<{ file: string; note: string }[]>>
}

const tooLarge = (name: string): Failure => ({
  ...{ code: 'RULE', rule: 'evidence-too-large', params: { name, max: EVIDENCE_MAX_BYTES / 1024 / 1024 } },
})

const tooMany: Failure = { code: 'RULE', rule: 'evidence-many-at-once', params: { max: MOST_ATTACHED } }

/** S5-06: files that go in with the registration of a case. */
export function useAttachments(): Attachments {
  const [waiting, set] = useState<readonly Waiting[]>([])
  const add = (name: string, from: Waiting['from']) =>
    set((old) => [...old, { key: crypto.randomUUID(), name, note: '', from }])
  return {
    waiting,
    set,
    choose: async () => {
      if (waiting.length >= MOST_ATTACHED) return tellFailure(tooMany)
      const picked = await shell('shell.pickFile', { purpose: 'evidence' })
      if (!picked.ok) tellFailure(picked.failure)
      else if (picked.value !== null) add(picked.value.name, { token: picked.value.token })
    },
    take: (files) => {
      const room = MOST_ATTACHED - waiting.length
      if (files.length > room) tellFailure(tooMany)
      for (const file of files.slice(0, room)) {
        if (file.size > EVIDENCE_MAX_BYTES) tellFailure(tooLarge(file.name))
        else add(file.name, { file })
      }
    },
    offered: async () => {
      const files = []
      for (const { from, note } of waiting) {
        const held = 'token' in from ? { ok: true as const, value: from } : await holdFile(from.file)
        if (!held.ok) return held
        files.push({ file: held.value.token, note })
      }
      return { ok: true, value: files }
    },
  }
}
