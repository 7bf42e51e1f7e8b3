import { ActionIcon, Button, Text, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useT } from '../../i18n/use-t.ts'
import type { PartProps } from '../Page.tsx'
import { Part } from './Part.tsx'
import styles from './settings.module.css'

const MOST = 20

/** The hotline numbers that agents see (S1-14). */
export function Hotlines({ value, onChange, errors }: PartProps) {
  const t = useT('settings')
  const { hotlines } = value
  const replace = (index: number, change: Partial<(typeof hotlines)[number]>) =>
    onChange({ hotlines: hotlines.map((line, place) => (place === index ? { ...line, ...change } : line)) })
  return (
    <Part title={t('hotlines.title')} hint={t('hotlines.hint')}>
      <div className={styles.column}>
        {hotlines.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('hotlines.empty')}
          </Text>
        )}
        {hotlines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name of its own while it is being typed
          <div key={index} className={styles.line}>
            <TextInput
              aria-label={t('hotlines.label')}
              placeholder={t('hotlines.label')}
              value={line.label}
              onChange={(event) => replace(index, { label: event.currentTarget.value })}
              error={errors[`hotlines.${index}.label`]}
              maxLength={60}
            />
            <TextInput
              aria-label={t('hotlines.number')}
              placeholder={t('hotlines.number')}
              value={line.number}
              onChange={(event) => replace(index, { number: event.currentTarget.value })}
              error={errors[`hotlines.${index}.number`]}
              maxLength={30}
            />
            <ActionIcon
              color="gray"
              aria-label={t('hotlines.remove', { label: line.label })}
              onClick={() => onChange({ hotlines: hotlines.filter((_, place) => place !== index) })}
            >
              <IconTrash size={16} />
            </ActionIcon>
          </div>
        ))}
        <div>
          <Button
            variant="default"
            leftSection={<IconPlus size={14} />}
            disabled={hotlines.length >= MOST}
            onClick={() => onChange({ hotlines: [...hotlines, { label: '', number: '' }] })}
          >
            {t('hotlines.add')}
          </Button>
        </div>
      </div>
    </Part>
  )
}
