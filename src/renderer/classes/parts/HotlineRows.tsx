import { ActionIcon, Button, Select, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { Hotline } from '../../../shared/classes/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { useClasses } from '../../ui/classes.ts'
import { Section } from '../../ui/DetailPanel.tsx'
import flow from '../../ui/flow.module.css'
import { useName } from '../../ui/use-name.ts'
import styles from '../classes.module.css'

type Value = { hotlines: Hotline[]; calendarId: string | null }
type Props = {
  value: Value
  mayEdit: boolean
  errors: Record<string, string>
  onChange: (part: Partial<Value>) => void
}

const MOST = 6

/** S1-14: the numbers and mailboxes that customers reach it at, and its hours. */
export function HotlineRows({ value: { hotlines, calendarId }, mayEdit, errors, onChange }: Props) {
  const t = useT('classes')
  const nameOf = useName()
  const { calendars } = useClasses()
  const set = (place: number, part: Partial<Hotline>) =>
    onChange({ hotlines: hotlines.map((line, i) => (i === place ? { ...line, ...part } : line)) })
  return (
    <Section
      title={t('hotlines.title')}
      actions={
        mayEdit && (
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconPlus size={13} />}
            disabled={hotlines.length >= MOST}
            onClick={() => onChange({ hotlines: [...hotlines, { number: '', note: '' }] })}
          >
            {t('hotlines.add')}
          </Button>
        )
      }
    >
      <div className={flow.stack}>
        {hotlines.length === 0 && <p className={flow.faint}>{t('hotlines.empty')}</p>}
        {hotlines.map((line, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is what stands at its place
          <div key={place} className={styles.row}>
            <TextInput
              className={styles.grow ?? ''}
              aria-label={t('fields.number')}
              placeholder={t('fields.number')}
              maxLength={60}
              value={line.number}
              readOnly={!mayEdit}
              error={errors[`hotlines.${place}.number`]}
              onChange={(event) => set(place, { number: event.currentTarget.value })}
            />
            <TextInput
              className={styles.grow ?? ''}
              aria-label={t('fields.note')}
              placeholder={t('fields.note')}
              maxLength={40}
              value={line.note}
              readOnly={!mayEdit}
              onChange={(event) => set(place, { note: event.currentTarget.value })}
            />
            {mayEdit && (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('hotlines.remove', { number: line.number })}
                onClick={() => onChange({ hotlines: hotlines.filter((_, i) => i !== place) })}
              >
                <IconTrash size={15} />
              </ActionIcon>
            )}
          </div>
        ))}
        <Select
          label={t('fields.calendar')}
          clearable={mayEdit}
          readOnly={!mayEdit}
          placeholder={t('always')}
          data={calendars.map(({ id, name }) => ({ value: id, label: nameOf(name) }))}
          value={calendarId}
          error={errors.calendarId}
          onChange={(id) => onChange({ calendarId: id })}
        />
      </div>
    </Section>
  )
}
