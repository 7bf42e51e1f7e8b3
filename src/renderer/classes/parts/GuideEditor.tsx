import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { CategoryRow } from '../../../shared/classes/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { Section } from '../../ui/DetailPanel.tsx'
import flow from '../../ui/flow.module.css'
import styles from '../classes.module.css'

type Guide = CategoryRow['guide']
type Props = {
  guide: Guide
  mayEdit: boolean
  errors: Record<string, string>
  onChange: (guide: Guide) => void
}

const MOST = 20

/** S5-43 S5-44: the steps of a scenario, in order. */
export function GuideEditor({ guide, mayEdit, errors, onChange }: Props) {
  const t = useT('classes')
  const set = (place: number, part: Partial<Guide[number]>) =>
    onChange(guide.map((step, i) => (i === place ? { ...step, ...part } : step)))
  return (
    <Section
      title={t('guide.title')}
      actions={
        mayEdit && (
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconPlus size={13} />}
            disabled={guide.length >= MOST}
            onClick={() => onChange([...guide, { zh: '', en: '' }])}
          >
            {t('guide.add')}
          </Button>
        )
      }
    >
      <div className={flow.stack}>
        <p className={flow.faint}>{t('guide.hint')}</p>
        {guide.map((step, place) => {
          const number = place + 1
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a step is what stands at its place
            <div key={place} className={styles.row}>
              <TextInput
                className={styles.grow ?? ''}
                aria-label={t('guide.step', { number })}
                placeholder={t('guide.step', { number })}
                maxLength={200}
                value={step.zh}
                readOnly={!mayEdit}
                error={errors[`guide.${place}.zh`]}
                onChange={(event) => set(place, { zh: event.currentTarget.value })}
              />
              <TextInput
                className={styles.grow ?? ''}
                aria-label={t('guide.stepEn', { number })}
                placeholder={t('guide.stepEn', { number })}
                maxLength={300}
                value={step.en}
                readOnly={!mayEdit}
                error={errors[`guide.${place}.en`]}
                onChange={(event) => set(place, { en: event.currentTarget.value })}
              />
              {mayEdit && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('guide.remove', { number })}
                  onClick={() => onChange(guide.filter((_, i) => i !== place))}
                >
                  <IconTrash size={15} />
                </ActionIcon>
              )}
            </div>
          )
        })}
      </div>
    </Section>
  )
}
