import { ActionIcon, Button, Checkbox, NumberInput, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { FormItem, ReviewForm } from '../../../shared/reviews/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import flow from '../../ui/flow.module.css'
import { tellDone } from '../../ui/notify.ts'
import { TextAct } from '../../ui/TextAct.tsx'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import styles from './reviews.module.css'

type Group = ReviewForm['groups'][number]

/** The code of a new item: the first that the form does not use. */
function freeCode(form: ReviewForm): string {
  const used = new Set(form.groups.flatMap(({ items }) => items.map(({ id }) => id)))
  for (let i = 1; ; i++) if (!used.has(`own${i}`)) return `own${i}`
}

/** S2-135: a manager changes weights, items and what is critical; published as the next version. */
export function FormEditor({ form, basedOn, onDone }: { form: ReviewForm; basedOn: number; onDone: () => void }) {
  const t = useT('reviews')
  const u = useT('ui')
  const [edited, setEdited] = useState(form)
  const save = useCommand('reviews.saveForm', { quiet: true })
  const setGroup = (id: string, change: Partial<Group>) =>
    setEdited({ ...edited, groups: edited.groups.map((group) => (group.id === id ? { ...group, ...change } : group)) })
  const publish = async (reason: string) => {
    const saved = await save.run({ form: edited, basedOn, reason })
    if (!saved.ok) return false
    tellDone(t('form.published', { version: saved.value.version }))
    onDone()
    return true
  }
  return (
    <div className={flow.stack}>
      <FailureAlert failure={save.failure} />
      {edited.groups.map((group) => (
        <GroupEditor
          key={group.id}
          group={group}
          onChange={(change) => setGroup(group.id, change)}
          newCode={() => freeCode(edited)}
        />
      ))}
      <TextAct
        keep={{ kind: 'reviews-form-editor-reason', subject: String(basedOn) }}
        label={t('form.reason')}
        buttons={[
          {
            label: u('actions.cancel'),
            onSend: async () => {
              onDone()
              return true
            },
            isBusy: false,
            isFree: true,
          },
          { label: t('form.publish'), onSend: publish, isBusy: save.isBusy, isMain: true },
        ]}
      />
    </div>
  )
}

type GroupProps = { group: Group; onChange: (change: Partial<Group>) => void; newCode: () => string }

function GroupEditor({ group, onChange, newCode }: GroupProps) {
  const t = useT('reviews')
  const nameOf = useName()
  const setItem = (id: string, change: Partial<FormItem>) =>
    onChange({ items: group.items.map((item) => (item.id === id ? { ...item, ...change } : item)) })
  const add = () => {
    const fresh = { name: { zh: '新评价项', en: 'New item' }, weight: 1, isCritical: false, allowsNa: true }
    onChange({ items: [...group.items, { id: newCode(), ...fresh, computed: null }] })
  }
  return (
    <section className={flow.stack} aria-label={nameOf(group.name)}>
      <div className={styles.line}>
        <h3 className={styles.groupHead}>{nameOf(group.name)}</h3>
        <NumberInput
          label={t('form.groupWeight')}
          aria-label={`${nameOf(group.name)} ${t('form.groupWeight')}`}
          w={130}
          min={1}
          max={1000}
          allowDecimal={false}
          value={group.weight}
          onChange={(value) => onChange({ weight: Math.max(1, Number(value) || 1) })}
        />
        <Button
          size="compact-sm"
          variant="subtle"
          className={flow.push ?? ''}
          leftSection={<IconPlus size={14} />}
          onClick={add}
        >
          {t('form.add')}
        </Button>
      </div>
      <table className={styles.formTable} aria-label={nameOf(group.name)}>
        <thead>
          <tr>
            {(['item', 'itemEn', 'weight', 'critical', 'allowsNa', 'source'] as const).map((name) => (
              <th key={name} scope="col">
                {t(`form.${name}`)}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {group.items.map((item) => (
            <ItemRow
              key={item.id}
              item={item}
              onChange={(change) => setItem(item.id, change)}
              onRemove={
                group.items.length === 1
                  ? null
                  : () => onChange({ items: group.items.filter(({ id }) => id !== item.id) })
              }
            />
          ))}
        </tbody>
      </table>
    </section>
  )
}

type ItemProps = { item: FormItem; onChange: (change: Partial<FormItem>) => void; onRemove: (() => void) | null }

function ItemRow({ item, onChange, onRemove }: ItemProps) {
  const t = useT('reviews')
  const nameOf = useName()
  const name = nameOf(item.name)
  const label = (field: 'item' | 'itemEn' | 'weight' | 'critical' | 'allowsNa') => `${name} · ${t(`form.${field}`)}`
  return (
    <tr>
      <td>
        <TextInput
          aria-label={label('item')}
          value={item.name.zh}
          onChange={(event) => onChange({ name: { ...item.name, zh: event.currentTarget.value } })}
        />
      </td>
      <td>
        <TextInput
          aria-label={label('itemEn')}
          value={item.name.en}
          onChange={(event) => onChange({ name: { ...item.name, en: event.currentTarget.value } })}
        />
      </td>
      <td>
        <NumberInput
          aria-label={label('weight')}
          w={76}
          min={1}
          max={1000}
          allowDecimal={false}
          value={item.weight}
          onChange={(value) => onChange({ weight: Math.max(1, Number(value) || 1) })}
        />
      </td>
      <td>
        <Checkbox
          aria-label={label('critical')}
          checked={item.isCritical}
          onChange={(event) => onChange({ isCritical: event.currentTarget.checked })}
        />
      </td>
      <td>
        <Checkbox
          aria-label={label('allowsNa')}
          checked={item.allowsNa}
          onChange={(event) => onChange({ allowsNa: event.currentTarget.checked })}
        />
      </td>
      <td>{t(item.computed === null ? 'form.reader' : 'computed')}</td>
      <td>
        {onRemove && (
          <ActionIcon variant="subtle" color="gray" aria-label={t('form.remove', { item: name })} onClick={onRemove}>
            <IconTrash size={15} />
          </ActionIcon>
        )}
      </td>
    </tr>
  )
}
