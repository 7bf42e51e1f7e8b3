import { Button } from '@mantine/core'
import { useState } from 'react'
import type { UserId } from '../../../shared/ids.ts'
import type { StandardResult, StandardView } from '../../../shared/standards/contract.ts'
import type { Day } from '../../../shared/time.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { DayField } from '../../ui/fields.tsx'
import { dayText, today } from '../../ui/formats.ts'
import { PersonField } from '../../ui/PersonField.tsx'
import record from '../../ui/record.module.css'
import { TextAct } from '../../ui/TextAct.tsx'
import { useCommand } from '../../use-command.ts'
import styles from './standards.module.css'

type Props = { row: StandardView; mayKeep: boolean }

/** What was measured, newest first; a missed target shows what is done about it (S4-152). */
export function Results({ row, mayKeep }: Props) {
  const t = useT('standards')
  const { due, results, unit } = row
  return (
    <>
      {due && <div className={styles.late}>{t('dueText', { from: dayText(due.fromDay), to: dayText(due.toDay) })}</div>}
      {results.length === 0 && <div className={record.faint}>{t('noResults')}</div>}
      <ol className={record.list} aria-label={t('parts.results')}>
        {results.map((result) => (
          <li key={result.id}>
            <div className={record.line}>
              <strong>{t('figureText', { value: result.value, unit })}</strong>
              <StateBadge tone={result.isMet ? 'good' : 'bad'} label={t(result.isMet ? 'met' : 'notMet')} />
              <span className={`${record.push} ${record.faint}`}>
                {dayText(result.fromDay)} – {dayText(result.toDay)}
              </span>
            </div>
            <div className={record.faint}>
              {result.note} · {result.recordedByName}
            </div>
            {!result.isMet && <Correction result={result} mayKeep={mayKeep} />}
          </li>
        ))}
      </ol>
    </>
  )
}

function Correction({ result, mayKeep }: { result: StandardResult; mayKeep: boolean }) {
  const t = useT('standards')
  const [isOpen, setOpen] = useState(false)
  const { correction, correctionByName, correctionDue, outcome, outcomeDay } = result
  if (correction === null)
    return mayKeep ? (
      isOpen ? (
        <CorrectForm resultId={result.id} />
      ) : (
        <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
          {t('acts.correct')}
        </Button>
      )
    ) : null
  return (
    <>
      <div className={record.text}>
        {t('correctionText', { text: correction, name: correctionByName ?? '', day: dayText(correctionDue ?? '') })}
      </div>
      {outcome === null ? (
        <OutcomeForm resultId={result.id} />
      ) : (
        <div className={record.text}>{t('outcomeText', { text: outcome, day: dayText(outcomeDay ?? '') })}</div>
      )}
    </>
  )
}

function CorrectForm({ resultId }: { resultId: string }) {
  const t = useT('standards')
  const [personId, setPerson] = useState<UserId | null>(null)
  const [dueDay, setDue] = useState<Day | null>(null)
  const correct = useCommand('standards.correct')
  const send = async (text: string) => {
    if (personId === null || dueDay === null) return false
    return (await correct.run({ resultId, text, personId, dueDay })).ok
  }
  return (
    <TextAct
      keep={{ kind: 'standards-correct-form-correction', subject: resultId }}
      label={t('fields.correction')}
      isReady={personId !== null && dueDay !== null}
      buttons={[{ label: t('acts.correct'), onSend: send, isBusy: correct.isBusy, isMain: true }]}
    >
      <PersonField required label={t('fields.person')} value={personId} onChange={setPerson} />
      <DayField required label={t('fields.dueDay')} value={dueDay} onChange={setDue} />
    </TextAct>
  )
}

function OutcomeForm({ resultId }: { resultId: string }) {
  const t = useT('standards')
  const corrected = useCommand('standards.corrected')
  const send = async (outcome: string) => (await corrected.run({ resultId, outcome, doneDay: today() })).ok
  return (
    <TextAct
      keep={{ kind: 'standards-outcome-form-outcome', subject: resultId }}
      label={t('fields.outcome')}
      buttons={[{ label: t('acts.corrected'), onSend: send, isBusy: corrected.isBusy, isMain: true }]}
    />
  )
}
