import { Select } from '@mantine/core'
import { useState } from 'react'
import { EVALUATION_KIND_NAMES, type EvaluationKind } from '../../../shared/improvements/evaluation-words.ts'
import type { Day } from '../../../shared/time.ts'
import { useT } from '../../i18n/use-t.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { DayField, FieldRow } from '../../ui/fields.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import type { Period } from './EvaluationsTab.tsx'

type Props = { period: Period | null; onClose: () => void; onDone: (id: string) => void }

/** Begins an evaluation of a period; the figures are taken from its cases at once. */
export function StartEvaluation({ period, onClose, onDone }: Props) {
  const t = useT('evaluations')
  const nameOf = useName()
  const [kind, setKind] = useState<EvaluationKind>(period?.kind ?? 'quarterly')
  const [fromDay, setFrom] = useState<Day | null>(period?.fromDay ?? null)
  const [toDay, setTo] = useState<Day | null>(period?.toDay ?? null)
  const [examined, setExamined] = useState('')
  const start = useCommand('evaluations.start', { quiet: true })
  const save = async () => {
    if (fromDay === null || toDay === null) return
    const done = await start.run({ kind, fromDay, toDay, examined })
    if (!done.ok) return
    onClose()
    onDone(done.value.id)
  }
  return (
    <FormDialog
      keep={null}
      title={t('start')}
      save={t('start')}
      failure={start.failure}
      isBusy={start.isBusy}
      isReady={fromDay !== null && toDay !== null && examined.trim().length > 1}
      onSave={save}
      onClose={onClose}
    >
      <FieldRow columns={3}>
        <Select
          label={t('fields.kind')}
          data={choicesOf(EVALUATION_KIND_NAMES, nameOf)}
          value={kind}
          allowDeselect={false}
          onChange={(value) => value && setKind(value)}
        />
        <DayField label={t('fields.from')} value={fromDay} onChange={setFrom} />
        <DayField label={t('fields.to')} value={toDay} onChange={setTo} />
      </FieldRow>
      <TextArea
        keep={{ kind: 'improvements-start-evaluation-examined', subject: 'new' }}
        required
        data-autofocus
        minRows={3}
        maxLength={4000}
        label={t('fields.examined')}
        value={examined}
        error={start.fieldErrors.examined}
        onChange={(event) => setExamined(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
