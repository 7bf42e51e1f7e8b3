import { MultiSelect, NumberInput, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { CARE_KIND_NAMES, type CareKind } from '../../shared/care/words.ts'
import type { UserId } from '../../shared/ids.ts'
import { CAMPAIGN_OCCASION_NAMES, type CampaignOccasion, DAYS_MEAN } from '../../shared/outreach/words.ts'
import { MEMBER_TIERS, type MemberTier } from '../../shared/tiers/model.ts'
import type { Day } from '../../shared/time.ts'
import { useT } from '../i18n/use-t.ts'
import { useSession } from '../session/store.ts'
import { ChoiceField } from '../ui/ChoiceField.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { DayField, FieldRow } from '../ui/fields.tsx'
import { today } from '../ui/formats.ts'
import { tellDone } from '../ui/notify.ts'
import { newJob, ProgressDialog } from '../ui/ProgressDialog.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { choicesOf, useName } from '../ui/use-name.ts'
import { useCommand } from '../use-command.ts'
import { useQuery } from '../use-query.ts'

const WHOLE = { allowDecimal: false, allowNegative: false, clampBehavior: 'blur' } as const

/** Starts a campaign: for whom, what to say, by whom, and how often at most. */
export function StartForm({ onClose }: { onClose: () => void }) {
  const t = useT('outreach')
  const u = useT('ui')
  const nameOf = useName()
  const me = useSession((session) => session.user?.id ?? null)
  const { data: people = [] } = useQuery('users.list', {}, { topics: ['users'] })
  const { data: groups = [] } = useQuery('groups.list', {}, { topics: ['members'] })
  const [name, setName] = useState('')
  const [occasion, setOccasion] = useState<CampaignOccasion>('birthday')
  const [kind, setKind] = useState<CareKind>('phone')
  const [brief, setBrief] = useState('')
  const [groupId, setGroup] = useState<string | null>(null)
  const [tiers, setTiers] = useState<MemberTier[]>(['diamond', 'platinum'])
  const [days, setDays] = useState(30)
  const [day, setDay] = useState<Day | null>(today())
  const [owners, setOwners] = useState<UserId[]>(me === null ? [] : [me])
  const [most, setMost] = useState(2)
  const [per, setPer] = useState(30)
  const [job, setJob] = useState<string | null>(null)
  const start = useCommand('outreach.start', { quiet: true })
  const meaning = DAYS_MEAN[occasion]
  const isReady = name.trim() !== '' && brief.trim() !== '' && owners.length > 0 && tiers.length > 0
  const save = async () => {
    const id = newJob()
    setJob(id)
    const target = { tiers, days, day: meaning === null ? day : null, ownerIds: owners }
    const done = await start.run(
      { name, occasion, kind, brief, groupId, target, mostContacts: most, perDays: per },
      { job: id },
    )
    setJob(null)
    if (!done.ok) return
    tellDone(t('started', { count: done.value.waiting }))
    onClose()
  }
  return (
    <FormDialog
      keep={{ kind: 'outreach-start-lines', subject: 'new' }}
      title={t('start')}
      save={t('start')}
      failure={start.failure}
      isBusy={start.isBusy}
      isReady={isReady}
      onSave={save}
      onClose={onClose}
    >
      <TextInput label={t('name')} withAsterisk value={name} onChange={(event) => setName(event.currentTarget.value)} />
      <FieldRow>
        <ChoiceField
          label={t('occasion')}
          data={choicesOf(CAMPAIGN_OCCASION_NAMES, nameOf)}
          value={occasion}
          onChange={setOccasion}
        />
        <ChoiceField label={t('kind')} data={choicesOf(CARE_KIND_NAMES, nameOf)} value={kind} onChange={setKind} />
      </FieldRow>
      <TextArea
        keep={{ kind: 'outreach-start-form-brief', subject: 'new' }}
        label={t('brief')}
        placeholder={t('briefHint')}
        withAsterisk
        value={brief}
        onChange={(event) => setBrief(event.currentTarget.value)}
      />
      {occasion === 'group' ? (
        <Select
          label={t('group')}
          description={t('groupHint')}
          data={groups.map((group) => ({ value: group.id, label: group.name }))}
          value={groupId}
          onChange={setGroup}
        />
      ) : (
        <MultiSelect
          label={t('tiers')}
          data={MEMBER_TIERS.map((value) => ({ value, label: u(`tiers.${value}`) }))}
          value={tiers}
          onChange={(chosen) => setTiers(MEMBER_TIERS.filter((one) => chosen.includes(one)))}
        />
      )}
      <FieldRow columns={3}>
        {meaning === null ? (
          <DayField label={t('day')} min={today()} value={day} onChange={setDay} />
        ) : (
          <NumberInput
            {...WHOLE}
            label={t(`days.${meaning}`)}
            min={1}
            max={1100}
            value={days}
            onChange={(next) => typeof next === 'number' && setDays(next)}
          />
        )}
        <NumberInput
          {...WHOLE}
          label={t('most')}
          min={1}
          max={30}
          value={most}
          onChange={(next) => typeof next === 'number' && setMost(next)}
        />
        <NumberInput
          {...WHOLE}
          label={t('per')}
          min={1}
          max={365}
          value={per}
          onChange={(next) => typeof next === 'number' && setPer(next)}
        />
      </FieldRow>
      <MultiSelect
        label={t('owners')}
        withAsterisk
        data={people.filter((user) => user.role !== 'admin').map((user) => ({ value: user.id, label: user.name }))}
        value={owners}
        onChange={(chosen) => setOwners(people.map((user) => user.id).filter((one) => chosen.includes(one)))}
      />
      <ProgressDialog job={job} title={t('start')} />
    </FormDialog>
  )
}
