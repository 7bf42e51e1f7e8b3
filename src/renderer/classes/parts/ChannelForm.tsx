import { Select, Switch } from '@mantine/core'
import type { ChannelRow } from '../../../shared/classes/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { useClasses } from '../../ui/classes.ts'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { ClassForm, type RowProps } from './ClassForm.tsx'
import { HotlineRows } from './HotlineRows.tsx'
import { useClassForm } from './use-class-form.ts'

/** One channel: its group, its numbers and hours, and whether the customer is present. */
export function ChannelForm({ row: start, onSaved, ...rest }: RowProps<ChannelRow>) {
  const t = useT('classes')
  const nameOf = useName()
  const { lists } = useClasses()
  const save = useCommand('classes.saveChannel')
  const form = useClassForm(start, save.run, onSaved)
  const { row, change } = form
  const { mayEdit } = rest
  return (
    <ClassForm
      {...rest}
      form={form}
      save={save}
      addTitle={t('add.channels')}
      sectionTitle={t('tabs.channels')}
      codeHint={t('fields.plainCodeHint')}
      below={<HotlineRows value={row} mayEdit={mayEdit} errors={save.fieldErrors} onChange={change} />}
    >
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
    </ClassForm>
  )
}
