import { Select, Switch } from '@mantine/core'
import { type FormEvent, useId, useState } from 'react'
import type { ChannelRow } from '../../../shared/classes/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { useClasses } from '../../ui/classes.ts'
import { DetailPanel, Section } from '../../ui/DetailPanel.tsx'
import flow from '../../ui/flow.module.css'
import { tellDone } from '../../ui/notify.ts'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { HotlineRows } from './HotlineRows.tsx'
import { NameFields } from './NameFields.tsx'
import { SaveActions } from './SaveActions.tsx'
import type { Arrange } from './use-arrange.ts'

type Props = {
  row: ChannelRow
  mayEdit: boolean
  arrange: Arrange
  onSaved: (code: string) => void
  onClose: () => void
}

/** One channel: its group, its numbers and hours, and whether the customer is present. */
export function ChannelForm({ row: start, mayEdit, arrange, onSaved, onClose }: Props) {
  const t = useT('classes')
  const nameOf = useName()
  const { lists } = useClasses()
  const [row, setRow] = useState(start)
  const save = useCommand('classes.saveChannel')
  const formId = useId()
  const isNew = start.code === ''
  const change = (part: Partial<ChannelRow>) => setRow({ ...row, ...part })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!(await save.run({ ...row, isNew })).ok) return
    tellDone(t('saved', { name: nameOf(row.name) }))
    onSaved(row.code)
  }
  const title = isNew ? t('add.channels') : nameOf(start.name)
  return (
    <DetailPanel
      title={title}
      label={title}
      actions={mayEdit && <SaveActions formId={formId} isBusy={save.isBusy} code={start.code} arrange={arrange} />}
      onClose={onClose}
    >
      <form id={formId} onSubmit={(event) => void submit(event)} noValidate>
        <Section title={t('tabs.channels')}>
          <div className={flow.stack}>
            <NameFields
              row={row}
              codeHint={t('fields.plainCodeHint')}
              errors={save.fieldErrors}
              mayEdit={mayEdit}
              onCode={isNew ? (code) => change({ code: code.trim() }) : undefined}
              onChange={change}
            />
            <Select
              label={t('fields.group')}
              allowDeselect={false}
              readOnly={!mayEdit}
              data={lists.channelGroups.map(({ code, name }) => ({ value: code, label: nameOf(name) }))}
              value={row.groupCode}
              error={save.fieldErrors.groupCode}
              onChange={(groupCode) => groupCode && change({ groupCode })}
            />
            <Switch
              label={t('fields.isLive')}
              checked={row.isLive}
              disabled={!mayEdit}
              onChange={(event) => change({ isLive: event.currentTarget.checked })}
            />
          </div>
        </Section>
        <HotlineRows value={row} mayEdit={mayEdit} errors={save.fieldErrors} onChange={change} />
      </form>
    </DetailPanel>
  )
}
