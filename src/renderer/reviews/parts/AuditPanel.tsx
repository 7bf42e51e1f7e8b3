import { Alert, Button } from '@mantine/core'
import type { AuditView } from '../../../shared/reviews/audits.ts'
import {
  ALWAYS_NAMES,
  AUDIT_STATE_NAMES,
  AUDIT_SUBJECT_NAMES,
  FINDING_GRADES,
  FINDING_NAMES,
} from '../../../shared/reviews/words.ts'
import { call } from '../../client.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { DetailPanel, Facts, Section } from '../../ui/DetailPanel.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import flow from '../../ui/flow.module.css'
import { countText, dateTimeText, dayText } from '../../ui/formats.ts'
import { go } from '../../ui/navigation.ts'
import { tellDone } from '../../ui/notify.ts'
import { TextAct } from '../../ui/TextAct.tsx'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import { AUDIT_TONES, GRADE_TONES } from '../words.ts'
import { AuditItems } from './AuditItems.tsx'
import { Redraw } from './Redraw.tsx'
import styles from './reviews.module.css'

/** One internal audit: its plan, its sample with the findings, and its conclusion. */
export function AuditPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useT('reviews')
  const nameOf = useName()
  const { data, failure, reload } = useQuery('reviews.audit', { id }, { topics: ['reviews'], clearOnChange: true })
  if (failure) return <FailureAlert failure={failure} onRetry={reload} />
  if (!data) return null
  const improve = () =>
    go('improvements', { source: 'audit', sourceId: id, title: t('auditImprovement', { title: data.title }) })
  return (
    <DetailPanel
      title={data.title}
      label={t('audit.detail', { title: data.title })}
      badges={<StateBadge tone={AUDIT_TONES[data.state]} label={nameOf(AUDIT_STATE_NAMES[data.state])} />}
      actions={
        <Button size="compact-sm" variant="default" onClick={improve}>
          {t('toImprovement')}
        </Button>
      }
      onClose={onClose}
    >
      <Section title={t('audit.sample')}>
        <Plan audit={data} />
      </Section>
      {data.state !== 'planned' && (
        <Section title={t('audit.found', { found: data.found, count: data.sampleSize })}>
          <Grades audit={data} />
          <AuditItems audit={data} />
        </Section>
      )}
      {data.state !== 'planned' && (
        <Section title={t('audit.conclusion')}>
          <Conclusion audit={data} />
        </Section>
      )}
    </DetailPanel>
  )
}

function Plan({ audit }: { audit: AuditView }) {
  const t = useT('reviews')
  const nameOf = useName()
  const userId = useSession((state) => state.user?.id)
  const draw = useCommand('reviews.drawAudit')
  const { rule, seed, population, drawnAt } = audit
  const size =
    rule.percent === null
      ? `${t('audit.count')} ${countText(rule.count ?? 0)}`
      : `${t('audit.percent')} ${rule.percent}`
  const submit = async () => {
    const drawn = await draw.run({ id: audit.id })
    if (drawn.ok) tellDone(t('audit.drawn', { count: drawn.value.sampleSize }))
  }
  return (
    <div className={flow.stack}>
      <Facts
        columns={2}
        facts={[
          { label: t('audit.subject'), value: nameOf(AUDIT_SUBJECT_NAMES[audit.subject]) },
          { label: t('audit.period'), value: `${dayText(audit.fromDay)} – ${dayText(audit.toDay)}` },
          { label: t('audit.auditor'), value: audit.auditorName },
          { label: t('audit.plannedDay'), value: dayText(audit.plannedDay) },
          { label: t(rule.by === 'agent' ? 'audit.byAgent' : 'audit.byAll'), value: size },
          { label: t('audit.always'), value: rule.always.map((one) => nameOf(ALWAYS_NAMES[one])).join('、') || '—' },
          ...(population === null || drawnAt === null
            ? []
            : [
                { label: t('audit.seed'), value: <span className="num">{seed}</span> },
                { label: t('audit.sample'), value: t('audit.size', { sample: audit.sampleSize, population }) },
              ]),
        ]}
      />
      {audit.state === 'planned' ? (
        <>
          <div className={styles.faint}>{t('audit.drawText')}</div>
          <Button
            className={flow.push ?? ''}
            loading={draw.isBusy}
            disabled={userId !== audit.auditorId}
            onClick={() => void submit()}
          >
            {t('audit.draw')}
          </Button>
        </>
      ) : (
        <>
          {drawnAt !== null && (
            <div className={styles.faint}>{t('audit.drawnAt', { time: dateTimeText(drawnAt) })}</div>
          )}
          <Redraw ask={() => call('reviews.redraw', { id: audit.id })} />
        </>
      )}
    </div>
  )
}

function Grades({ audit }: { audit: AuditView }) {
  const nameOf = useName()
  return (
    <div className={styles.line}>
      {FINDING_GRADES.map((grade) => (
        <StateBadge
          key={grade}
          tone={GRADE_TONES[grade]}
          label={`${nameOf(FINDING_NAMES[grade])} ${countText(audit.grades[grade])}`}
        />
      ))}
    </div>
  )
}

function Conclusion({ audit }: { audit: AuditView }) {
  const t = useT('reviews')
  const userId = useSession((state) => state.user?.id)
  const close = useCommand('reviews.closeAudit')
  const send = async (conclusion: string) => {
    const sent = await close.run({ id: audit.id, conclusion })
    if (sent.ok) tellDone(t('done'))
    return sent.ok
  }
  if (audit.closedAt !== null)
    return (
      <div className={flow.stack}>
        <p className={flow.text}>{audit.conclusion}</p>
        <div className={styles.faint}>{t('audit.closedAt', { time: dateTimeText(audit.closedAt) })}</div>
      </div>
    )
  if (userId !== audit.auditorId) return <Alert color="gray">{audit.auditorName}</Alert>
  return (
    <TextAct
      keep={{ kind: 'reviews-conclusion-conclusion', subject: audit.id }}
      label={t('audit.conclusion')}
      isReady={audit.found === audit.sampleSize}
      buttons={[{ label: t('audit.close'), onSend: send, isBusy: close.isBusy, isMain: true }]}
    />
  )
}
