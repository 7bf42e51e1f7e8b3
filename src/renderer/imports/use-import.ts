import { useState } from 'react'
import type { ImportKind, ImportReport, Inspection, Mapping } from '../../shared/imports/model.ts'
import { call, shell } from '../client.ts'
import { useLanguage } from '../i18n/use-t.ts'
import { tellFailure } from '../ui/notify.ts'
import { newJob } from '../ui/ProgressDialog.tsx'
import { type Choices, choicesOf } from './mapping-form.ts'

/** The file that was chosen: a token stands for it, and what it turned out to be. */
export type Chosen = { token: string; bytes: number; about: Inspection; sheet: string | undefined }

/** Choosing a file and saying what its columns mean. */
export function useChosenFile(kind: ImportKind) {
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [choices, setChoices] = useState<Choices>({})
  const [isReading, setReading] = useState(false)

  const inspect = async (token: string, bytes: number, sheet?: string) => {
    setReading(true)
    const about = await call('imports.inspect', {
      ...{ file: token, kind },
      ...(sheet === undefined ? {} : { sheet }),
    })
    setReading(false)
    if (!about.ok) return tellFailure(about.failure)
    setChosen({ token, bytes, about: about.value, sheet })
    setChoices(choicesOf(about.value.proposal.mapping))
  }
  const choose = async () => {
    const picked = await shell('shell.pickFile', { purpose: 'members' })
    if (!picked.ok) tellFailure(picked.failure)
    else if (picked.value) await inspect(picked.value.token, picked.value.bytes)
  }
  const chooseSheet = async (sheet: string) => {
    if (chosen) await inspect(chosen.token, chosen.bytes, sheet)
  }
  return { chosen, choices, setChoices, isReading, choose, chooseSheet }
}

/** What an import did, with what it was asked, so that its refused rows can be written again. */
export type Report = {
  kind: ImportKind
  importId: string | null
  counts: ImportReport
  input: { file: string; mapping: Mapping }
}

/** The call that brings in each kind of table. */
export const IMPORTS = {
  members: 'imports.members',
  cases: 'imports.cases',
  calls: 'imports.calls',
} as const satisfies Record<ImportKind, string>

/** Running an import, or a check that stores nothing. */
export function useImport(kind: ImportKind) {
  const language = useLanguage()
  const [job, setJob] = useState<{ id: string; dryRun: boolean } | null>(null)
  const [report, setReport] = useState<Report | null>(null)
  const run = async (input: Report['input'], dryRun: boolean) => {
    const id = newJob()
    setJob({ id, dryRun })
    const result = await call(IMPORTS[kind], { ...input, dryRun, language }, { job: id })
    setJob(null)
    if (!result.ok) return tellFailure(result.failure)
    const { id: importId, ...counts } = result.value
    setReport({ kind, importId, counts, input })
  }
  return { job, report, run, clear: () => setReport(null) }
}
