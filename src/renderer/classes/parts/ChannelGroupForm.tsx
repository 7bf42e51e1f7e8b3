import { Select } from '@mantine/core'
import { type FormEvent, useId, useState } from 'react'
import { CHANNEL_GROUP_NAMES, CHANNEL_GROUPS } from '../../../shared/cases/words.ts'
import type { ChannelGroupRow } from '../../../shared/classes/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { DetailPanel, Section } from '../../ui/DetailPanel.tsx'
import flow from '../../ui/flow.module.css'
import { tellDone } from '../../ui/notify.ts'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { NameFields } from './NameFields.tsx'
import { SaveActions } from './SaveActions.tsx'
import type { Arrange } from './use-arrange.ts'

type Props = {
  row: ChannelGroupRow
  mayEdit: boolean
  arrange: Arrange
  onSaved: (code: string) => void
  onClose: () => void
}

/** One group of channels and what it means. */
export function ChannelGroupForm({ row: start, mayEdit, arrange, onSaved, onClose }: Props) {
  const t = useT('classes')
  const nameOf = useName()
  const [row, setRow] = useState(start)
  const save = useCommand('classes.saveChannelGroup')
  const formId = useId()
  const isNew = start.code === ''
  const change = (part: Partial<ChannelGroupRow>) => setRow({ ...row, ...part })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!(await save.run({ ...row, isNew })).ok) return
    tellDone(t('saved', { name: nameOf(row.name) }))
    onSaved(row.code)
  }
  const title = isNew ? t('add.channelGroups') : nameOf(start.name)
  return (
    <DetailPanel
      title={title}
      label={title}
      actions={mayEdit && <SaveActions formId={formId} isBusy={save.isBusy} code={start.code} arrange={arrange} />}
      onClose={onClose}
    >
      <form id={formId} onSubmit={(event) => void submit(event)} noValidate>
        <Section title={t('columns.group')}>
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
              label={t('fields.meaning')}
              description={t('fields.meaningHint')}
              allowDeselect={false}
              readOnly={!mayEdit}
              data={choicesOf(CHANNEL_GROUP_NAMES, nameOf)}
              value={row.meaning}
              onChange={(value) => change({ meaning: CHANNEL_GROUPS.find((one) => one === value) ?? row.meaning })}
            />
          </div>
        </Section>
      </form>
    </DetailPanel>
  )
}
