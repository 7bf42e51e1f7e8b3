import { useState } from 'react'
import { EVIDENCE_MAX_BYTES } from '../../shared/evidence/kinds.ts'
import type { Result } from '../../shared/failure.ts'
import { shell } from '../client.ts'
import { useT } from '../i18n/use-t.ts'
import { tellDone, tellFailure } from '../ui/notify.ts'
import { holdFile } from './hold.ts'

/** Keeps the file that a token stands for, with a word about it. */
export type AddFile = (token: string, note: string) => Promise<Result<{ name: string }>>

/** Attaching files that were chosen, dropped or pasted, one after the other. */
export function useAttach(add: AddFile) {
  const t = useT('evidence')
  const [note, setNote] = useState('')
  const [isBusy, setBusy] = useState(false)

  const attach = async (token: string): Promise<boolean> => {
    const added = await add(token, note)
    if (!added.ok) {
      tellFailure(added.failure)
      return false
    }
    tellDone(t('added', { name: added.value.name }))
    return true
  }
  const whileBusy = async (work: () => Promise<boolean>): Promise<boolean> => {
    setBusy(true)
    const isDone = await work()
    setBusy(false)
    if (isDone) setNote('')
    return isDone
  }
  const choose = () =>
    whileBusy(async () => {
      const picked = await shell('shell.pickFile', { purpose: 'evidence' })
      if (!picked.ok) tellFailure(picked.failure)
      return picked.ok && picked.value !== null && attach(picked.value.token)
    })
  const take = (files: readonly File[]) =>
    whileBusy(async () => {
      let areAllDone = files.length > 0
      for (const file of files) areAllDone = (await takeOne(file)) && areAllDone
      return areAllDone
    })
  const takeOne = async (file: File): Promise<boolean> => {
    // A file that is far too large is not carried over only to be refused.
    if (file.size > EVIDENCE_MAX_BYTES) {
      const max = EVIDENCE_MAX_BYTES / 1024 / 1024
      tellFailure({ code: 'RULE', rule: 'evidence-too-large', params: { name: file.name, max } })
      return false
    }
    const held = await holdFile(file)
    if (!held.ok) tellFailure(held.failure)
    return held.ok && attach(held.value.token)
  }
  return { note, setNote, isBusy, choose, take }
}
