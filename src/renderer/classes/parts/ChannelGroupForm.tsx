import { Select } from '@mantine/core'
import { CHANNEL_GROUP_NAMES, CHANNEL_GROUPS } from '../../../shared/cases/words.ts'
import type { ChannelGroupRow } from '../../../shared/classes/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { ClassForm, type RowProps } from './ClassForm.tsx'
import { useClassForm } from './use-class-form.ts'

/** One group of channels and what it means. */
export function ChannelGroupForm({ row: start, onSaved, ...rest }: RowProps<ChannelGroupRow>) {
  const t = useT('classes')
  const nameOf = useName()
  const save = useCommand('classes.saveChannelGroup')
  const form = useClassForm(start, save.run, onSaved)
  const { row, change } = form
  return (
    <ClassForm
      {...rest}
      form={form}
      save={save}
      addTitle={t('add.channelGroups')}
      sectionTitle={t('columns.group')}
      codeHint={t('fields.plainCodeHint')}
    >
      <Select
        label={t('fields.meaning')}
        description={t('fields.meaningHint')}
        allowDeselect={false}
        readOnly={!rest.mayEdit}
        data={choicesOf(CHANNEL_GROUP_NAMES, nameOf)}
        value={row.meaning}
        onChange={(value) => change({ meaning: CHANNEL_GROUPS.find((one) => one === value) ?? row.meaning })}
      />
    </ClassForm>
  )
}
