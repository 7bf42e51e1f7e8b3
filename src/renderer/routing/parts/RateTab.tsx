import { Anchor, Button } from '@mantine/core'
import { IconSchool } from '@tabler/icons-react'
import type { ClassAccuracy } from '../../../shared/routing/classing-contract.ts'
import { useT } from '../../i18n/use-t.ts'
import { useClasses } from '../../ui/classes.ts'
import { Section } from '../../ui/DetailPanel.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { countText, percentText } from '../../ui/formats.ts'
import { go } from '../../ui/navigation.ts'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { StatCard } from '../../ui/StatCard.tsx'
import { namedBy, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import { PeriodField, usePeriod } from './Period.tsx'
import styles from './routing.module.css'

const rate = (hits: number, cases: number) => (cases === 0 ? '—' : percentText(hits / cases))

/** How often the proposed class was the settled one: by class, which for which, and every miss (S5-13). */
export function RateTab() {
  const t = useT('routing')
  const { period, days, setDays } = usePeriod()
  const { data, failure, reload } = useQuery('classing.accuracy', period, { topics: ['cases'] })
  const learn = useCommand('classing.learn')
  const submit = async () => {
    const done = await learn.run({})
    if (done.ok) tellDone(t('learned', { cases: done.value.cases, classes: done.value.classes }))
  }
  return (
    <div className={record.scroll}>
      <div className={styles.bar}>
        <PeriodField days={days} onChange={setDays} />
        <Button
          variant="default"
          leftSection={<IconSchool size={15} />}
          loading={learn.isBusy}
          onClick={() => void submit()}
        >
          {t('learn')}
        </Button>
      </div>
      <FailureAlert failure={failure} onRetry={reload} />
      {data && <Figures data={data} />}
    </div>
  )
}

function Figures({ data }: { data: ClassAccuracy }) {
  const t = useT('routing')
  const { cases, hits, groupHits, silent, learned } = data
  return (
    <>
      <div className={record.cards}>
        <StatCard label={t('cards.cases')} value={countText(cases)} />
        <StatCard label={t('cards.hits')} value={rate(hits, cases)} note={countText(hits)} />
        <StatCard label={t('cards.groupHits')} value={rate(groupHits, cases)} note={countText(groupHits)} />
        <StatCard label={t('cards.silent')} value={rate(silent, cases)} note={countText(silent)} />
        <StatCard
          label={t('cards.learned')}
          value={rate(learned.hits, learned.cases)}
          note={countText(learned.cases)}
        />
      </div>
      <Section title={t('categories')} level={2}>
        <Categories rows={data.categories} />
      </Section>
      <Section title={t('confusion')} level={2}>
        <Confusion rows={data.confusion} />
      </Section>
      <Section title={t('misses')} level={2}>
        <Misses rows={data.misses} />
      </Section>
    </>
  )
}

function useCategoryName(): (code: string | null) => string {
  const nameOf = useName()
  const { categoryNames } = useClasses()
  const t = useT('routing')
  return (code) => (code === null ? t('cards.silent') : namedBy(categoryNames, code, nameOf))
}

function Categories({ rows }: { rows: ClassAccuracy['categories'] }) {
  const t = useT('routing')
  const named = useCategoryName()
  if (rows.length === 0) return <div className={record.faint}>{t('nothingSettled')}</div>
  return (
    <table className={record.table}>
      <thead>
        <tr>
          <th scope="col">{t('category')}</th>
          {(['cases', 'proposed', 'hits', 'rate'] as const).map((name) => (
            <th key={name} scope="col" data-number>
              {t(`columns.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.category}>
            <td>{named(row.category)}</td>
            <td data-number>{countText(row.cases)}</td>
            <td data-number>{countText(row.proposed)}</td>
            <td data-number>{countText(row.hits)}</td>
            <td data-number>{rate(row.hits, row.cases)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Confusion({ rows }: { rows: ClassAccuracy['confusion'] }) {
  const t = useT('routing')
  const named = useCategoryName()
  if (rows.length === 0) return <div className={record.faint}>{t('confusionNone')}</div>
  return (
    <table className={record.table}>
      <thead>
        <tr>
          <th scope="col">{t('columns.proposed')}</th>
          <th scope="col">{t('columns.actual')}</th>
          <th scope="col" data-number>
            {t('columns.cases')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.proposed} ${row.category}`}>
            <td>{named(row.proposed)}</td>
            <td>{named(row.category)}</td>
            <td data-number>{countText(row.cases)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Misses({ rows }: { rows: ClassAccuracy['misses'] }) {
  const t = useT('routing')
  const named = useCategoryName()
  if (rows.length === 0) return <div className={record.faint}>{t('missesNone')}</div>
  return (
    <ul className={record.list}>
      {rows.map((row) => (
        <li key={row.caseId} className={record.line}>
          <Anchor component="button" type="button" className="num" onClick={() => go('cases', { id: row.caseId })}>
            {row.number}
          </Anchor>
          <span className={styles.grow}>{row.title}</span>
          <span>
            {named(row.proposed)} → {named(row.category)}
          </span>
          <span className={record.faint}>{row.words.map(({ text }) => text).join(' ')}</span>
        </li>
      ))}
    </ul>
  )
}
