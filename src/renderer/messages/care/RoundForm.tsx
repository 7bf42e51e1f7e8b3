import { Button, Modal, MultiSelect, Select, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { CARE_KIND_NAMES, CARE_OCCASION_NAMES, type CareKind } from '../../../shared/care/words.ts'
import type { UserId } from '../../../shared/ids.ts'
import { MEMBER_TIERS, type MemberTier } from '../../../shared/tiers/model.ts'
import type { Day } from '../../../shared/time.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { DayField, FieldRow } from '../../ui/fields.tsx'
import { dayText, today } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import { PersonField } from '../../ui/PersonField.tsx'
import { newJob, ProgressDialog } from '../../ui/ProgressDialog.tsx'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'

const OCCASIONS = ['birthday', 'festival', 'regular'] as const
type RoundOccasion = (typeof OCCASIONS)[number]

/** S3-120 S3-121 S3-122: birthdays, a festival or regular contacts for many members at once. */
export function RoundForm({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useT('care')
  const u = useT('ui')
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('round.title')}
      closeButtonProps={{ 'aria-label': u('actions.close') }}
    >
      {isOpen && <Form onClose={onClose} />}
    </Modal>
  )
}

function Form({ onClose }: { onClose: () => void }) {
  const t = useT('care')
  const u = useT('ui')
  const nameOf = useName()
  const me = useSession((session) => session.user?.id ?? null)
  const { data: festivals = [] } = useQuery('care.festivals', {})
  const [occasion, setOccasion] = useState<RoundOccasion>('birthday')
  const [name, setName] = useState('')
  const [kind, setKind] = useState<CareKind>('sms')
  const [tiers, setTiers] = useState<MemberTier[]>(['diamond', 'platinum', 'gold', 'silver'])
  const [from, setFrom] = useState<Day | null>(today())
  const [to, setTo] = useState<Day | null>(today(Date.now() + 30 * 86_400_000))
  const [ownerId, setOwner] = useState<UserId | null>(me)
  const [job, setJob] = useState<string | null>(null)
  const round = useCommand('care.planRound', { quiet: true })
  const isBirthday = occasion === 'birthday'
  const last = isBirthday ? to : from
  const save = async () => {
    if (from === null || last === null || ownerId === null) return
    const id = newJob()
    setJob(id)
    const done = await round.run(
      { occasion, name: isBirthday ? '' : name, kind, tiers, from, to: last, ownerId },
      { job: id },
    )
    setJob(null)
    if (!done.ok) return
    tellDone(t('round.saved', done.value))
    onClose()
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Stack gap="sm">
        <FailureAlert failure={round.failure} />
        <FieldRow>
          <Select
            label={t('round.occasion')}
            data={OCCASIONS.map((value) => ({ value, label: nameOf(CARE_OCCASION_NAMES[value]) }))}
            value={occasion}
            onChange={(value) => value !== null && setOccasion(value)}
          />
          <Select
            label={t('plan.kind')}
            data={choicesOf(CARE_KIND_NAMES, nameOf).filter(({ value }) => value !== 'visit' && value !== 'web')}
            value={kind}
            onChange={(value) => value !== null && setKind(value)}
          />
        </FieldRow>
        {occasion === 'festival' && (
          <Select
            label={t('round.festival')}
            description={t('round.festivalHint')}
            data={festivals.map((one) => ({ value: one.day, label: `${one.name} · ${dayText(one.day)}` }))}
            value={festivals.some((one) => one.day === from) ? from : null}
            onChange={(day) => {
              setFrom(day)
              setName(festivals.find((one) => one.day === day)?.name ?? '')
            }}
          />
        )}
        {!isBirthday && (
          <TextInput
            label={t('round.name')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            required
          />
        )}
        <FieldRow>
          <DayField label={t(isBirthday ? 'round.from' : 'round.day')} min={today()} value={from} onChange={setFrom} />
          {isBirthday && <DayField label={t('round.to')} min={today()} value={to} onChange={setTo} />}
        </FieldRow>
        <MultiSelect
          label={t('round.tiers')}
          data={MEMBER_TIERS.map((value) => ({ value, label: u(`tiers.${value}`) }))}
          value={tiers}
          onChange={(chosen) => setTiers(MEMBER_TIERS.filter((one) => chosen.includes(one)))}
          error={round.fieldErrors.tiers}
        />
        <PersonField label={t('plan.owner')} value={ownerId} onChange={setOwner} />
        <Button type="submit" loading={round.isBusy} disabled={from === null || last === null || ownerId === null}>
          {t('round.save')}
        </Button>
      </Stack>
      <ProgressDialog job={job} title={t('round.running')} />
      <KeepLines kind="messages-round-lines" subject="new" />
    </form>
  )
}
