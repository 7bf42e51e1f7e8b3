import { Button, Popover, Select, Stack } from '@mantine/core'
import { IconFilter } from '@tabler/icons-react'
import { CONTENT_CLASS_NAMES } from '../../../shared/cases/axes.ts'
import { DEPARTMENT_NAMES, OBJECT_NAMES, SEVERITY_NAMES, TIME_CLASS_NAMES } from '../../../shared/cases/words.ts'
import type { Bilingual } from '../../../shared/contract.ts'
import { MEMBER_TIER_NAMES } from '../../../shared/tiers/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { NO_MORE, type QueueView, useQueueView } from '../store.ts'
import { choices, useName } from '../use-name.ts'

const TABLES: Record<keyof QueueView['more'], Readonly<Record<string, Bilingual>>> = {
  contentClass: CONTENT_CLASS_NAMES,
  severity: SEVERITY_NAMES,
  objectClass: OBJECT_NAMES,
  department: DEPARTMENT_NAMES,
  timeClass: TIME_CLASS_NAMES,
  tier: MEMBER_TIER_NAMES,
}

const FIELDS = Object.keys(TABLES) as (keyof QueueView['more'])[]

/** S2-17: the five axes and the tier, each narrowing what is shown. */
export function MoreFilters() {
  const t = useT('cases')
  const u = useT('ui')
  const nameOf = useName()
  const { more, set } = useQueueView()
  const used = FIELDS.filter((field) => more[field] !== null).length
  const labelOf = (field: keyof QueueView['more']) => (field === 'tier' ? t('columns.tier') : t(`axes.${field}`))
  return (
    <Popover position="bottom-start" withArrow trapFocus shadow="md">
      <Popover.Target>
        <Button variant={used > 0 ? 'light' : 'default'} leftSection={<IconFilter size={14} />}>
          {t('queue.more')}
          {used > 0 && ` · ${used}`}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs" w={240}>
          {FIELDS.map((field) => (
            <Select
              key={field}
              label={labelOf(field)}
              placeholder={t('queue.anything')}
              clearable
              comboboxProps={{ withinPortal: false }}
              data={choices(TABLES[field], nameOf)}
              value={more[field]}
              onChange={(value) => set({ more: { ...more, [field]: value } })}
            />
          ))}
          <Button variant="subtle" disabled={used === 0} onClick={() => set({ more: NO_MORE })}>
            {u('actions.clear')}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
