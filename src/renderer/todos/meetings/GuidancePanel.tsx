import type { GuidanceView } from '../../../shared/meetings/guidance.ts'
import { GUIDANCE_KIND_NAMES } from '../../../shared/meetings/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { DetailPanel, Facts, Section } from '../../ui/DetailPanel.tsx'
import { dateTimeText, dayText } from '../../ui/formats.ts'
import { TextAct } from '../../ui/TextAct.tsx'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import styles from '../parts/todos.module.css'
import { StaffFacts } from './StaffFacts.tsx'

/** One assessment or coaching, and what the person says to it. */
export function GuidancePanel({ entry, onClose }: { entry: GuidanceView; onClose: () => void }) {
  const t = useT('meetings')
  const kind = useName()(GUIDANCE_KIND_NAMES[entry.kind])
  const read = useCommand('guidance.read')
  const isAssessment = entry.kind === 'assessment'
  const { userName: name, rating, nextDay, caseNumber, trainingTitle, seenAt } = entry
  const facts = [
    { label: t('guidance.fields.by'), value: entry.byName },
    { label: t('guidance.fields.day'), value: dayText(entry.day) },
    ...(rating === null ? [] : [{ label: t('guidance.fields.rating'), value: t('guidance.points', { rating }) }]),
    ...(entry.period === null ? [] : [{ label: t('guidance.fields.period'), value: entry.period }]),
    ...(nextDay === null ? [] : [{ label: t('guidance.fields.next'), value: dayText(nextDay) }]),
    ...(caseNumber === null ? [] : [{ label: t('guidance.fields.case'), value: caseNumber }]),
    ...(trainingTitle === null ? [] : [{ label: t('guidance.fields.training'), value: trainingTitle }]),
  ]
  return (
    <DetailPanel title={`${kind} · ${name}`} label={t('guidance.detail', { kind, name })} onClose={onClose}>
      <Section title={entry.topic}>
        <Facts facts={facts} columns={3} />
      </Section>
      {entry.figures && (
        <Section title={t('guidance.figures')}>
          <StaffFacts figures={entry.figures} />
        </Section>
      )}
      <Section title={t(isAssessment ? 'guidance.fields.judgement' : 'guidance.fields.text')}>
        <p className={styles.text}>{entry.text}</p>
      </Section>
      <Section title={t(isAssessment ? 'guidance.fields.advice' : 'guidance.fields.agreed')}>
        <p className={styles.text}>{entry.advice || '—'}</p>
      </Section>
      <Section title={t('guidance.fields.reply')}>
        {seenAt === null ? (
          <div className={styles.faint}>{t('guidance.unseen')}</div>
        ) : (
          <>
            <p className={styles.text}>{entry.reply || '—'}</p>
            <div className={styles.faint}>{t('guidance.seen', { time: dateTimeText(seenAt) })}</div>
          </>
        )}
        {entry.mayRead && (
          <TextAct
            keep={{ kind: 'todos-guidance-panel-reply', subject: entry.id }}
            label={t('guidance.fields.reply')}
            buttons={[
              {
                label: t('guidance.read'),
                onSend: async (reply) => (await read.run({ id: entry.id, reply })).ok,
                isBusy: read.isBusy,
                isMain: true,
                isFree: true,
              },
            ]}
          />
        )}
      </Section>
    </DetailPanel>
  )
}
