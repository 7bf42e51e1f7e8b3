import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { ITEM_KIND_NAMES, type ItemKind } from '../../../shared/journeys/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { ChoiceField } from '../../ui/ChoiceField.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { tellDone } from '../../ui/notify.ts'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'

/** One more item for the checklist of this trip alone. */
export function AddItemDialog({ tripId, onClose }: { tripId: string; onClose: () => void }) {
  const t = useT('journeys')
  const u = useT('ui')
  const nameOf = useName()
  const [itemKind, setKind] = useState<ItemKind>('other')
  const [title, setTitle] = useState('')
  const add = useCommand('journeys.addItem', { quiet: true })
  return (
    <FormDialog
      keep={{ kind: 'journeys-add-item-lines', subject: tripId }}
      title={t('checklist.addTitle')}
      save={u('actions.save')}
      failure={add.failure}
      isBusy={add.isBusy}
      isReady={title.trim() !== ''}
      onSave={async () => {
        const added = await add.run({ tripId, itemKind, title })
        if (!added.ok) return
        tellDone(t('saved'))
        onClose()
      }}
      onClose={onClose}
    >
      <ChoiceField
        label={t('checklist.kind')}
        data={choicesOf(ITEM_KIND_NAMES, nameOf)}
        value={itemKind}
        onChange={setKind}
      />
      <TextInput
        data-autofocus
        label={t('checklist.item')}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
