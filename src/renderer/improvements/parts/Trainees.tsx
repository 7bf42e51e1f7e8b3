import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import type { UserId } from '../../../shared/ids.ts'
import type { ImprovementSheet } from '../../../shared/improvements/model.ts'
import { useT } from '../../i18n/use-t.ts'
import flow from '../../ui/flow.module.css'
import { dayText, today } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import { PeopleField } from '../../ui/PeopleField.tsx'
import record from '../../ui/record.module.css'
import { useCommand } from '../../use-command.ts'
import styles from './improvements.module.css'

/** Who is to be trained, ticked off person by person (S1-61, S4-142). */
export function Trainees({ sheet }: { sheet: ImprovementSheet }) {
  const t = useT('improvements')
  const trained = useCommand('improvements.trained')
  return (
    <>
      {sheet.trainees.length === 0 && <div className={record.faint}>{t('trainee.none')}</div>}
      <ul className={record.list}>
        {sheet.trainees.map(({ userId, name, trainedDay }) => (
          <li key={userId} className={record.line}>
            <Checkbox
              aria-label={t('trainee.trained', { name })}
              label={name}
              checked={trainedDay !== null}
              disabled={!sheet.mayWork || trained.isBusy}
              onChange={(event) =>
                void trained.run({ id: sheet.id, userId, day: event.currentTarget.checked ? today() : null })
              }
            />
            <span className={record.faint}>
              {trainedDay === null ? t('trainee.waiting') : t('trainee.day', { day: dayText(trainedDay) })}
            </span>
          </li>
        ))}
      </ul>
      {sheet.mayWork && <AddPeople id={sheet.id} />}
    </>
  )
}

function AddPeople({ id }: { id: string }) {
  const t = useT('improvements')
  const [people, setPeople] = useState<UserId[]>([])
  const add = useCommand('improvements.addTrainees')
  const save = async () => {
    const done = await add.run({ id, people })
    if (!done.ok) return
    setPeople([])
    tellDone(t('saved'))
  }
  return (
    <div className={flow.stack}>
      <PeopleField label={t('fields.trainees')} value={people} onChange={setPeople} />
      <Button
        className={styles.push ?? ''}
        variant="default"
        loading={add.isBusy}
        disabled={people.length === 0}
        onClick={() => void save()}
      >
        {t('trainee.add')}
      </Button>
    </div>
  )
}
