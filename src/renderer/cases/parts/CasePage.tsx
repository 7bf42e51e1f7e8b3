import { ActionIcon } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { CaseView } from '../../../shared/cases/views.ts'
import { CASE_KIND_NAMES, PRIORITY_NAMES, SEVERITY_NAMES } from '../../../shared/cases/words.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge, TierBadge } from '../../ui/badges.tsx'
import { Section } from '../../ui/DetailPanel.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { useShortcut } from '../../ui/keys.ts'
import { go } from '../../ui/navigation.ts'
import { OneByOne } from '../../ui/OneByOne.tsx'
import { slots } from '../../ui/slots.ts'
import { useName } from '../../ui/use-name.ts'
import { Waiting } from '../../ui/Waiting.tsx'
import { useQuery } from '../../use-query.ts'
import { AlsoOpen } from '../queue/AlsoOpen.tsx'
import { onReadAgain } from '../read-again.ts'
import { KIND_TONES, PRIORITY_TONES, SEVERITY_TONES } from '../tones.ts'
import { Act } from './Act.tsx'
import { CaseFacts } from './CaseFacts.tsx'
import { ClaimButton } from './ClaimButton.tsx'
import { ClockList } from './ClockList.tsx'
import { ClosingPanel } from './ClosingPanel.tsx'
import { ContactLog } from './ContactLog.tsx'
import { FollowUpList } from './FollowUpList.tsx'
import { LeftDrafts } from './LeftDrafts.tsx'
import { NextStep } from './NextStep.tsx'
import { OnPage } from './OnPage.tsx'
import styles from './page.module.css'
import { RelatedCases } from './RelatedCases.tsx'
import { StageBar } from './StageBar.tsx'
import { StageRecords } from './StageRecords.tsx'
import { Trail } from './Trail.tsx'
import { VersionPanel } from './VersionPanel.tsx'

/** S1-47: everything about one case on one screen, what has to be done next first. */
export function CasePage({ id }: { id: CaseId }) {
  const t = useT('cases')
  const { data: view, failure, reload } = useChangedCase(id)
  useShortcut({ id: 'cases.back', keys: 'alt+q', label: t('page.back'), group: t('title') }, () => go('cases'))
  if (failure && !view) return <FailureAlert failure={failure} onRetry={reload} />
  if (!view) return <Waiting />
  return (
    <OnPage view={view}>
      <Shown view={view} />
    </OnPage>
  )
}

function Shown({ view }: { view: CaseView }) {
  const t = useT('cases')
  return (
    <div className="page">
      <Head view={view} />
      <StageBar view={view} />
      <div className={styles.columns}>
        <div className={styles.main}>
          <NextStep key={view.id} view={view} />
          <LeftDrafts key={`left ${view.id}`} view={view} />
          <Section title={t('page.act')} level={2}>
            <Act key={view.id} view={view} />
          </Section>
          <OneByOne key={view.id}>
            <StageRecords view={view} />
            {slots.casePanels.map((Panel, place) => (
              <Panel
                // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes while the program runs
                key={place}
                caseId={view.id}
                lastSeq={view.lastSeq}
                state={view.state}
                kind={view.kind}
                isOpen={view.isOpen}
              />
            ))}
            <ClosingPanel view={view} />
            <VersionPanel view={view} />
            <Section title={t('page.trail')} level={2}>
              <Trail view={view} />
            </Section>
          </OneByOne>
        </div>
        <div className={styles.side} data-scrolls>
          <Section title={t('page.clocks')} level={2}>
            <ClockList view={view} />
          </Section>
          <RelatedCases key={view.id} view={view} />
          <CaseFacts view={view} />
          <Section title={t('page.contacts')} level={2}>
            <ContactLog view={view} />
          </Section>
          <Section title={t('page.followUps')} level={2}>
            {view.followUps.length === 0 ? (
              <p className={styles.none}>{t('page.noFollowUps')}</p>
            ) : (
              <FollowUpList followUps={view.followUps} />
            )}
          </Section>
        </div>
      </div>
    </div>
  )
}

/** Reads the case, and again when it has changed: reading it is written into the audit log, so nothing else makes it read. */
function useChangedCase(id: CaseId) {
  const pulse = useQuery('cases.pulse', { id }, { topics: ['cases', 'clocks'] })
  const shown = useQuery('cases.show', { id }, { clearOnChange: true })
  const { data, reload } = shown
  const beat = pulse.data && `${pulse.data.lastSeq} ${pulse.data.updatedAt}`
  const last = useRef(beat)
  useEffect(() => {
    if (last.current !== undefined && beat !== undefined && beat !== last.current) reload()
    last.current = beat ?? last.current
  }, [beat, reload])
  useEffect(() => onReadAgain(reload), [reload])
  return { data, reload, failure: shown.failure }
}

function Head({ view }: { view: CaseView }) {
  const t = useT('cases')
  const nameOf = useName()
  const { kind, priority, severity, tier, escalation } = view
  const level = escalation === 1 || escalation === 2 || escalation === 3 || escalation === 4 ? escalation : null
  return (
    <header className={styles.head}>
      <ActionIcon aria-label={t('page.back')} color="gray" onClick={() => go('cases')}>
        <IconArrowLeft size={17} />
      </ActionIcon>
      <h1 className={`num ${styles.number}`}>{view.number}</h1>
      <StateBadge tone={KIND_TONES[kind]} label={nameOf(CASE_KIND_NAMES[kind])} />
      <StateBadge tone={PRIORITY_TONES[priority]} label={nameOf(PRIORITY_NAMES[priority])} />
      <StateBadge tone={SEVERITY_TONES[severity]} label={nameOf(SEVERITY_NAMES[severity])} />
      {tier !== 'none' && <TierBadge tier={tier} />}
      {view.isRestricted && <StateBadge tone="warn" label={t('page.restricted')} />}
      {level && view.isOpen && <StateBadge tone="warn" label={t(`page.escalation.${level}`)} />}
      {view.round > 1 && <StateBadge tone="neutral" label={t('page.round', { round: view.round })} />}
      <AlsoOpen caseId={view.id} />
      <span className={styles.title} title={view.title}>
        {view.title}
      </span>
      <span className={styles.owner} title={view.ownerName ?? ''}>
        {t('columns.owner')}: <strong>{view.ownerName ?? '—'}</strong>
        {view.transfers > 0 && ` · ${t('page.transfers', { count: view.transfers })}`}
      </span>
      <ClaimButton of={view} />
    </header>
  )
}
