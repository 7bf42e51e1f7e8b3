import { Select } from '@mantine/core'
import { useState } from 'react'
import type { CaseId } from '../../../shared/ids.ts'
import { useT } from '../../i18n/use-t.ts'
import { categoryChoices, useClasses } from '../../ui/classes.ts'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { TextAct } from '../../ui/TextAct.tsx'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'

type Props = { caseId: CaseId; lastSeq: number; category: string; onDone: () => void }

/** S5-13: another class, with the reason; department and place in the queue follow. */
export function CorrectForm({ caseId, lastSeq, category, onDone }: Props) {
  const t = useT('routing')
  const nameOf = useName()
  const classes = useClasses()
  const [chosen, setChosen] = useState<string | null>(null)
  const correct = useCommand('classing.correct')
  const send = async (reason: string) => {
    if (chosen === null) return false
    const done = await correct.run({ id: caseId, category: chosen, reason, expectedSeq: lastSeq })
    if (done.ok) {
      tellDone(t('saved'))
      onDone()
    }
    return done.ok
  }
  return (
    <TextAct
      isOnCase
      keep={{ kind: 'routing-correct-form-correct-reason', subject: caseId }}
      label={t('correctReason')}
      isReady={chosen !== null && chosen !== category}
      buttons={[{ label: t('correct'), onSend: send, isBusy: correct.isBusy, isMain: true }]}
    >
      <Select
        className={record.wide ?? ''}
        label={t('category')}
        searchable
        data={categoryChoices(classes.offered.categories, classes, nameOf)}
        value={chosen}
        onChange={setChosen}
      />
    </TextAct>
  )
}
