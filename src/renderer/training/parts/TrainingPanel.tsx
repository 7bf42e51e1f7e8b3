import { Anchor, Button, Select } from '@mantine/core'
import { useState } from 'react'
import type { EffectFigures, TrainingView } from '../../../shared/training/model.ts'
import {
  EFFECT_NAMES,
  REPEAT_NAMES,
  TEACHER_NAMES,
  TOPIC_TABLE,
  TRAINING_KIND_NAMES,
  TRAINING_WAY_NAMES,
  type TrainingEffect,
} from '../../../shared/training/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { DetailPanel, Facts, Section } from '../../ui/DetailPanel.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import flow from '../../ui/flow.module.css'
import { dateTimeText, dayText } from '../../ui/formats.ts'
import { go } from '../../ui/navigation.ts'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { TextAct } from '../../ui/TextAct.tsx'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { Money } from '../../ui/values.tsx'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import { EFFECT_TONES } from '../tones.ts'
import { Materials } from './Materials.tsx'
import { Sessions } from './Sessions.tsx'
import { TrainingForm } from './TrainingForm.tsx'

/** One training: what is planned, its sessions with everybody's results, and what it was worth. */
export function TrainingPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useT('training')
  const nameOf = useName()
  const [isEditing, setEditing] = useState(false)
  const { data, failure, reload } = useQuery('training.show', { id }, { topics: ['training'], clearOnChange: true })
  if (failure) return <FailureAlert failure={failure} onRetry={reload} />
  if (!data) return null
  const back = () => setEditing(false)
  if (isEditing) return <TrainingForm year={data.year} known={data} onDone={back} onClose={back} />
  return (
    <DetailPanel
      title={data.title}
      label={t('detail', { title: data.title })}
      badges={
        data.effect === null ? null : (
          <StateBadge tone={EFFECT_TONES[data.effect]} label={nameOf(EFFECT_NAMES[data.effect])} />
        )
      }
      actions={
        <Button size="compact-sm" variant="default" onClick={() => setEditing(true)}>
          {t('edit')}
        </Button>
      }
      onClose={onClose}
    >
      <Section title={t('facts')}>
        <Planned view={data} />
      </Section>
      <Section title={t('sessions')}>
        {data.list.length === 0 ? <div className={record.faint}>{t('noSessions')}</div> : <Sessions view={data} />}
      </Section>
      <Section title={t('materials.title')}>
        <Materials trainingId={data.id} mayChange />
      </Section>
      <Section title={t('effect.title')}>
        <Effect view={data} />
      </Section>
    </DetailPanel>
  )
}

function Planned({ view }: { view: TrainingView }) {
  const t = useT('training')
  const nameOf = useName()
  const { schedule, passMark } = view
  return (
    <div className={flow.stack}>
      <Facts
        facts={[
          { label: t('fields.kind'), value: nameOf(TRAINING_KIND_NAMES[view.kind]) },
          { label: t('fields.topics'), value: view.topics.map((topic) => nameOf(TOPIC_TABLE[topic])).join('、') },
          { label: t('fields.way'), value: nameOf(TRAINING_WAY_NAMES[view.way]) },
          { label: nameOf(TEACHER_NAMES[view.way]), value: view.teacher },
          {
            label: t('fields.schedule'),
            value: `${dayText(schedule.firstDay)} · ${nameOf(REPEAT_NAMES[schedule.repeat])} × ${schedule.times}`,
          },
          { label: t('fields.place'), value: view.place || '—' },
          { label: t('fields.responsible'), value: view.responsibleName },
          { label: t('columns.budget'), value: <Money fen={view.budgetFen} /> },
          {
            label: t('fields.examined'),
            value: passMark === null ? t('fields.noExam') : t('fields.passAt', { mark: passMark }),
          },
        ]}
      />
      <Facts
        columns={1}
        facts={[
          { label: t('fields.goal'), value: view.goal },
          { label: t('fields.content'), value: <p className={flow.text}>{view.content}</p> },
        ]}
      />
      {view.studies.map(({ id, title }) => (
        <Anchor
          key={id}
          component="button"
          type="button"
          onClick={() => go('reviews', { tab: 'studies', studyId: id })}
        >
          {title}
        </Anchor>
      ))}
    </div>
  )
}

function Figures({ figures }: { figures: EffectFigures }) {
  const t = useT('training')
  const text = (value: number | null) => (value === null ? '—' : value.toFixed(1))
  return (
    <Facts
      columns={3}
      facts={[
        { label: t('effect.invited'), value: `${figures.invited} / ${figures.attended}` },
        { label: t('effect.passed'), value: `${figures.passed} / ${figures.examined}` },
        { label: t('effect.average'), value: text(figures.averageScore) },
        { label: t('effect.before'), value: text(figures.qualityBefore) },
        { label: t('effect.after'), value: text(figures.qualityAfter) },
        {
          label: t('effect.points'),
          value: `${text(figures.pointsBefore)} → ${text(figures.pointsAfter)}`,
        },
      ]}
    />
  )
}

function Effect({ view }: { view: TrainingView }) {
  const t = useT('training')
  const nameOf = useName()
  const [effect, setEffect] = useState<TrainingEffect>(view.effect ?? 'effective')
  const assess = useCommand('training.assess')
  const send = async (text: string) => {
    const sent = await assess.run({ id: view.id, effect, text })
    if (sent.ok) tellDone(t('saved'))
    return sent.ok
  }
  return (
    <div className={flow.stack}>
      <div className={record.faint}>{t('effect.now')}</div>
      <Figures figures={view.figures} />
      {view.assessedAt !== null && (
        <>
          <p className={flow.text}>{view.effectText}</p>
          <div className={record.faint}>
            {t('effect.by', { name: view.assessedByName ?? '', time: dateTimeText(view.assessedAt) })}
          </div>
          {view.effectFigures && (
            <details>
              <summary className={record.faint}>{t('effect.atAssessment')}</summary>
              <Figures figures={view.effectFigures} />
            </details>
          )}
        </>
      )}
      {view.attended > 0 && (
        <TextAct
          keep={{ kind: 'training-effect-save', subject: view.id }}
          label={t('effect.text')}
          buttons={[{ label: t('effect.save'), onSend: send, isBusy: assess.isBusy }]}
        >
          <Select
            label={t('effect.verdict')}
            data={choicesOf(EFFECT_NAMES, nameOf)}
            value={effect}
            allowDeselect={false}
            onChange={(value) => value && setEffect(value)}
          />
        </TextAct>
      )}
    </div>
  )
}
