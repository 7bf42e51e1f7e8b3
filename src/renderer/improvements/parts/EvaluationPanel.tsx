import { EVALUATION_KIND_NAMES, EVALUATION_STATE_NAMES } from '../../../shared/improvements/evaluation-words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { DetailPanel, Section } from '../../ui/DetailPanel.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { dateTimeText, dayText } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { TextAct } from '../../ui/TextAct.tsx'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import { EVALUATION_TONES } from '../tones.ts'
import { EvaluationFigures } from './EvaluationFigures.tsx'
import { Findings } from './Findings.tsx'
import styles from './improvements.module.css'

/** One evaluation: what was examined, its figures, what it found and how that is put right. */
export function EvaluationPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useT('evaluations')
  const nameOf = useName()
  const { data: sheet, failure, reload } = useQuery('evaluations.show', { id }, { topics: ['improvements'] })
  if (!sheet) return failure ? <FailureAlert failure={failure} onRetry={reload} /> : null
  const period = t('period', { from: dayText(sheet.fromDay), to: dayText(sheet.toDay) })
  return (
    <DetailPanel
      title={`${nameOf(EVALUATION_KIND_NAMES[sheet.kind])} · ${period}`}
      label={t('detail', { period })}
      badges={<StateBadge tone={EVALUATION_TONES[sheet.state]} label={nameOf(EVALUATION_STATE_NAMES[sheet.state])} />}
      onClose={onClose}
    >
      <Section title={t('parts.examined')}>
        <p className={styles.text}>{sheet.examined}</p>
      </Section>
      <Section title={t('parts.figures')}>
        <EvaluationFigures sheet={sheet} />
      </Section>
      <Section title={t('parts.findings')}>
        <Findings sheet={sheet} />
      </Section>
      <Section title={t('parts.conclusion')}>
        {sheet.state === 'open' ? (
          <CloseAct id={id} />
        ) : (
          <>
            <p className={styles.text}>{sheet.conclusion}</p>
            <div className={record.faint}>
              {t('closedBy', {
                name: sheet.closedByName ?? '',
                time: sheet.closedAt === null ? '' : dateTimeText(sheet.closedAt),
              })}
            </div>
          </>
        )}
      </Section>
    </DetailPanel>
  )
}

function CloseAct({ id }: { id: string }) {
  const t = useT('evaluations')
  const i = useT('improvements')
  const { run, isBusy } = useCommand('evaluations.close')
  const onSend = async (conclusion: string) => {
    const done = await run({ id, conclusion })
    if (done.ok) tellDone(i('saved'))
    return done.ok
  }
  return (
    <TextAct
      keep={{ kind: 'improvements-close-act-close', subject: id }}
      label={t('fields.conclusion')}
      buttons={[{ label: t('close'), onSend, isBusy, isMain: true }]}
    />
  )
}
