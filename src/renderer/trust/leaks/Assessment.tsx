import { Button, Checkbox, NumberInput, Select } from '@mantine/core'
import { useState } from 'react'
import type { UserId } from '../../../shared/ids.ts'
import { LEAK_GRADE_NAMES, LEAK_GRADES, type LeakGrade } from '../../../shared/trust/leak-words.ts'
import { useT } from '../../i18n/use-t.ts'
import { PersonField } from '../../ui/PersonField.tsx'
import record from '../../ui/record.module.css'
import { TextAct } from '../../ui/TextAct.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'

const NEW = { info: '', cause: '', harm: '' }
const WORDS = ['info', 'cause', 'harm'] as const

/** S3-136: how grave it is, what leaked, why, what may follow, how many it concerns and who answers for it. */
export function Assessment({ id, onDone }: { id: string; onDone: () => void }) {
  const t = useT('leaks')
  const nameOf = useName()
  const [grade, setGrade] = useState<LeakGrade>('serious')
  const [isPersonal, setPersonal] = useState(true)
  const [words, setWords] = useState(NEW)
  const [affected, setAffected] = useState<number | null>(null)
  const [responsibleId, setResponsible] = useState<UserId | null>(null)
  const assess = useCommand('leaks.assess')
  const dismiss = useCommand('leaks.dismiss')
  const isReady = WORDS.every((name) => words[name].trim() !== '') && affected !== null && responsibleId !== null
  const save = async () => {
    if (affected === null || responsibleId === null) return
    if ((await assess.run({ id, grade, isPersonal, ...words, affected, responsibleId })).ok) onDone()
  }
  const onDismiss = async (reason: string) => {
    const done = await dismiss.run({ id, reason })
    if (done.ok) onDone()
    return done.ok
  }
  return (
    <>
      <fieldset className={record.form} aria-label={t('acts.assess')}>
        <Select
          label={t('fields.grade')}
          data={choicesOf(LEAK_GRADE_NAMES, nameOf)}
          value={grade}
          allowDeselect={false}
          onChange={(value) => setGrade(LEAK_GRADES.find((one) => one === value) ?? 'serious')}
        />
        <NumberInput
          label={t('fields.affected')}
          min={0}
          max={100_000_000}
          allowDecimal={false}
          value={affected ?? ''}
          onChange={(value) => setAffected(typeof value === 'number' ? value : null)}
        />
        <PersonField label={t('fields.responsible')} value={responsibleId} onChange={setResponsible} />
        <Checkbox
          className={record.wide ?? ''}
          label={t('fields.isPersonal')}
          checked={isPersonal}
          onChange={(event) => setPersonal(event.currentTarget.checked)}
        />
        {WORDS.map((name) => (
          <TextArea
            keep={{ kind: 'trust-assessment', subject: `${id} ${name}` }}
            key={name}
            className={record.wide ?? ''}
            label={t(`fields.${name}`)}
            value={words[name]}
            onChange={(event) => setWords({ ...words, [name]: event.currentTarget.value })}
          />
        ))}
        <div className={`${record.wide} ${record.buttons}`}>
          <Button loading={assess.isBusy} disabled={!isReady} onClick={() => void save()}>
            {t('acts.assess')}
          </Button>
        </div>
      </fieldset>
      <TextAct
        keep={{ kind: 'trust-assessment-dismiss', subject: id }}
        label={t('fields.dismiss')}
        buttons={[{ label: t('acts.dismiss'), onSend: onDismiss, isBusy: dismiss.isBusy }]}
      />
    </>
  )
}
