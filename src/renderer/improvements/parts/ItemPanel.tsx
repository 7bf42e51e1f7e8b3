import { Anchor, Button } from '@mantine/core'
import { useState } from 'react'
import type { ImprovementSheet } from '../../../shared/improvements/model.ts'
import {
  IMPROVEMENT_EVENT_NAMES,
  IMPROVEMENT_KIND_NAMES,
  IMPROVEMENT_SOURCE_NAMES,
  IMPROVEMENT_STATE_NAMES,
} from '../../../shared/improvements/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { DetailPanel, Facts, Section } from '../../ui/DetailPanel.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { dateTimeText, dayText } from '../../ui/formats.ts'
import { go } from '../../ui/navigation.ts'
import { Timeline } from '../../ui/Timeline.tsx'
import { useName } from '../../ui/use-name.ts'
import { useQuery } from '../../use-query.ts'
import { IMPROVEMENT_TONES } from '../tones.ts'
import { ChangeDialog } from './ChangeDialog.tsx'
import { CommentAct, NextActs } from './ItemActs.tsx'
import styles from './improvements.module.css'
import { Measures } from './Measures.tsx'
import { Trainees } from './Trainees.tsx'

/** One improvement: what was found, what is done about it, what came of it. */
export function ItemPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useT('improvements')
  const nameOf = useName()
  const [isChanging, setChanging] = useState(false)
  const { data: sheet, failure, reload } = useQuery('improvements.show', { id }, { topics: ['improvements'] })
  if (!sheet) return failure ? <FailureAlert failure={failure} onRetry={reload} /> : null
  const isDecided = sheet.state !== 'proposed' && !sheet.mayWork
  return (
    <DetailPanel
      title={sheet.title}
      label={t('detail', { number: sheet.number })}
      badges={
        <>
          <StateBadge tone={IMPROVEMENT_TONES[sheet.state]} label={nameOf(IMPROVEMENT_STATE_NAMES[sheet.state])} />
          {sheet.isOverdue && <StateBadge tone="bad" label={t('overdue')} />}
        </>
      }
      actions={
        !isDecided && (
          <Button variant="default" onClick={() => setChanging(true)}>
            {t('edit')}
          </Button>
        )
      }
      onClose={onClose}
    >
      <Section title={t('parts.finding')}>
        <p className={styles.text}>{sheet.finding}</p>
        <ItemFacts sheet={sheet} />
      </Section>
      {(sheet.mayDo.length > 0 || sheet.state === 'done') && (
        <Section title={t('parts.next')}>
          <NextActs sheet={sheet} />
        </Section>
      )}
      <Section title={t('parts.measures')}>
        <Measures sheet={sheet} />
      </Section>
      {(sheet.kind === 'training' || sheet.trainees.length > 0) && (
        <Section title={t('parts.trainees')}>
          <Trainees sheet={sheet} />
        </Section>
      )}
      {sheet.effect && (
        <Section title={t('parts.effect')}>
          <p className={styles.text}>
            {t('effectText', {
              ...sheet.effect,
              day: dayText(sheet.effect.day),
              name: sheet.verifiedByName ?? t('none'),
            })}
          </p>
        </Section>
      )}
      <Section title={t('parts.history')}>
        <CommentAct id={sheet.id} />
        <Timeline
          label={t('parts.history')}
          items={sheet.history.toReversed().map(({ seq, at, actorName, action, text }) => ({
            key: String(seq),
            at,
            title: nameOf(IMPROVEMENT_EVENT_NAMES[action]),
            by: actorName,
            body: text,
          }))}
        />
      </Section>
      {isChanging && <ChangeDialog sheet={sheet} onClose={() => setChanging(false)} />}
    </DetailPanel>
  )
}

function ItemFacts({ sheet }: { sheet: ImprovementSheet }) {
  const t = useT('improvements')
  const nameOf = useName()
  const { sourceKind, sourceId, sourceLabel, policyId } = sheet
  const source = nameOf(IMPROVEMENT_SOURCE_NAMES[sourceKind])
  const facts = [
    { label: t('columns.number'), value: <span className="num">{sheet.number}</span> },
    { label: t('fields.kind'), value: nameOf(IMPROVEMENT_KIND_NAMES[sheet.kind]) },
    { label: t('fields.owner'), value: sheet.ownerName ?? t('none') },
    { label: t('fields.due'), value: sheet.dueDay === null ? t('none') : dayText(sheet.dueDay) },
    {
      label: t('fields.source'),
      value:
        sourceKind === 'case' && sourceId !== null && sourceLabel !== null ? (
          <Anchor component="button" type="button" onClick={() => go('cases', { id: sourceId })}>
            {source} {sourceLabel}
          </Anchor>
        ) : (
          source
        ),
    },
    {
      label: t('fields.proposed'),
      value: t('fields.proposedBy', { name: sheet.proposedByName, time: dateTimeText(sheet.proposedAt) }),
    },
    ...(sheet.topic === null ? [] : [{ label: t('fields.topic'), value: sheet.topic }]),
    ...(policyId === null
      ? []
      : [
          {
            label: t('fields.policy'),
            value: (
              <Anchor component="button" type="button" onClick={() => go('policies', { id: policyId })}>
                {policyId}
              </Anchor>
            ),
          },
        ]),
  ]
  return <Facts facts={facts} />
}
