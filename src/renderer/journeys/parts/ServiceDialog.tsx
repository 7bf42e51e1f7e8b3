import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { JourneyService, ServiceDraft } from '../../../shared/journeys/model.ts'
import { SERVICE_KIND_NAMES, SERVICE_STATE_NAMES } from '../../../shared/journeys/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { ChoiceField } from '../../ui/ChoiceField.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { DayField, FieldRow } from '../../ui/fields.tsx'
import { tellDone } from '../../ui/notify.ts'
import { TextArea } from '../../ui/TextArea.tsx'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'

type Props = { tripId: string; known: JourneyService | null; onClose: () => void }

const EMPTY: ServiceDraft = {
  ...{ kind: 'hotel', name: '', person: '', contact: '', fromDay: null, toDay: null, state: 'planned', remarks: '' },
}

/** Who serves, how to reach them, and how it stands (S4-07). */
export function ServiceDialog({ tripId, known, onClose }: Props) {
  const t = useT('journeys')
  const u = useT('ui')
  const nameOf = useName()
  const [draft, setDraft] = useState<ServiceDraft>(known ?? EMPTY)
  const save = useCommand('journeys.saveService', { quiet: true })
  const change = (part: Partial<ServiceDraft>) => setDraft({ ...draft, ...part })
  const { kind, name, person, contact, fromDay, toDay, state, remarks } = draft
  return (
    <FormDialog
      keep={{ kind: 'journeys-service-lines', subject: known?.id ?? tripId }}
      title={t('services.dialog')}
      save={u('actions.save')}
      failure={save.failure}
      isBusy={save.isBusy}
      isReady={name.trim() !== ''}
      onSave={async () => {
        const service = { kind, name, person, contact, fromDay, toDay, state, remarks }
        const saved = await save.run({ tripId, ...(known && { id: known.id }), service })
        if (!saved.ok) return
        tellDone(t('saved'))
        onClose()
      }}
      onClose={onClose}
    >
      <FieldRow>
        <ChoiceField
          label={t('services.kind')}
          data={choicesOf(SERVICE_KIND_NAMES, nameOf)}
          value={kind}
          onChange={(chosen) => change({ kind: chosen })}
        />
        <ChoiceField
          label={t('services.state')}
          data={choicesOf(SERVICE_STATE_NAMES, nameOf)}
          value={state}
          onChange={(chosen) => change({ state: chosen })}
        />
        <TextInput
          data-autofocus
          label={t('services.name')}
          value={name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <TextInput
          label={t('services.person')}
          value={person}
          onChange={(event) => change({ person: event.currentTarget.value })}
        />
      </FieldRow>
      <TextInput
        label={t('services.contact')}
        value={contact}
        onChange={(event) => change({ contact: event.currentTarget.value })}
      />
      <FieldRow>
        <DayField label={t('services.from')} value={fromDay} onChange={(day) => change({ fromDay: day })} />
        <DayField label={t('services.to')} value={toDay} onChange={(day) => change({ toDay: day })} />
      </FieldRow>
      <TextArea
        keep={{ kind: 'journeys-service-dialog-remarks', subject: known?.id ?? tripId }}
        label={t('services.remarks')}
        minRows={2}
        maxRows={6}
        value={remarks}
        onChange={(event) => change({ remarks: event.currentTarget.value })}
      />
    </FormDialog>
  )
}
