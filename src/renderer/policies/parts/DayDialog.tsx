import { Button, Group, Modal, SegmentedControl, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { CalendarDetail } from '../../../shared/calendars/contract.ts'
import { useT } from '../../i18n/use-t.ts'
import { DayField } from '../../ui/fields.tsx'
import { today } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import { useCommand } from '../../use-command.ts'
import { ChangedMeanwhile, useSeen } from './ChangedMeanwhile.tsx'
import { newestCalendar } from './newest.ts'

const KINDS = ['off', 'working', 'weekday'] as const
type Kind = (typeof KINDS)[number]

/** Sets one day by hand, with the reason and where it is from. */
export function DayDialog({ detail, onClose }: { detail: CalendarDetail; onClose: () => void }) {
  const t = useT('policies')
  const ui = useT('ui')
  const [date, setDate] = useState(today())
  const [as, setAs] = useState<Kind>('off')
  const [fields, setFields] = useState({ name: '', reason: '', source: '' })
  const command = useCommand('calendars.editDay', { quiet: true })
  const { seen, meanwhile, onRefused } = useSeen(detail.version, () => newestCalendar(detail.id))
  const run = async (version = seen) => {
    const result = await command.run({ id: detail.id, version, date, as, ...fields })
    if (!result.ok) return onRefused(result.failure)
    tellDone(t('day.saved', { clocks: result.value.recomputed.clocks }))
    onClose()
  }
  const text = (field: keyof typeof fields, label: string) => (
    <TextInput
      label={label}
      value={fields[field]}
      error={command.fieldErrors[field]}
      onChange={(event) => setFields({ ...fields, [field]: event.currentTarget.value })}
      required={field !== 'name'}
    />
  )
  return (
    <Modal opened onClose={onClose} title={t('day.title')} closeButtonProps={{ 'aria-label': ui('actions.close') }}>
      <Stack gap="sm">
        <ChangedMeanwhile failure={command.failure} meanwhile={meanwhile} isBusy={command.isBusy} onOverwrite={run} />
        <DayField label={t('calendars.date')} value={date} onChange={(day) => setDate(day ?? date)} data-autofocus />
        <SegmentedControl
          aria-label={t('day.as')}
          data={KINDS.map((kind) => ({ value: kind, label: t(`calendars.${kind}`) }))}
          value={as}
          onChange={(value) => setAs(KINDS.find((kind) => kind === value) ?? as)}
        />
        {text('name', t('calendars.dayName'))}
        {text('reason', t('calendars.reason'))}
        {text('source', t('calendars.source'))}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {ui('actions.cancel')}
          </Button>
          <Button loading={command.isBusy} onClick={() => void run()}>
            {ui('actions.save')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
