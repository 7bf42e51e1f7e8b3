import { Button, Popover, Select, SimpleGrid } from '@mantine/core'
import { IconFilter } from '@tabler/icons-react'
import { CONTENT_CLASS_NAMES } from '../../../shared/cases/axes.ts'
import { OBJECT_NAMES, SEVERITY_NAMES, TIME_CLASS_NAMES } from '../../../shared/cases/words.ts'
import type { Bilingual } from '../../../shared/contract.ts'
import { MEMBER_TIER_NAMES } from '../../../shared/tiers/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { type ChoiceGroup, categoryChoices, channelChoices, useClasses } from '../../ui/classes.ts'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { NO_MORE, type QueueView, useQueueView } from '../store.ts'

type Field = keyof QueueView['more']

/** In the order of the form: the five axes, what and how it came, the tier. */
const FIELDS: readonly Field[] = [
  ...(['contentClass', 'severity', 'objectClass', 'department', 'timeClass'] as const),
  ...(['category', 'channelGroup', 'channel', 'tier'] as const),
]

type Choices = ChoiceGroup[] | ChoiceGroup['items']

function useChoices(): Readonly<Record<Field, Choices>> {
  const nameOf = useName()
  const classes = useClasses()
  const from = (table: Readonly<Record<string, Bilingual>>) => choicesOf(table, nameOf)
  return {
    contentClass: from(CONTENT_CLASS_NAMES),
    severity: from(SEVERITY_NAMES),
    objectClass: from(OBJECT_NAMES),
    department: from(classes.deskNames),
    timeClass: from(TIME_CLASS_NAMES),
    // What is not offered any more is still looked for among old cases.
    category: categoryChoices(classes.lists.categories, classes, nameOf),
    channelGroup: from(classes.channelGroupNames),
    channel: channelChoices(classes.lists.channels, classes, nameOf),
    tier: from(MEMBER_TIER_NAMES),
  }
}

/** S2-11 S2-17: the five axes, category, channel and tier, each narrowing what is shown. */
export function MoreFilters() {
  const t = useT('cases')
  const u = useT('ui')
  const k = useT('classes')
  const choicesOf = useChoices()
  const { more, set } = useQueueView()
  const used = FIELDS.filter((field) => more[field] !== null).length
  const labelOf = (field: Field) => {
    if (field === 'tier') return t('columns.tier')
    if (field === 'channelGroup') return k('columns.group')
    return field === 'category' || field === 'channel' ? t(`form.${field}`) : t(`axes.${field}`)
  }
  return (
    <Popover position="bottom-start" withArrow trapFocus shadow="md">
      <Popover.Target>
        <Button variant={used > 0 ? 'light' : 'default'} leftSection={<IconFilter size={14} />}>
          {t('queue.more')}
          {used > 0 && ` · ${used}`}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs" w={460}>
          {FIELDS.map((field) => (
            <Select
              key={field}
              label={labelOf(field)}
              placeholder={t('queue.anything')}
              clearable
              comboboxProps={{ withinPortal: false }}
              searchable={field === 'category' || field === 'channel'}
              data={choicesOf[field]}
              value={more[field]}
              onChange={(value) => set({ more: { ...more, [field]: value } })}
            />
          ))}
          <Button variant="subtle" disabled={used === 0} onClick={() => set({ more: NO_MORE })}>
            {u('actions.clear')}
          </Button>
        </SimpleGrid>
      </Popover.Dropdown>
    </Popover>
  )
}
