import { Button, NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { INDICATOR_TABLE } from '../../../shared/scorecards/indicators.ts'
import type { LeadMarks } from '../../../shared/scorecards/model.ts'
import { scoreOf } from '../../../shared/scorecards/rules.ts'
import type { CardView } from '../../../shared/scorecards/views.ts'
import { COUNTED, type CountedIndicator } from '../../../shared/scorecards/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { Facts } from '../../ui/DetailPanel.tsx'
import flow from '../../ui/flow.module.css'
import { dateTimeText } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { TextArea } from '../../ui/TextArea.tsx'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import styles from './scorecards.module.css'

/** S3-105 S3-101: what the superior says to each indicator; a form for the assessor, to read for others. */
export function LeadPart({ card, isAssessor }: { card: CardView; isAssessor: boolean }) {
  const t = useT('scorecards')
  const nameOf = useName()
  if (isAssessor && card.state === 'collecting') return <LeadForm card={card} />
  const { lead } = card
  if (!lead) return <p className={flow.faint}>{t('lead.none')}</p>
  const moved = COUNTED.flatMap((one) => {
    const given = lead.adjust[one]
    return given && given.points !== 0 ? [{ one, ...given }] : []
  })
  return (
    <>
      {card.leadAt !== null && (
        <p className={flow.faint}>
          {t('lead.by', { name: card.leadByName ?? '', time: dateTimeText(card.leadAt) })}
          {card.leadReason !== '' && ` · ${card.leadReason}`}
        </p>
      )}
      <Facts
        columns={1}
        facts={[
          ...moved.map(({ one, points, reason }) => ({
            label: nameOf(INDICATOR_TABLE[one].name),
            value: `${points > 0 ? '+' : ''}${points} · ${reason}`,
          })),
          ...(lead.teamwork
            ? [
                {
                  label: t('lead.teamwork'),
                  value: `${t('lead.cooperation')} ${lead.teamwork.cooperation} · ${t('lead.sharing')} ${lead.teamwork.sharing} · ${lead.teamwork.reason}`,
                },
              ]
            : []),
          ...(lead.knowledge
            ? [{ label: t('lead.knowledge'), value: `${lead.knowledge.score} · ${lead.knowledge.reason}` }]
            : []),
          { label: t('lead.comment'), value: <p className={flow.text}>{lead.comment || '—'}</p> },
        ]}
      />
    </>
  )
}

type Marks = {
  cooperation: number | ''
  sharing: number | ''
  teamReason: string
  score: number | ''
  scoreReason: string
}

function LeadForm({ card }: { card: CardView }) {
  const t = useT('scorecards')
  const nameOf = useName()
  const known = card.lead
  const [adjust, setAdjust] = useState<LeadMarks['adjust']>(known?.adjust ?? {})
  const [comment, setComment] = useState(known?.comment ?? '')
  const [marks, setMarks] = useState<Marks>({
    ...{ cooperation: known?.teamwork?.cooperation ?? '', sharing: known?.teamwork?.sharing ?? '' },
    ...{ teamReason: known?.teamwork?.reason ?? '', score: known?.knowledge?.score ?? '' },
    scoreReason: known?.knowledge?.reason ?? '',
  })
  const save = useCommand('scorecards.assess')
  const sampleOf = (one: string) => card.figures.find(({ indicator }) => indicator === one)?.sample ?? 0
  const hasExam = sampleOf('knowledge') >= card.scheme.indicators.knowledge.minSample
  const send = async (give: boolean) => {
    const { cooperation, sharing, teamReason: reason, score, scoreReason } = marks
    const lead = {
      ...{ adjust, comment },
      teamwork: cooperation === '' || sharing === '' ? null : { cooperation, sharing, reason },
      knowledge: hasExam || score === '' ? null : { score, reason: scoreReason },
    }
    const answer = await save.run({ id: card.id, expectedSeq: card.seq, lead, give })
    if (answer.ok) tellDone(t(give ? 'lead.given' : 'lead.saved'))
  }
  const { indicators } = card.scheme
  const judged = COUNTED.filter((one) => indicators[one].weight > 0 && sampleOf(one) >= indicators[one].minSample)
  const points = (key: 'cooperation' | 'sharing' | 'score', label: string) => (
    <NumberInput
      label={label}
      min={0}
      max={100}
      allowDecimal={false}
      value={marks[key]}
      onChange={(value) => setMarks({ ...marks, [key]: typeof value === 'number' ? value : '' })}
    />
  )
  const reason = (key: 'teamReason' | 'scoreReason', label: string, field: string) => (
    <TextInput
      label={label}
      value={marks[key]}
      error={save.fieldErrors[field]}
      onChange={(event) => setMarks({ ...marks, [key]: event.currentTarget.value })}
    />
  )
  return (
    <fieldset className={record.form} aria-label={t('lead.title')}>
      {judged.map((one) => (
        <Adjust
          key={one}
          card={card}
          one={one}
          name={nameOf(INDICATOR_TABLE[one].name)}
          adjust={adjust}
          onChange={setAdjust}
        />
      ))}
      {points('cooperation', t('lead.cooperation'))}
      {points('sharing', t('lead.sharing'))}
      {reason('teamReason', t('lead.teamworkReason'), 'lead.teamwork.reason')}
      {!hasExam && points('score', t('lead.knowledge'))}
      {!hasExam && reason('scoreReason', t('lead.knowledgeReason'), 'lead.knowledge.reason')}
      <TextArea
        keep={{ kind: 'scorecards-lead-form-comment', subject: card.id }}
        className={record.wide ?? ''}
        label={t('lead.comment')}
        minRows={2}
        maxRows={8}
        value={comment}
        onChange={(event) => setComment(event.currentTarget.value)}
      />
      <div className={`${record.wide} ${record.buttons}`}>
        <Button variant="default" loading={save.isBusy} onClick={() => void send(false)}>
          {t('lead.save')}
        </Button>
        <Button loading={save.isBusy} onClick={() => void send(true)}>
          {t('lead.give')}
        </Button>
      </div>
    </fieldset>
  )
}

type AdjustProps = {
  card: CardView
  one: CountedIndicator
  name: string
  adjust: LeadMarks['adjust']
  onChange: (adjust: LeadMarks['adjust']) => void
}

/** A score by the numbers, and how far the superior moves it. */
function Adjust({ card, one, name, adjust, onChange }: AdjustProps) {
  const t = useT('scorecards')
  const { scheme, figures } = card
  const value = figures.find(({ indicator }) => indicator === one)?.value ?? null
  const score = value === null ? '—' : String(scoreOf(one, value, scheme.indicators[one]))
  const given = adjust[one] ?? { points: 0, reason: '' }
  return (
    <div className={`${record.wide} ${styles.score}`}>
      <span>
        {name}
        <span className={flow.faint}> {t('lead.adjustHint', { score, limit: scheme.maxAdjust })}</span>
      </span>
      <NumberInput
        aria-label={t('lead.adjust', { name })}
        min={-scheme.maxAdjust}
        max={scheme.maxAdjust}
        allowDecimal={false}
        value={given.points}
        onChange={(points) =>
          onChange({ ...adjust, [one]: { ...given, points: typeof points === 'number' ? points : 0 } })
        }
      />
      <TextInput
        aria-label={t('lead.reason', { name })}
        placeholder={t('changes.reason')}
        value={given.reason}
        onChange={(event) => onChange({ ...adjust, [one]: { ...given, reason: event.currentTarget.value } })}
      />
    </div>
  )
}
