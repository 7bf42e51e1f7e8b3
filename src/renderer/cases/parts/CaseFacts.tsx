import { Anchor } from '@mantine/core'
import type { ReactNode } from 'react'
import { CONTENT_CLASS_NAMES } from '../../../shared/cases/axes.ts'
import { MOOD_NAMES } from '../../../shared/cases/moods.ts'
import type { CaseView } from '../../../shared/cases/views.ts'
import { IMPORTANCE_NAMES, OBJECT_NAMES, TIME_CLASS_NAMES, URGENCY_NAMES } from '../../../shared/cases/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { useClasses } from '../../ui/classes.ts'
import { Facts, Section } from '../../ui/DetailPanel.tsx'
import { dateTimeText, dayText, durationText } from '../../ui/formats.ts'
import { go } from '../../ui/navigation.ts'
import { namedBy, useName } from '../../ui/use-name.ts'
import { InstantText } from '../../ui/values.tsx'
import styles from './page.module.css'

type Fact = { label: string; value: ReactNode }

const LAG_SHOWN_MS = 60_000

/** Everything that was registered: the matter, the customer, the flight, the five axes. */
export function CaseFacts({ view }: { view: CaseView }) {
  const t = useT('cases')
  return (
    <Section title={t('page.facts')} level={2}>
      <Facts facts={useMatter(view)} columns={1} />
      <div className={styles.gap} />
      <Facts facts={[...useCustomer(view), ...useFlight(view), ...useAxes(view)]} columns={2} />
    </Section>
  )
}

const given = (facts: Fact[]): Fact[] => facts.filter(({ value }) => value !== null && value !== '')

function useMatter(view: CaseView): Fact[] {
  const t = useT('cases')
  const nameOf = useName()
  const { categoryNames, serviceTypeNames } = useClasses()
  const long = (value: string) => (value === '' ? '' : <span className={styles.text}>{value}</span>)
  return given([
    { label: t('form.category'), value: namedBy(categoryNames, view.category, nameOf) },
    { label: t('form.content'), value: long(view.content) },
    { label: t('form.reason'), value: long(view.reason) },
    { label: t(view.kind === 'service' ? 'form.demandService' : 'form.demand'), value: long(view.demand) },
    {
      label: t('form.mood'),
      value: typeof view.recorded.mood === 'string' ? namedBy(MOOD_NAMES, view.recorded.mood, nameOf) : '',
    },
    { label: t('page.readBack'), value: view.recorded.readBack === true ? t('form.readBack') : '' },
    {
      label: t('form.serviceType'),
      value: view.serviceType === null ? '' : namedBy(serviceTypeNames, view.serviceType, nameOf),
    },
  ])
}

function useCustomer(view: CaseView): Fact[] {
  const t = useT('cases')
  const nameOf = useName()
  const { channelNames } = useClasses()
  const { memberId, promisedAt, closedAt } = view
  const kept =
    closedAt === null || promisedAt === null
      ? ''
      : t(closedAt <= promisedAt ? 'page.promiseKept' : 'page.promiseBroken')
  return given([
    {
      label: t('form.contactName'),
      value:
        memberId === null ? (
          view.contactName
        ) : (
          <Anchor onClick={() => go('members', { id: memberId })}>{view.contactName}</Anchor>
        ),
    },
    { label: t('form.contactPhone'), value: <span className="num">{view.contactPhone}</span> },
    { label: t('form.anonymousReason'), value: view.anonymousReason },
    { label: t('form.channel'), value: namedBy(channelNames, view.channel, nameOf) },
    {
      label: t('form.receivedAt'),
      value: (
        <>
          <InstantText at={view.receivedAt} />
          {view.entryLagMs > LAG_SHOWN_MS && (
            <div className={styles.faint}>{t('page.lag', { time: durationText(view.entryLagMs) })}</div>
          )}
        </>
      ),
    },
    { label: t('event.opened'), value: `${view.registeredByName} · ${dateTimeText(view.registeredAt)}` },
    { label: t('page.promised'), value: promisedAt === null ? null : dateTimeText(promisedAt) + kept },
  ])
}

function useFlight(view: CaseView): Fact[] {
  const t = useT('cases')
  return given([
    { label: t('form.flightNo'), value: view.flightNo },
    { label: t('form.flightDay'), value: view.flightDay === null ? null : dayText(view.flightDay) },
    { label: t('form.route'), value: view.route },
    { label: t('form.ticketNo'), value: view.ticketNo },
    { label: t('form.pnr'), value: view.pnr },
    { label: t('form.baggageTag'), value: view.baggageTag },
    { label: t('form.staffConcerned'), value: view.staffConcerned },
    { label: t('form.call'), value: view.callNumber },
  ])
}

function useAxes(view: CaseView): Fact[] {
  const t = useT('cases')
  const nameOf = useName()
  return [
    { label: t('axes.contentClass'), value: namedBy(CONTENT_CLASS_NAMES, view.contentClass, nameOf) },
    { label: t('axes.objectClass'), value: namedBy(OBJECT_NAMES, view.objectClass, nameOf) },
    { label: t('axes.department'), value: <DeskName code={view.department} /> },
    { label: t('axes.timeClass'), value: namedBy(TIME_CLASS_NAMES, view.timeClass, nameOf) },
    { label: t('axes.urgency'), value: namedBy(URGENCY_NAMES, view.urgency, nameOf) },
    { label: t('axes.importance'), value: namedBy(IMPORTANCE_NAMES, view.importance, nameOf) },
  ]
}

/** S1-14: a desk with the numbers that customers are given for it. */
function DeskName({ code }: { code: string }) {
  const nameOf = useName()
  const { lists } = useClasses()
  const desk = lists.desks.find((one) => one.code === code)
  const numbers = desk?.hotlines.map(({ number }) => number).join(' · ')
  return (
    <>
      {desk ? nameOf(desk.name) : code}
      {numbers && <div className={styles.faint}>{numbers}</div>}
    </>
  )
}
