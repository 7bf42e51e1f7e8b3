import { useState } from 'react'
import type { UserId } from '../../../shared/ids.ts'
import {
  IMPROVEMENT_SOURCE_NAMES,
  type ImprovementKind,
  type ImprovementSource,
} from '../../../shared/improvements/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { tellDone } from '../../ui/notify.ts'
import { PeopleField } from '../../ui/PeopleField.tsx'
import record from '../../ui/record.module.css'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { AboutFields, isWhole, NEW_ABOUT, toInput } from './AboutFields.tsx'

/** What a finding brings along from where it was found. */
export type Start = {
  sourceKind: ImprovementSource
  sourceId: string | null
  title: string
  finding: string
  kind: ImprovementKind | null
}

type Props = { start: Start | null; onClose: () => void; onDone: (id: string) => void }

/** Puts a finding on the list; filled in with what its source says. */
export function ProposeDialog({ start, onClose, onDone }: Props) {
  const t = useT('improvements')
  const nameOf = useName()
  const [about, setAbout] = useState({
    ...NEW_ABOUT,
    kind: start?.kind ?? NEW_ABOUT.kind,
    title: start?.title.slice(0, 120) ?? '',
    finding: start?.finding || start?.title || '',
  })
  const [trainees, setTrainees] = useState<UserId[]>([])
  const propose = useCommand('improvements.propose', { quiet: true })
  const sourceKind = start?.sourceKind ?? 'free'
  const save = async () => {
    const people = about.kind === 'training' ? trainees : []
    const source = { sourceKind, sourceId: start?.sourceId ?? null }
    const done = await propose.run({ ...toInput(about), ...source, trainees: people })
    if (!done.ok) return
    tellDone(t('proposed', { number: done.value.number }))
    onClose()
    onDone(done.value.id)
  }
  return (
    <FormDialog
      keep={{ kind: 'improvements-propose-lines', subject: start?.sourceId ?? 'new' }}
      title={t('propose')}
      save={t('propose')}
      failure={propose.failure}
      isBusy={propose.isBusy}
      isReady={isWhole(about)}
      onSave={save}
      onClose={onClose}
    >
      {sourceKind !== 'free' && (
        <div className={record.faint}>
          {t('fields.source')} · {nameOf(IMPROVEMENT_SOURCE_NAMES[sourceKind])}
        </div>
      )}
      <AboutFields value={about} onChange={setAbout} errors={propose.fieldErrors} />
      {about.kind === 'training' && (
        <PeopleField label={t('fields.trainees')} value={trainees} onChange={setTrainees} />
      )}
    </FormDialog>
  )
}
