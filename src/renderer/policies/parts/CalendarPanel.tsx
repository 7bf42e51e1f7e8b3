import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import type { CalendarDetail } from '../../../shared/calendars/contract.ts'
import { WEEKDAYS } from '../../../shared/calendars/model.ts'
import { shell } from '../../client.ts'
import { useLanguage, useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { DetailPanel, Facts, Section } from '../../ui/DetailPanel.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { dayText } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import { newJob, ProgressDialog } from '../../ui/ProgressDialog.tsx'
import { InstantText } from '../../ui/values.tsx'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import styles from '../policies.module.css'
import { side } from '../words.ts'
import { Covered } from './Covered.tsx'
import { DayDialog } from './DayDialog.tsx'
import { HoursDialog } from './HoursDialog.tsx'

/** One calendar: what it covers and from where, its hours, its days year by year, and its revisions. */
export function CalendarPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useT('policies')
  useLanguage()
  const query = useQuery('calendars.show', { id }, { topics: ['policies'] })
  const detail = query.data
  if (!detail) return <FailureAlert failure={query.failure} onRetry={query.reload} />
  const { calendar } = detail
  const { source, coverage } = calendar
  const title = `${calendar.name[side()]} (${id})`
  const facts = [
    { label: t('calendars.zone'), value: calendar.zone },
    {
      label: t('calendars.covered'),
      value: calendar.alwaysOpen
        ? '—'
        : t('calendars.until', { from: dayText(coverage.from), to: dayText(coverage.to) }),
    },
    {
      label: t('calendars.weekend'),
      value: calendar.weekend.map((day) => t(`calendars.weekdays.${day}`)).join(' ') || '—',
    },
    { label: t('calendars.source'), value: source.name },
    { label: t('calendars.asOf'), value: dayText(source.asOf) },
    { label: t('calendars.licence'), value: source.licence ?? '—' },
  ]
  return (
    <DetailPanel title={title} label={title} badges={<Covered line={detail} />} onClose={onClose}>
      <Section title={t('calendars.about')}>
        {!calendar.alwaysOpen && <Actions detail={detail} />}
        <Facts facts={facts} />
      </Section>
      <Section title={t('calendars.shifts')}>
        <Hours detail={detail} />
      </Section>
      {!calendar.alwaysOpen && <Days detail={detail} />}
      <Revisions detail={detail} />
      {source.papers && (
        <Section title={t('calendars.papers')}>
          <ul className={styles.list}>
            {[...source.papers].reverse().map((paper) => (
              <li key={paper} className={styles.source}>
                <code>{paper}</code>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </DetailPanel>
  )
}

function Actions({ detail }: { detail: CalendarDetail }) {
  const t = useT('policies')
  const isManager = useSession((state) => state.user?.role === 'manager')
  const [dialog, setDialog] = useState<'hours' | 'day' | null>(null)
  const [job, setJob] = useState<string | null>(null)
  const taking = useCommand('calendars.importYear', { quiet: true })
  const giving = useCommand('calendars.export')
  if (!isManager) return null
  const importYear = async () => {
    const picked = await shell('shell.pickFile', { purpose: 'pack' })
    if (!picked.ok || picked.value === null) return
    const running = newJob()
    setJob(running)
    const result = await taking.run({ id: detail.id, file: picked.value.token }, { job: running })
    setJob(null)
    if (result.ok) tellDone(t('calendars.imported', result.value.recomputed))
  }
  const exportIt = async () => {
    const place = await shell('shell.pickSave', { purpose: 'pack', suggested: `calendar-${detail.id}.json` })
    if (!place.ok || place.value === null) return
    const result = await giving.run({ id: detail.id, out: place.value.token })
    if (result.ok) tellDone(t('calendars.exported', { name: result.value.fileName }))
  }
  return (
    <>
      <div className={styles.line}>
        <Button onClick={() => void importYear()}>{t('calendars.import')}</Button>
        <Button variant="default" onClick={() => setDialog('day')}>
          {t('calendars.editDay')}
        </Button>
        <Button variant="default" onClick={() => setDialog('hours')}>
          {t('calendars.hours')}
        </Button>
        <Button variant="default" onClick={() => void exportIt()}>
          {t('calendars.export')}
        </Button>
      </div>
      <FailureAlert failure={taking.failure} />
      <ul className={styles.list}>
        {Object.entries(taking.fieldErrors).map(([place, sentence]) => (
          <li key={place}>
            <code>{place}</code>: {sentence}
          </li>
        ))}
      </ul>
      {dialog === 'day' && <DayDialog detail={detail} onClose={() => setDialog(null)} />}
      {dialog === 'hours' && <HoursDialog detail={detail} all={[]} onClose={() => setDialog(null)} />}
      <ProgressDialog job={job} title={t('calendars.importing')} />
    </>
  )
}

function Hours({ detail }: { detail: CalendarDetail }) {
  const t = useT('policies')
  const { shifts, weekend, alwaysOpen } = detail.calendar
  const worked = WEEKDAYS.filter((day) => alwaysOpen || !weekend.includes(day))
  const hoursOf = (day: (typeof WEEKDAYS)[number]) =>
    shifts ? (shifts[day] ?? []).map(({ from, to }) => `${from}–${to}`).join(' ') : t('calendars.wholeDay')
  return (
    <Facts
      columns={3}
      facts={worked.map((day) => ({ label: t(`calendars.weekdays.${day}`), value: hoursOf(day) || '—' }))}
    />
  )
}

function Days({ detail }: { detail: CalendarDetail }) {
  const t = useT('policies')
  const { coverage, days } = detail.calendar
  const [first, last] = [Number(coverage.from.slice(0, 4)), Number(coverage.to.slice(0, 4))]
  const years = Array.from({ length: last - first + 1 }, (_, i) => String(last - i))
  const [chosen, setYear] = useState<string | null>(null)
  const year = chosen ?? years[0] ?? ''
  const shown = days.filter(({ date }) => date.startsWith(year))
  const title = t('calendars.days', { year })
  return (
    <Section
      title={title}
      actions={
        <Select
          aria-label={t('calendars.year')}
          w={100}
          allowDeselect={false}
          data={years}
          value={year}
          onChange={(value) => setYear(value)}
        />
      }
    >
      <table className={styles.table} aria-label={title}>
        <thead>
          <tr>
            <th>{t('calendars.date')}</th>
            <th>{t('calendars.dayName')}</th>
            <th>{t('calendars.kind')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ date, name, isOffDay }) => (
            <tr key={date}>
              <td>{dayText(date)}</td>
              <td>{name}</td>
              <td>
                <StateBadge
                  tone={isOffDay ? 'info' : 'warn'}
                  label={t(isOffDay ? 'calendars.off' : 'calendars.working')}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}

function Revisions({ detail }: { detail: CalendarDetail }) {
  const t = useT('policies')
  return (
    <Section title={t('calendars.history')}>
      {detail.history.length === 0 && <p className={styles.dim}>{t('calendars.unchanged')}</p>}
      <ul className={styles.list} aria-label={t('calendars.history')}>
        {detail.history.map((entry) => (
          <li key={entry.version}>
            {t('calendars.version', { version: entry.version })} · <InstantText at={entry.at} />
            {entry.actorName && ` · ${entry.actorName}`} · {t(`calendars.deeds.${entry.deed}`)}
            {entry.reason !== '' && ` · ${entry.reason}`}
            <span className={styles.source}> · {entry.source}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
