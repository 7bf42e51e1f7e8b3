import { Button, Checkbox, Group, Modal, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { CalendarDetail, CalendarLine } from '../../../shared/calendars/contract.ts'
import {
  type Calendar,
  type CalendarParts,
  type Shift,
  WEEKDAYS,
  type Weekday,
} from '../../../shared/calendars/model.ts'
import { DESK_ZONE } from '../../../shared/time.ts'
import { useT } from '../../i18n/use-t.ts'
import { tellDone } from '../../ui/notify.ts'
import { useCommand } from '../../use-command.ts'
import styles from '../policies.module.css'
import { ChangedMeanwhile, useSeen } from './ChangedMeanwhile.tsx'
import { CoverageFields, HolidaysFrom, useHolidays } from './HolidaysFrom.tsx'
import { newestCalendar } from './newest.ts'

/** `09:00-12:00 13:30-18:00` as hours; what cannot be read is left for the desk to refuse. */
function shiftsOf(text: string): Shift[] {
  const parts = text.split(/[\s,，、;；]+/).filter((part) => part !== '')
  return parts.map((part) => {
    const [from = '', to = ''] = part.split(/[-–—~至]/)
    const padded = (time: string) => (/^\d:/.test(time) ? `0${time}` : time)
    return { from: padded(from), to: padded(to) }
  })
}

const textOf = (shifts: readonly Shift[] | undefined): string =>
  (shifts ?? []).map(({ from, to }) => `${from}-${to}`).join(' ')

type Texts = Record<Weekday, string>
type Props = { detail: CalendarDetail | null; all: readonly CalendarLine[]; onClose: () => void }

function useParts(calendar: Calendar | null) {
  const [name, setName] = useState(calendar?.name ?? { zh: '', en: '' })
  const [zone, setZone] = useState(calendar?.zone ?? DESK_ZONE)
  const [weekend, setWeekend] = useState<Weekday[]>(calendar?.weekend ?? ['sat', 'sun'])
  const [hours, setHours] = useState<Texts>(
    () => Object.fromEntries(WEEKDAYS.map((day) => [day, textOf(calendar?.shifts?.[day])])) as Texts,
  )
  const hasShifts = WEEKDAYS.some((day) => hours[day].trim() !== '')
  const shifts = Object.fromEntries(
    WEEKDAYS.filter((day) => !weekend.includes(day) || hours[day].trim() !== '').map((day) => [
      day,
      shiftsOf(hours[day]),
    ]),
  )
  const parts: CalendarParts = { name, zone, weekend, ...(hasShifts ? { shifts } : {}) }
  return { parts, name, setName, zone, setZone, weekend, setWeekend, hours, setHours }
}

/** Makes a calendar of the desk's own, or changes its zone, weekend and hours. */
export function HoursDialog({ detail, all, onClose }: Props) {
  const t = useT('policies')
  const ui = useT('ui')
  const calendar = detail?.calendar ?? null
  const form = useParts(calendar)
  const [id, setId] = useState('')
  const holidays = useHolidays()
  const [coverage, setCoverage] = useState(calendar?.coverage ?? holidays.coverage)
  const [why, setWhy] = useState({ reason: '', source: '' })
  const create = useCommand('calendars.create', { quiet: true })
  const change = useCommand('calendars.setHours', { quiet: true })
  const command = calendar ? change : create
  const { seen, meanwhile, onRefused } = useSeen(detail?.version ?? 1, () => newestCalendar(detail?.id ?? id))
  const run = async (version = seen) => {
    const { parts } = form
    const result = calendar
      ? await change.run({ id: calendar.id, version, parts, ...(calendar.isCoverageOwn ? { coverage } : {}), ...why })
      : await create.run({ id, ...holidays.chosen(), parts, ...why })
    if (!result.ok) return onRefused(result.failure)
    tellDone(t('hours.saved', { clocks: result.value.recomputed.clocks }))
    onClose()
  }
  const errors = command.fieldErrors
  const firstShiftError = Object.entries(errors).find(([path]) => path.includes('shifts'))?.[1]
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t(calendar ? 'hours.editTitle' : 'hours.createTitle')}
      closeButtonProps={{ 'aria-label': ui('actions.close') }}
    >
      <Stack gap="sm">
        <ChangedMeanwhile failure={command.failure} meanwhile={meanwhile} isBusy={command.isBusy} onOverwrite={run} />
        <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
          {!calendar && (
            <>
              <TextInput
                label={t('hours.id')}
                description={t('hours.idHint')}
                value={id}
                error={errors.id}
                onChange={(event) => setId(event.currentTarget.value)}
                data-autofocus
                required
              />
              <HolidaysFrom form={holidays} all={all} errors={errors} />
            </>
          )}
          <TextInput
            label={t('hours.nameZh')}
            value={form.name.zh}
            error={errors['parts.name.zh']}
            onChange={(event) => form.setName({ ...form.name, zh: event.currentTarget.value })}
            required
          />
          <TextInput
            label={t('hours.nameEn')}
            value={form.name.en}
            error={errors['parts.name.en']}
            onChange={(event) => form.setName({ ...form.name, en: event.currentTarget.value })}
            required
          />
          <TextInput
            label={t('hours.zone')}
            value={form.zone}
            error={errors['parts.zone']}
            onChange={(event) => form.setZone(event.currentTarget.value)}
            required
          />
          {calendar?.isCoverageOwn && <CoverageFields coverage={coverage} errors={errors} onChange={setCoverage} />}
        </SimpleGrid>
        <Checkbox.Group
          label={t('hours.weekend')}
          value={form.weekend}
          onChange={(values) => form.setWeekend(WEEKDAYS.filter((day) => values.includes(day)))}
        >
          <Group gap="sm" mt={4}>
            {WEEKDAYS.map((day) => (
              <Checkbox key={day} value={day} label={t(`calendars.weekdays.${day}`)} />
            ))}
          </Group>
        </Checkbox.Group>
        <span className={styles.dim}>{t('hours.shiftsHint')}</span>
        <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
          {WEEKDAYS.map((day) => (
            <TextInput
              key={day}
              label={t(`calendars.weekdays.${day}`)}
              value={form.hours[day]}
              onChange={(event) => form.setHours({ ...form.hours, [day]: event.currentTarget.value })}
            />
          ))}
        </SimpleGrid>
        {firstShiftError && <span role="alert">{firstShiftError}</span>}
        <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
          <TextInput
            label={t('calendars.reason')}
            value={why.reason}
            error={errors.reason}
            onChange={(event) => setWhy({ ...why, reason: event.currentTarget.value })}
            required
          />
          <TextInput
            label={t('calendars.source')}
            value={why.source}
            error={errors.source}
            onChange={(event) => setWhy({ ...why, source: event.currentTarget.value })}
            required
          />
        </SimpleGrid>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {ui('actions.cancel')}
          </Button>
          <Button loading={command.isBusy} onClick={() => void run()}>
            {t('hours.save')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
