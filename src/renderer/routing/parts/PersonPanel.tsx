import { Button, Checkbox, NumberInput, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { HandlerView } from '../../../shared/routing/contract.ts'
import { useT } from '../../i18n/use-t.ts'
import { useClasses } from '../../ui/classes.ts'
import { DetailPanel, Section } from '../../ui/DetailPanel.tsx'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import styles from './routing.module.css'
import { Skills } from './Skills.tsx'

type Props = { person: HandlerView; onClose: () => void }

/** One person: where and when they work, how much they take, and their skills. */
export function PersonPanel({ person, onClose }: Props) {
  const t = useT('routing')
  const presence = useCommand('routing.setPresence')
  const { userId, isPresent } = person
  const turn = async () => {
    const done = await presence.run({ userId, presence: isPresent ? 'away' : 'present' })
    if (done.ok) tellDone(t('saved'))
  }
  return (
    <DetailPanel
      title={person.name}
      label={t('person', { name: person.name })}
      actions={
        <Button variant="default" loading={presence.isBusy} onClick={() => void turn()}>
          {isPresent ? t('setAway') : t('setPresent')}
        </Button>
      }
      onClose={onClose}
    >
      {person.leadName && (
        <div className={record.faint}>
          {t('lead')} {person.leadName}
        </div>
      )}
      <Section title={t('shift')}>
        <Shift person={person} />
      </Section>
      <Section title={t('columns.skills')}>
        <Skills person={person} />
      </Section>
    </DetailPanel>
  )
}

const clock = (minute: number) => {
  const shown = Math.min(minute, 1439)
  return `${String(Math.floor(shown / 60)).padStart(2, '0')}:${String(shown % 60).padStart(2, '0')}`
}
const minuteOf = (text: string) => {
  const [hours = 0, minutes = 0] = text.split(':').map(Number)
  return text === '23:59' ? 1440 : hours * 60 + minutes
}

function Shift({ person }: { person: HandlerView }) {
  const t = useT('routing')
  const nameOf = useName()
  const { deskNames } = useClasses()
  const [form, setForm] = useState({
    department: person.department,
    maxOpen: person.maxOpen,
    shiftDays: person.shiftDays,
    shiftFrom: person.shiftFrom,
    shiftTo: person.shiftTo,
  })
  const save = useCommand('routing.setHandler')
  const set = (change: Partial<typeof form>) => setForm((old) => ({ ...old, ...change }))
  const submit = async () => {
    const done = await save.run({ userId: person.userId, ...form })
    if (done.ok) tellDone(t('saved'))
  }
  const departments = choicesOf(deskNames, nameOf)
  return (
    <div className={record.form}>
      <Select
        label={t('columns.department')}
        clearable
        searchable
        data={departments}
        value={form.department}
        onChange={(value) => set({ department: departments.find((one) => one.value === value)?.value ?? null })}
      />
      <NumberInput
        label={t('maxOpen')}
        min={1}
        max={500}
        allowDecimal={false}
        value={form.maxOpen}
        onChange={(value) => set({ maxOpen: Number(value) || 1 })}
      />
      <Checkbox.Group
        className={record.wide ?? ''}
        label={t('shiftDays')}
        value={[...form.shiftDays]}
        onChange={(days) => set({ shiftDays: days.toSorted().join('') })}
      >
        <div className={record.ticks}>
          {[...t('weekdays')].map((name, i) => (
            <Checkbox key={`${name}${String(i)}`} value={String(i + 1)} label={name} />
          ))}
        </div>
      </Checkbox.Group>
      <TextInput
        type="time"
        label={t('from')}
        value={clock(form.shiftFrom)}
        onChange={(event) => set({ shiftFrom: minuteOf(event.currentTarget.value) })}
      />
      <TextInput
        type="time"
        label={t('to')}
        value={clock(form.shiftTo)}
        onChange={(event) => set({ shiftTo: minuteOf(event.currentTarget.value) })}
      />
      <div className={`${record.wide} ${styles.push}`}>
        <Button loading={save.isBusy} onClick={() => void submit()}>
          {t('saveShift')}
        </Button>
      </div>
    </div>
  )
}
