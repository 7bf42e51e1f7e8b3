import { Anchor, Button } from '@mantine/core'
import { useState } from 'react'
import type { UserId } from '../../../shared/ids.ts'
import type { EvaluationFinding, EvaluationSheet } from '../../../shared/improvements/evaluations.ts'
import { IMPROVEMENT_STATE_NAMES } from '../../../shared/improvements/words.ts'
import type { Day } from '../../../shared/time.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { DayField } from '../../ui/fields.tsx'
import { dayText, today } from '../../ui/formats.ts'
import { go } from '../../ui/navigation.ts'
import { PersonField } from '../../ui/PersonField.tsx'
import record from '../../ui/record.module.css'
import { TextAct } from '../../ui/TextAct.tsx'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { IMPROVEMENT_TONES } from '../tones.ts'
import { ImproveDialog } from './ImproveDialog.tsx'
import styles from './improvements.module.css'

/** What an evaluation found wrong; each has its correction with person and date before it closes (S1-74). */
export function Findings({ sheet }: { sheet: EvaluationSheet }) {
  const t = useT('evaluations')
  const { run, isBusy } = useCommand('evaluations.addFinding')
  const onSend = async (text: string) => (await run({ id: sheet.id, text })).ok
  const isOpen = sheet.state === 'open'
  return (
    <>
      {sheet.list.length === 0 && <div className={record.faint}>{t('noFindings')}</div>}
      <ol className={record.list}>
        {sheet.list.map((finding) => (
          <li key={finding.id}>
            <Finding finding={finding} isOpen={isOpen} />
          </li>
        ))}
      </ol>
      {isOpen && (
        <TextAct
          keep={{ kind: 'improvements-findings-add-finding', subject: sheet.id }}
          label={t('fields.finding')}
          buttons={[{ label: t('addFinding'), onSend, isBusy }]}
        />
      )}
    </>
  )
}

function Finding({ finding, isOpen }: { finding: EvaluationFinding; isOpen: boolean }) {
  const t = useT('evaluations')
  const nameOf = useName()
  const [form, setForm] = useState<'correct' | 'corrected' | 'improve' | null>(null)
  const { correction, personName, dueDay, result, doneDay } = finding
  const isCorrected = correction !== null && personName !== null && dueDay !== null
  const close = () => setForm(null)
  return (
    <>
      <p className={styles.text}>{finding.text}</p>
      {isCorrected ? (
        <div className={record.faint}>
          {t('correctionLine', { correction, name: personName, day: dayText(dueDay) })}
        </div>
      ) : (
        <div className={styles.late}>{t('uncorrected')}</div>
      )}
      {result !== null && doneDay !== null && (
        <div className={record.faint}>{t('resultLine', { day: dayText(doneDay), result })}</div>
      )}
      {finding.improvements.map(({ id, number, title, state }) => (
        <div key={id} className={record.line}>
          <Anchor component="button" type="button" className="num" onClick={() => go('improvements', { id })}>
            {number}
          </Anchor>
          <span>{title}</span>
          <StateBadge tone={IMPROVEMENT_TONES[state]} label={nameOf(IMPROVEMENT_STATE_NAMES[state])} />
        </div>
      ))}
      <div className={record.actions}>
        {isOpen && (
          <Button size="compact-sm" variant="default" onClick={() => setForm('correct')}>
            {isCorrected ? t('changeCorrection') : t('correct')}
          </Button>
        )}
        {isOpen && (
          <Button size="compact-sm" variant="default" onClick={() => setForm('improve')}>
            {t('improve')}
          </Button>
        )}
        {isCorrected && doneDay === null && (
          <Button size="compact-sm" variant="default" onClick={() => setForm('corrected')}>
            {t('corrected')}
          </Button>
        )}
      </div>
      {form === 'correct' && <CorrectForm finding={finding} onDone={close} />}
      {form === 'corrected' && <CorrectedForm findingId={finding.id} onDone={close} />}
      {form === 'improve' && <ImproveDialog finding={finding} onClose={close} />}
    </>
  )
}

function CorrectForm({ finding, onDone }: { finding: EvaluationFinding; onDone: () => void }) {
  const t = useT('evaluations')
  const u = useT('ui')
  const [personId, setPerson] = useState<UserId | null>(finding.personId)
  const [dueDay, setDue] = useState<Day | null>(finding.dueDay)
  const { run, isBusy } = useCommand('evaluations.correct')
  const onSend = async (correction: string) => {
    if (personId === null || dueDay === null) return false
    const done = await run({ findingId: finding.id, correction, personId, dueDay })
    if (done.ok) onDone()
    return done.ok
  }
  return (
    <TextAct
      keep={{ kind: 'improvements-correct-form-correction', subject: finding.id }}
      label={t('fields.correction')}
      isReady={personId !== null && dueDay !== null}
      buttons={[{ label: u('actions.save'), onSend, isBusy, isMain: true }]}
    >
      <PersonField label={t('fields.person')} value={personId} onChange={setPerson} />
      <DayField label={t('fields.due')} value={dueDay} onChange={setDue} />
    </TextAct>
  )
}

function CorrectedForm({ findingId, onDone }: { findingId: string; onDone: () => void }) {
  const t = useT('evaluations')
  const u = useT('ui')
  const [doneDay, setDay] = useState<Day>(today())
  const { run, isBusy } = useCommand('evaluations.corrected')
  const onSend = async (result: string) => {
    const done = await run({ findingId, result, doneDay })
    if (done.ok) onDone()
    return done.ok
  }
  return (
    <TextAct
      keep={{ kind: 'improvements-corrected-form-save', subject: findingId }}
      label={t('fields.result')}
      buttons={[{ label: u('actions.save'), onSend, isBusy, isMain: true }]}
    >
      <DayField label={t('fields.doneDay')} value={doneDay} max={today()} onChange={(day) => setDay(day ?? doneDay)} />
    </TextAct>
  )
}
