import { Button } from '@mantine/core'
import type { SubTaskSheet } from '../../../shared/subtasks/contract.ts'
import { SUB_TASK_ACTIONS } from '../../../shared/subtasks/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { useClasses } from '../../ui/classes.ts'
import { DetailPanel, Facts, Section } from '../../ui/DetailPanel.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { dayText } from '../../ui/formats.ts'
import { go } from '../../ui/navigation.ts'
import { Timeline } from '../../ui/Timeline.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { useQuery } from '../../use-query.ts'
import { useName } from '../words.ts'
import { SubTaskItem } from './SubTaskItem.tsx'
import styles from './subtasks.module.css'

type Props = { id: string; onClose: () => void }

/** Everything the other side needs to work on it; the customer stays hidden unless that was asked for (S2-43). */
export function Sheet({ id, onClose }: Props) {
  const t = useT('subTasks')
  const query = useQuery('subTasks.sheet', { id }, { topics: ['cases'], clearOnChange: true })
  const { data } = query
  return (
    <DetailPanel
      title={data ? <span className="num">{data.row.caseNumber}</span> : t('sheet.label')}
      label={t('sheet.label')}
      actions={
        data && (
          <Button size="compact-xs" variant="subtle" onClick={() => go('cases', { id: data.row.caseId })}>
            {t('sheet.openCase')}
          </Button>
        )
      }
      onClose={onClose}
    >
      <FailureAlert failure={query.failure} onRetry={query.reload} />
      {!data && !query.failure && <Waiting />}
      {data && <Content sheet={data} />}
    </DetailPanel>
  )
}

function Content({ sheet }: { sheet: SubTaskSheet }) {
  const t = useT('subTasks')
  const nameOf = useName()
  const { categoryNames, deskNames } = useClasses()
  const category = categoryNames[sheet.category]
  const long = (value: string) => <span className={styles.text}>{value}</span>
  const given = (facts: { label: string; value: string | null }[]) =>
    facts.flatMap(({ label, value }) => (value === null || value === '' ? [] : [{ label, value: long(value) }]))
  const flight = [sheet.flightNo, sheet.flightDay && dayText(sheet.flightDay)].filter(Boolean).join(' · ')
  const departments: Readonly<Record<string, { zh: string; en: string }>> = deskNames
  const items = [...sheet.history].reverse().map(({ at, actorName, action, to, text }, place) => {
    const known = (['ask', ...SUB_TASK_ACTIONS] as const).find((one) => one === action) ?? 'ask'
    const named = departments[to]
    const title = t(`history.${known}`, { to: named ? nameOf(named) : to })
    return { key: `${at}-${place}`, at, title, by: actorName, tone: 'neutral' as const, body: text }
  })
  return (
    <>
      <Section title={t('title')}>
        <SubTaskItem row={sheet.row} />
      </Section>
      <Section title={t('sheet.matter')}>
        <Facts
          columns={1}
          facts={given([
            { label: t('sheet.category'), value: category ? nameOf(category) : sheet.category },
            { label: t('sheet.content'), value: sheet.content },
            { label: t('sheet.reason'), value: sheet.reason },
            { label: t('sheet.demand'), value: sheet.demand },
            { label: t('sheet.flight'), value: flight },
            { label: t('sheet.route'), value: sheet.route },
            { label: t('sheet.baggageTag'), value: sheet.baggageTag },
          ])}
        />
      </Section>
      <Section
        title={t('sheet.customer')}
        actions={sheet.isHidden && <StateBadge tone="neutral" label={t('sheet.hidden')} />}
      >
        <Facts
          facts={given([
            { label: t('sheet.name'), value: sheet.customerName },
            { label: t('sheet.phone'), value: sheet.customerPhone },
            { label: t('sheet.ticketNo'), value: sheet.ticketNo },
            { label: t('sheet.pnr'), value: sheet.pnr },
          ])}
        />
      </Section>
      <Section title={t('sheet.history')}>
        <Timeline label={t('sheet.history')} items={items} />
      </Section>
    </>
  )
}
