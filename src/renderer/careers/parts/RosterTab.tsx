import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { RosterDay } from '../../../shared/careers/desk-model.ts'
import type { UserId } from '../../../shared/ids.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { Section } from '../../ui/DetailPanel.tsx'
import { DayField } from '../../ui/fields.tsx'
import flow from '../../ui/flow.module.css'
import { countText, durationText, today } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import { PersonField } from '../../ui/PersonField.tsx'
import record from '../../ui/record.module.css'
import { offerUndo } from '../../ui/undo.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import styles from './careers.module.css'

const timeOf = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

function minuteOf(time: string): number | null {
  const [hours, minutes] = time.split(':').map(Number)
  return hours === undefined || minutes === undefined || Number.isNaN(hours + minutes) ? null : hours * 60 + minutes
}

/** S4-87: a day's shifts against the calls expected of each hour; a lead moves people where they are missing. */
export function RosterTab() {
  const t = useT('careers')
  const isLead = useSession((state) => state.user?.role) !== 'agent'
  const [day, setDay] = useState(today())
  const { data } = useQuery('careers.roster', { day }, { topics: ['careers'] })
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable to scroll it by keyboard
    <div className={`${record.scroll} ${flow.stack}`} tabIndex={0}>
      <div className={flow.line}>
        <DayField aria-label={t('roster.day')} value={day} onChange={(next) => next !== null && setDay(next)} />
        {data && data.weeks > 0 && (
          <span className={flow.faint}>
            {t('roster.basis', { weeks: data.weeks, time: durationText(data.handlingMs) })}
          </span>
        )}
      </div>
      {data && <Advice roster={data} />}
      {data && <Shifts roster={data} mayLead={isLead} />}
      {data && <Hours roster={data} />}
    </div>
  )
}

function Advice({ roster: { advice, weeks } }: { roster: RosterDay }) {
  const t = useT('careers')
  if (weeks === 0) return <p className={flow.faint}>{t('roster.noHistory')}</p>
  if (advice.length === 0)
    return (
      <div className={flow.line}>
        <StateBadge tone="good" label={t('roster.balanced')} />
      </div>
    )
  return (
    <ul className={record.list}>
      {advice.map(({ hour, missing, spareHour }) => (
        <li key={hour}>
          {t('roster.short', { hour, missing })}
          {spareHour === null ? t('roster.noSpare') : t('roster.move', { hour: spareHour })}
        </li>
      ))}
    </ul>
  )
}

function Shifts({ roster, mayLead }: { roster: RosterDay; mayLead: boolean }) {
  const t = useT('careers')
  const [userId, setPerson] = useState<UserId | null>(null)
  const [from, setFrom] = useState('08:00')
  const [to, setTo] = useState('16:00')
  const set = useCommand('careers.setShift')
  const [startMinute, endMinute] = [minuteOf(from), minuteOf(to)]
  const put = async (id: UserId, span: { startMinute: number; endMinute: number } | null) => {
    if ((await set.run({ userId: id, day: roster.day, span })).ok) tellDone(t('saved'))
  }
  const clear = async ({ userId: id, name, startMinute: start, endMinute: end }: RosterDay['shifts'][number]) => {
    const shift = { userId: id, day: roster.day }
    if (!(await set.run({ ...shift, span: null })).ok) return
    const undo = () => set.run({ ...shift, span: { startMinute: start, endMinute: end } })
    offerUndo({ text: t('roster.cleared', { name }), undo })
  }
  const isReady = userId !== null && startMinute !== null && endMinute !== null
  return (
    <Section title={t('roster.shifts')} level={2}>
      {roster.shifts.length === 0 && <p className={flow.faint}>{t('roster.none')}</p>}
      <ul className={record.list}>
        {roster.shifts.map((one) => (
          <li key={one.userId} className={flow.line}>
            <span>{one.name}</span>
            <span className="num">
              {timeOf(one.startMinute)}–{timeOf(one.endMinute)}
            </span>
            {mayLead && (
              <Button
                size="compact-sm"
                variant="subtle"
                aria-label={t('roster.clear', { name: one.name })}
                onClick={() => void clear(one)}
              >
                {t('roster.clearShort')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mayLead && (
        <div className={flow.line}>
          <PersonField label={t('roster.person')} value={userId} onChange={setPerson} />
          <TextInput
            type="time"
            label={t('roster.from')}
            value={from}
            onChange={(event) => setFrom(event.currentTarget.value)}
          />
          <TextInput
            type="time"
            label={t('roster.to')}
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
          />
          <Button
            style={{ alignSelf: 'flex-end' }}
            loading={set.isBusy}
            disabled={!isReady}
            onClick={() => isReady && void put(userId, { startMinute, endMinute })}
          >
            {t('roster.set')}
          </Button>
        </div>
      )}
    </Section>
  )
}

function Hours({ roster: { hours } }: { roster: RosterDay }) {
  const t = useT('careers')
  const most = Math.max(1, ...hours.flatMap(({ needed, present }) => [needed, present]))
  const busy = hours.filter(({ expected, present }) => expected > 0 || present > 0)
  if (busy.length === 0)
    return (
      <Section title={t('roster.hours')} level={2}>
        <p className={flow.faint}>{t('roster.noHours')}</p>
      </Section>
    )
  return (
    <Section title={t('roster.hours')} level={2}>
      <div className={styles.hours} aria-hidden>
        {hours.map(({ hour, needed, present }) => (
          <span key={hour} className={styles.bar} data-short={present < needed || undefined}>
            <i style={{ height: `${(present / most) * 100}%` }} />
            {needed > 0 && <b style={{ bottom: `${(needed / most) * 100}%` }} />}
          </span>
        ))}
      </div>
      <table className={record.table}>
        <thead>
          <tr>
            <th>{t('roster.hour')}</th>
            <th data-number>{t('roster.expected')}</th>
            <th data-number>{t('roster.needed')}</th>
            <th data-number>{t('roster.present')}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {busy.map(({ hour, expected, needed, present }) => (
            <tr key={hour}>
              <td>
                {timeOf(hour * 60)}–{timeOf(hour * 60 + 60)}
              </td>
              <td data-number>{expected}</td>
              <td data-number>{countText(needed)}</td>
              <td data-number>{countText(present)}</td>
              <td>
                {present < needed && <StateBadge tone="bad" label={t('roster.missing', { count: needed - present })} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
