import { useState } from 'react'
import type { CaseRow } from '../../../shared/cases/views.ts'
import type { UserId } from '../../../shared/ids.ts'
import { useT } from '../../i18n/use-t.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { tellDone } from '../../ui/notify.ts'
import { PersonField } from '../../ui/PersonField.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { useCommand } from '../../use-command.ts'
import styles from './floor.module.css'

/** `toId` is fixed when a lead takes cases over. */
export type Move = { rows: readonly CaseRow[]; toId: UserId | null; isTaking: boolean }

/** Gives cases to a person with a reason; the same dialog for a drag and for the key. */
export function MoveDialog({ move, onClose, onDone }: { move: Move; onClose: () => void; onDone: () => void }) {
  const t = useT('floor')
  const [toId, setTo] = useState(move.toId)
  const [reason, setReason] = useState('')
  const save = useCommand('floor.move', { quiet: true })
  const { rows, isTaking } = move
  const count = rows.length
  const send = async () => {
    if (toId === null) return
    const cases = rows.map(({ id, lastSeq }) => ({ id, expectedSeq: lastSeq }))
    const done = await save.run({ cases, toId, reason })
    if (!done.ok) return
    tellDone(t('move.done', { count: done.value.moved }))
    onDone()
  }
  return (
    <FormDialog
      keep={null}
      title={isTaking ? t('move.takeTitle', { count }) : t('move.title', { count })}
      save={t(isTaking ? 'move.takeSave' : 'move.save')}
      failure={save.failure}
      isBusy={save.isBusy}
      isReady={toId !== null && reason.trim() !== ''}
      onSave={send}
      onClose={onClose}
    >
      <div className={styles.faint}>{rows.map(({ number, title }) => `${number} ${title}`).join('；')}</div>
      {!isTaking && <PersonField required label={t('move.to')} value={toId} onChange={setTo} />}
      <TextArea
        keep={{ kind: 'floor-move-dialog-reason', subject: 'new' }}
        required
        data-autofocus
        minRows={2}
        maxLength={500}
        label={t('move.reason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
