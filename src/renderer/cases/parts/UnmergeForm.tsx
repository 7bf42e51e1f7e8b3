import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { CaseView } from '../../../shared/cases/views.ts'
import { useT } from '../../i18n/use-t.ts'
import { useCommand } from '../../use-command.ts'
import { Save } from './ActSave.tsx'

/** S1-48: the case stands again as it did before it was merged. */
export function UnmergeForm({ view }: { view: CaseView }) {
  const t = useT('cases')
  const [reason, setReason] = useState('')
  const undo = useCommand('cases.unmerge')
  const save = async () => (await undo.run({ id: view.id, reason, expectedSeq: view.lastSeq })).ok
  return (
    <>
      <TextInput
        label={t('act.why')}
        withAsterisk
        value={reason}
        error={undo.fieldErrors.reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Save isBusy={undo.isBusy} isReady={reason.trim() !== ''} onSave={save} label={t('stage.unmerge')} />
    </>
  )
}
