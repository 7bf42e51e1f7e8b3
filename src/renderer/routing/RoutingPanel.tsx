import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { RoutingView } from '../../shared/routing/contract.ts'
import {
  COMPLEXITY_NAMES,
  MERIT_NAMES,
  OBSTACLE_NAMES,
  ROUTE_CAUSE_NAMES,
  ROUTE_OUTCOME_NAMES,
} from '../../shared/routing/words.ts'
import { useT } from '../i18n/use-t.ts'
import { StateBadge } from '../ui/badges.tsx'
import { CasePanel } from '../ui/CasePanel.tsx'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { dateTimeText } from '../ui/formats.ts'
import record from '../ui/record.module.css'
import type { CasePanelProps } from '../ui/slots.ts'
import { useName } from '../ui/use-name.ts'
import { useCommand } from '../use-command.ts'
import { useQuery } from '../use-query.ts'
import { CorrectForm } from './parts/CorrectForm.tsx'
import { Notice } from './parts/Notice.tsx'
import { ProposalView } from './parts/ProposalView.tsx'
import styles from './parts/routing.module.css'
import { TellForm } from './parts/TellForm.tsx'

/** Why a complaint has its class and its owner, and who was told about it (S4-129, S5-12, S5-17). */
export function RoutingPanel({ caseId, lastSeq, kind }: CasePanelProps) {
  const t = useT('routing')
  const nameOf = useName()
  const isComplaint = kind === 'complaint'
  const options = { topics: ['cases', 'users'], clearOnChange: true, enabled: isComplaint } as const
  const classing = useQuery('classing.show', { id: caseId }, options)
  const routing = useQuery('routing.show', { id: caseId }, options)
  const route = useCommand('routing.route')
  const [isCorrecting, correcting] = useDisclosure(false)
  const [isTelling, telling] = useDisclosure(false)
  if (!isComplaint) return null
  const { proposal = null, mayCorrect = false, category = '' } = classing.data ?? {}
  const { routings = [], notices = [], mayRoute = false } = routing.data ?? {}
  const [last] = routings
  return (
    <CasePanel
      title={t('panel')}
      summary={last ? `${nameOf(ROUTE_OUTCOME_NAMES[last.outcome])} ${last.toName ?? ''}` : t('summaryNone')}
      isEmpty={routings.length === 0 && notices.length === 0}
      actions={
        mayCorrect && (
          <>
            <Button size="compact-xs" variant="subtle" onClick={correcting.toggle}>
              {t('correct')}
            </Button>
            <Button size="compact-xs" variant="subtle" onClick={telling.toggle}>
              {t('tell')}
            </Button>
            {mayRoute && (
              <Button
                size="compact-xs"
                variant="subtle"
                loading={route.isBusy}
                onClick={() => void route.run({ id: caseId, expectedSeq: lastSeq })}
              >
                {t('route')}
              </Button>
            )}
          </>
        )
      }
    >
      <FailureAlert failure={classing.failure ?? routing.failure} onRetry={routing.reload} />
      {proposal && <ProposalView proposal={proposal} settled={category} />}
      {classing.data?.correctedAt && (
        <div className={record.faint}>
          {t('correctedBy', {
            name: classing.data.correctedByName ?? '',
            time: dateTimeText(classing.data.correctedAt),
          })}
        </div>
      )}
      {isCorrecting && mayCorrect && (
        <CorrectForm caseId={caseId} lastSeq={lastSeq} category={category} onDone={correcting.close} />
      )}
      {last && <Decision routing={last} />}
      {isTelling && mayCorrect && <TellForm caseId={caseId} lastSeq={lastSeq} onDone={telling.close} />}
      {notices.length > 0 && (
        <ul className={record.list} aria-label={t('notices')}>
          {notices.map((notice) => (
            <li key={notice.id}>
              <Notice notice={notice} />
            </li>
          ))}
        </ul>
      )}
    </CasePanel>
  )
}

/** As many people as explain a choice. */
const SHOWN = 5

function Decision({ routing }: { routing: RoutingView }) {
  const t = useT('routing')
  const nameOf = useName()
  const { cause, outcome, complexities, candidates, at, toName } = routing
  return (
    <section aria-label={t('why')}>
      <div className={record.part}>{t('why')}</div>
      <div className={record.line}>
        <StateBadge tone={outcome === 'nobody' ? 'bad' : 'info'} label={nameOf(ROUTE_OUTCOME_NAMES[outcome])} />
        {toName && <strong>{toName}</strong>}
        <span className={record.faint}>
          {nameOf(ROUTE_CAUSE_NAMES[cause])} · {dateTimeText(at)}
        </span>
      </div>
      {complexities.length > 0 && (
        <div>
          {t('complexBecause', { reasons: complexities.map((one) => nameOf(COMPLEXITY_NAMES[one])).join('、') })}
        </div>
      )}
      <ul className={record.list}>
        {candidates.slice(0, SHOWN).map(({ id, name, points, merits, obstacles }) => (
          <li key={id} className={styles.people}>
            <span>{name}</span>
            <span className={record.faint}>{t('points', { count: points })}</span>
            <span className={record.faint}>
              {obstacles.length > 0
                ? obstacles.map((one) => nameOf(OBSTACLE_NAMES[one])).join('、')
                : merits
                    .map(
                      (one) =>
                        `${nameOf(MERIT_NAMES[one.merit])}${one.amount === null ? '' : ` ${one.amount}`} ${one.points > 0 ? '+' : ''}${one.points}`,
                    )
                    .join('、')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
