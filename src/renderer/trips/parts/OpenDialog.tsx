import { Select, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import type { CaseId, MemberId } from '../../../shared/ids.ts'
import type { Day } from '../../../shared/time.ts'
import { TRIP_CHANNEL_NAMES, type TripChannel } from '../../../shared/trips/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { ChoiceField } from '../../ui/ChoiceField.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { DayField, FieldRow } from '../../ui/fields.tsx'
import { go } from '../../ui/navigation.ts'
import { tellDone } from '../../ui/notify.ts'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'

type Props = { memberId: MemberId | null; caseId?: CaseId; title?: string; onClose: () => void }

/** Opens a trip: for whom, how the customer came, where to and when, as far as it is known. */
export function OpenDialog({ memberId: known, caseId, title: first = '', onClose }: Props) {
  const t = useT('trips')
  const nameOf = useName()
  const [memberId, setMember] = useState<MemberId | null>(known)
  const [title, setTitle] = useState(first)
  const [channel, setChannel] = useState<TripChannel>('phone')
  const [destination, setDestination] = useState('')
  const [startsOn, setStart] = useState<Day | null>(null)
  const [endsOn, setEnd] = useState<Day | null>(null)
  const open = useCommand('trips.open', { quiet: true })
  const save = async () => {
    if (memberId === null) return
    const about = { memberId, title, channel, destination, startsOn, endsOn }
    const made = await open.run({ ...about, ...(caseId ? { caseId } : {}) })
    if (!made.ok) return
    tellDone(t('opened'))
    onClose()
    go('trips', { id: made.value.id })
  }
  return (
    <FormDialog
      keep={{ kind: 'trips-open-lines', subject: caseId ?? known ?? 'new' }}
      title={t('open')}
      save={t('open')}
      failure={open.failure}
      isBusy={open.isBusy}
      isReady={memberId !== null && title.trim() !== ''}
      onSave={save}
      onClose={onClose}
    >
      {known === null && <MemberField value={memberId} onChange={setMember} />}
      <TextInput
        data-autofocus={known !== null || undefined}
        label={t('fields.title')}
        withAsterisk
        value={title}
        error={open.fieldErrors.title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <FieldRow>
        <ChoiceField
          label={t('fields.channel')}
          data={choicesOf(TRIP_CHANNEL_NAMES, nameOf)}
          value={channel}
          onChange={setChannel}
        />
        <TextInput
          label={t('fields.destination')}
          value={destination}
          error={open.fieldErrors.destination}
          onChange={(event) => setDestination(event.currentTarget.value)}
        />
        <DayField label={t('fields.startsOn')} value={startsOn} onChange={setStart} />
        <DayField label={t('fields.endsOn')} value={endsOn} onChange={setEnd} error={open.fieldErrors.endsOn} />
      </FieldRow>
    </FormDialog>
  )
}

function MemberField({ value, onChange }: { value: MemberId | null; onChange: (id: MemberId | null) => void }) {
  const t = useT('trips')
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text.trim(), 150)
  const { data = [] } = useQuery('members.find', { text: asked || '-', limit: 8 }, { enabled: asked !== '' })
  return (
    <Select
      data-autofocus
      label={t('fields.member')}
      withAsterisk
      searchable
      filter={({ options }) => options}
      searchValue={text}
      onSearchChange={setText}
      value={value}
      data={data.map(({ id, name, card }) => ({ value: id, label: `${name} ${card}` }))}
      onChange={onChange}
    />
  )
}
