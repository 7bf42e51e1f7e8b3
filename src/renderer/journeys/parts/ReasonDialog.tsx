import { useState } from 'react'
import type { DraftKey } from '../../../shared/drafts/model.ts'
import type { Failure } from '../../../shared/failure.ts'
import { useT } from '../../i18n/use-t.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { TextArea } from '../../ui/TextArea.tsx'

type Props = {
  title: string
  label: string
  keep: DraftKey
  save: { failure: Failure | undefined; isBusy: boolean }
  onSave: (text: string) => Promise<boolean>
  onClose: () => void
}

/** Asks for the words that a deed needs. */
export function ReasonDialog({ title, label, keep, save, onSave, onClose }: Props) {
  const u = useT('ui')
  const [text, setText] = useState('')
  return (
    <FormDialog
      keep={null}
      title={title}
      save={u('actions.save')}
      failure={save.failure}
      isBusy={save.isBusy}
      isReady={text.trim() !== ''}
      onSave={async () => {
        if (await onSave(text)) onClose()
      }}
      onClose={onClose}
    >
      <TextArea
        keep={keep}
        data-autofocus
        label={label}
        minRows={2}
        maxRows={8}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
