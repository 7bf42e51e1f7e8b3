import { Select } from '@mantine/core'
import { useState } from 'react'
import type { CaseId, UserId } from '../../../shared/ids.ts'
import { useT } from '../../i18n/use-t.ts'
import { useClasses } from '../../ui/classes.ts'
import { tellDone } from '../../ui/notify.ts'
import { PersonField } from '../../ui/PersonField.tsx'
import { TextAct } from '../../ui/TextAct.tsx'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'

type Props = { caseId: CaseId; lastSeq: number; onDone: () => void }

/** S3-62 S4-129: names the department or person that must act, and tells them. */
export function TellForm({ caseId, lastSeq, onDone }: Props) {
  const t = useT('routing')
  const nameOf = useName()
  const { deskNames } = useClasses()
  const departments = choicesOf(deskNames, nameOf)
  const [department, setDepartment] = useState<(typeof departments)[number]['value'] | null>(null)
  const [personId, setPerson] = useState<UserId | null>(null)
  const tell = useCommand('routing.tell')
  const send = async (text: string) => {
    if (department === null) return false
    const done = await tell.run({ id: caseId, department, personId, text, expectedSeq: lastSeq })
    if (done.ok) {
      tellDone(t('saved'))
      onDone()
    }
    return done.ok
  }
  return (
    <TextAct
      isOnCase
      keep={{ kind: 'routing-tell-form-tell-text', subject: caseId }}
      label={t('tellText')}
      isReady={department !== null}
      buttons={[{ label: t('send'), onSend: send, isBusy: tell.isBusy, isMain: true }]}
    >
      <Select
        label={t('columns.department')}
        searchable
        data={departments}
        value={department}
        onChange={(value) => setDepartment(departments.find((one) => one.value === value)?.value ?? null)}
      />
      <PersonField label={t('tellWhom')} clearable value={personId} onChange={setPerson} />
    </TextAct>
  )
}
