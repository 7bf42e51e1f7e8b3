import { Button, Select, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Department } from '../../../shared/cases/words.ts'
import type { UserId } from '../../../shared/ids.ts'
import type { LiabilityView } from '../../../shared/liability/model.ts'
import { MEASURE_KIND_NAMES, MEASURE_KINDS, type MeasureKind } from '../../../shared/liability/words.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { useT } from '../../i18n/use-t.ts'
import { useStaleWhile } from '../../ui/case-on-page.ts'
import { useClasses } from '../../ui/classes.ts'
import { MomentField } from '../../ui/MomentField.tsx'
import { tellDone } from '../../ui/notify.ts'
import { PersonField } from '../../ui/PersonField.tsx'
import styles from '../../ui/record.module.css'
import { TextArea } from '../../ui/TextArea.tsx'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'

/** Records what follows from a finding. */
export function MeasureForm({ view, onClose }: { view: LiabilityView; onClose: () => void }) {
  const t = useT('liability')
  const u = useT('ui')
  const nameOf = useName()
  const { offeredDeskNames } = useClasses()
  const [kind, setKind] = useState<MeasureKind>('rectification')
  const [text, setText] = useState('')
  const [department, setDepartment] = useState<Department | null>(null)
  const [person, setPerson] = useState('')
  const [responsibleId, setResponsible] = useState<UserId | null>(null)
  const [dueAt, setDueAt] = useState<number | null>(null)
  const measure = useCommand('liability.measure')
  const stale = useStaleWhile(text !== '')
  const isRectification = kind === 'rectification'
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (stale.isHeld) return
    const plan = isRectification ? { responsibleId, dueAt } : {}
    const said = { kind, text, department, person, ...plan }
    const { ok } = await measure.run({ id: view.caseId, ...said, expectedSeq: view.lastSeq })
    if (!ok) return
    tellDone(t('said.measure'))
    onClose()
  }
  return (
    <form className={styles.form} aria-label={t('actions.measure')} onSubmit={(event) => void save(event)}>
      <Select
        label={t('fields.kind')}
        allowDeselect={false}
        value={kind}
        data={choicesOf(MEASURE_KIND_NAMES, nameOf)}
        onChange={(value) => setKind(MEASURE_KINDS.find((one) => one === value) ?? 'rectification')}
      />
      <Select
        label={t('fields.department')}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': u('actions.clear') }}
        value={department}
        data={choicesOf(offeredDeskNames, nameOf)}
        onChange={setDepartment}
      />
      <TextInput label={t('fields.person')} value={person} onChange={(event) => setPerson(event.currentTarget.value)} />
      {isRectification && (
        <>
          <PersonField
            label={t('fields.responsible')}
            clearable
            clearButtonProps={{ 'aria-label': u('actions.clear') }}
            value={responsibleId}
            onChange={setResponsible}
          />
          <MomentField label={t('fields.dueAt')} withAsterisk value={dueAt} onChange={setDueAt} />
        </>
      )}
      <TextArea
        keep={{ kind: 'liability-measure-form-text', subject: view.caseId }}
        onRestored={stale.onRestored}
        className={styles.wide ?? ''}
        withAsterisk
        minRows={2}
        label={t('fields.text')}
        value={text}
        error={measure.fieldErrors.text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {stale.isHeld && <div className={styles.wide}>{stale.notice(onClose)}</div>}
      <KeepLines kind="liability-measure-lines" subject={view.caseId} onRestored={stale.onRestored} />
      <div className={`${styles.wide} ${styles.buttons}`}>
        <Button variant="default" onClick={onClose}>
          {u('actions.cancel')}
        </Button>
        <Button type="submit" loading={measure.isBusy} disabled={text.trim() === '' || stale.isHeld}>
          {u('actions.save')}
        </Button>
      </div>
    </form>
  )
}
