import { Select } from '@mantine/core'
import { useState } from 'react'
import { LEAK_WAY_NAMES, LEAK_WAYS, type LeakWay } from '../../../shared/trust/leak-words.ts'
import { useT } from '../../i18n/use-t.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { FieldRow } from '../../ui/fields.tsx'
import { MomentField } from '../../ui/MomentField.tsx'
import { tellDone } from '../../ui/notify.ts'
import { TextArea } from '../../ui/TextArea.tsx'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'

/** S3-136: anybody at the desk reports what leaked or which rule was broken. */
export function ReportDialog({ onClose }: { onClose: () => void }) {
  const t = useT('leaks')
  const nameOf = useName()
  const [way, setWay] = useState<LeakWay>('message')
  const [what, setWhat] = useState('')
  const [foundAt, setFound] = useState<number | null>(() => Date.now() - (Date.now() % 60_000))
  const report = useCommand('leaks.report', { quiet: true })
  const save = async () => {
    if (foundAt === null) return
    const done = await report.run({ way, what, foundAt })
    if (!done.ok) return
    tellDone(t('reported', { number: done.value.number }))
    onClose()
  }
  return (
    <FormDialog
      keep={null}
      title={t('report')}
      save={t('report')}
      failure={report.failure}
      isBusy={report.isBusy}
      isReady={what.trim() !== '' && foundAt !== null}
      onSave={save}
      onClose={onClose}
    >
      <FieldRow>
        <Select
          label={t('fields.way')}
          data={choicesOf(LEAK_WAY_NAMES, nameOf)}
          value={way}
          allowDeselect={false}
          onChange={(value) => setWay(LEAK_WAYS.find((one) => one === value) ?? 'other')}
        />
        <MomentField required label={t('fields.foundAt')} value={foundAt} onChange={setFound} />
      </FieldRow>
      <TextArea
        keep={{ kind: 'trust-report-dialog-what', subject: 'new' }}
        required
        data-autofocus
        minRows={4}
        maxLength={4000}
        label={t('fields.what')}
        value={what}
        onChange={(event) => setWhat(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
