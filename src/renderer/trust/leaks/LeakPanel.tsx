import {
  LEAK_GRADE_NAMES,
  LEAK_STATE_NAMES,
  LEAK_STEP_NAMES,
  LEAK_WAY_NAMES,
} from '../../../shared/trust/leak-words.ts'
import type { LeakView } from '../../../shared/trust/leaks.ts'
import { failureText } from '../../failure-text.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { DetailPanel, Facts, Section } from '../../ui/DetailPanel.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { dateTimeText } from '../../ui/formats.ts'
import record from '../../ui/record.module.css'
import { TextAct } from '../../ui/TextAct.tsx'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import styles from '../parts/trust.module.css'
import { LEAK_TONES } from '../tones.ts'
import { Assessment } from './Assessment.tsx'
import { Concerned } from './Concerned.tsx'
import { Measures } from './Measures.tsx'
import { Notices } from './Notices.tsx'

/** One report: what was found out about it, what was done, whom it concerns, and what still keeps it open. */
export function LeakPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useT('leaks')
  const nameOf = useName()
  const { data, failure, reload } = useQuery('leaks.show', { id }, { clearOnChange: true })
  if (!data) return <FailureAlert failure={failure} />
  const isOver = data.state === 'closed' || data.state === 'unfounded'
  const parts = { leak: data, isOver, onDone: reload }
  return (
    <DetailPanel
      title={data.number}
      label={t('detail', { number: data.number })}
      badges={<StateBadge tone={LEAK_TONES[data.state]} label={nameOf(LEAK_STATE_NAMES[data.state])} />}
      onClose={onClose}
    >
      <Section title={t('parts.report')}>
        <p className={styles.text}>{data.what}</p>
        <div className={record.faint}>{nameOf(LEAK_WAY_NAMES[data.way])}</div>
        <div className={record.faint}>
          {t('foundBy', {
            name: data.reportedByName,
            at: dateTimeText(data.reportedAt),
            found: dateTimeText(data.foundAt),
          })}
        </div>
      </Section>
      <Section title={t('parts.assessment')}>
        {data.state === 'reported' ? <Assessment id={id} onDone={reload} /> : <Assessed leak={data} />}
      </Section>
      {data.grade !== null && (
        <>
          <Section title={t('parts.containment')}>
            <Containment {...parts} />
          </Section>
          <Section title={t('parts.notices')}>
            <Notices {...parts} />
          </Section>
          <Concerned {...parts} />
          <Section title={t('parts.measures')}>
            <Measures {...parts} />
          </Section>
          {!isOver && (
            <Section title={t('parts.closing')}>
              <Closing {...parts} />
            </Section>
          )}
        </>
      )}
      <Section title={t('parts.log')}>
        <ul className={record.list} aria-label={t('parts.log')}>
          {data.log.map((step) => (
            <li key={`${step.at} ${step.step} ${step.text}`}>
              <div className={record.line}>
                {nameOf(LEAK_STEP_NAMES[step.step])}
                <span className={record.push}>{`${step.byName} ${dateTimeText(step.at)}`}</span>
              </div>
            </li>
          ))}
        </ul>
      </Section>
    </DetailPanel>
  )
}

/** What every part of the panel is told. */
export type LeakPart = { leak: LeakView; isOver: boolean; onDone: () => void }

function Assessed({ leak }: { leak: LeakView }) {
  const t = useT('leaks')
  const nameOf = useName()
  const { grade, info, cause, harm, affected, responsibleName, log } = leak
  if (grade === null) return <p className={styles.text}>{log.find(({ step }) => step === 'unfounded')?.text ?? ''}</p>
  return (
    <Facts
      facts={[
        { label: t('fields.grade'), value: nameOf(LEAK_GRADE_NAMES[grade]) },
        { label: t('fields.affected'), value: affected ?? 0 },
        { label: t('fields.info'), value: info },
        { label: t('fields.responsible'), value: responsibleName },
        { label: t('fields.cause'), value: cause },
        { label: t('fields.harm'), value: harm },
      ]}
      columns={2}
    />
  )
}

function Containment({ leak, onDone }: LeakPart) {
  const t = useT('leaks')
  const contain = useCommand('leaks.contain')
  if (leak.containedAt !== null)
    return (
      <>
        <p className={styles.text}>{leak.containment}</p>
        <div className={record.faint}>{t('containedAt', { at: dateTimeText(leak.containedAt) })}</div>
      </>
    )
  const onSend = async (text: string) => {
    const done = await contain.run({ id: leak.id, text })
    if (done.ok) onDone()
    return done.ok
  }
  return (
    <TextAct
      keep={{ kind: 'trust-containment-contain', subject: leak.id }}
      label={t('fields.contain')}
      buttons={[{ label: t('acts.contain'), onSend, isBusy: contain.isBusy }]}
    />
  )
}

function Closing({ leak, onDone }: LeakPart) {
  const t = useT('leaks')
  const close = useCommand('leaks.close')
  if (leak.missing !== null) {
    const why = failureText({ code: 'RULE', rule: leak.missing, params: leak.missingParams })
    return <StateBadge tone="warn" label={t('missing', { why })} />
  }
  const onSend = async (text: string) => {
    const done = await close.run({ id: leak.id, text })
    if (done.ok) onDone()
    return done.ok
  }
  return (
    <TextAct
      keep={{ kind: 'trust-closing-close', subject: leak.id }}
      label={t('fields.close')}
      buttons={[{ label: t('acts.close'), onSend, isBusy: close.isBusy, isMain: true }]}
    />
  )
}
