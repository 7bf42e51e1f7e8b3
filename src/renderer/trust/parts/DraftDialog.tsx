import { useState } from 'react'
import type { TrustText } from '../../../shared/trust/model.ts'
import type { TextKind } from '../../../shared/trust/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { tellDone } from '../../ui/notify.ts'
import { TextArea } from '../../ui/TextArea.tsx'
import { TitleField } from '../../ui/TitleField.tsx'
import { useCommand } from '../../use-command.ts'

type Props = { kind: TextKind; base: TrustText | null; onClose: () => void; onDone: (id: string) => void }

/** S3-127: writes the next version of a text, or over the draft that nobody approved yet. */
export function DraftDialog({ kind, base, onClose, onDone }: Props) {
  const t = useT('trust')
  const u = useT('ui')
  const [title, setTitle] = useState(base?.title ?? '')
  const [body, setBody] = useState(base?.body ?? '')
  const draft = useCommand('trust.draftText', { quiet: true })
  const save = async () => {
    const done = await draft.run({ kind, title, body })
    if (!done.ok) return
    tellDone(t('saved'))
    onClose()
    onDone(done.value.id)
  }
  return (
    <FormDialog
      keep={{ kind: 'trust-text-lines', subject: base?.id ?? kind }}
      title={t(base ? 'acts.next' : 'acts.draft')}
      save={u('actions.save')}
      failure={draft.failure}
      isBusy={draft.isBusy}
      isReady={title.trim() !== '' && body.trim() !== ''}
      onSave={save}
      onClose={onClose}
    >
      <TitleField label={t('fields.title')} value={title} onChange={setTitle} />
      <TextArea
        keep={{ kind: 'trust-draft-dialog-body', subject: base?.id ?? kind }}
        required
        minRows={10}
        maxRows={22}
        label={t('fields.body')}
        value={body}
        onChange={(event) => setBody(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
