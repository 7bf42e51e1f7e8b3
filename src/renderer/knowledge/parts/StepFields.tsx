import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import type { ArticleStep } from '../../../shared/knowledge/model.ts'
import { useT } from '../../i18n/use-t.ts'
import record from '../../ui/record.module.css'
import type { FormPart } from './EditorPanel.tsx'
import styles from './knowledge.module.css'

const EMPTY: ArticleStep = { zh: '', en: '', call: { zh: '', en: '' } }

/** The numbered steps of an emergency card, each with whom to call. */
export function StepFields({ form, set, errors }: FormPart) {
  const t = useT('knowledge')
  const steps = form.steps ?? []
  const change = (place: number, part: Partial<ArticleStep>) =>
    set({ steps: steps.map((step, i) => (i === place ? { ...step, ...part } : step)) })
  return (
    <fieldset className={`${record.wide} ${styles.plain} ${styles.tight}`} aria-label={t('edit.steps')}>
      <div className={record.part}>{t('edit.steps')}</div>
      {steps.map((step, place) => {
        const no = place + 1
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is known by its number
          <div key={place} className={styles.step}>
            <TextInput
              label={t('edit.stepZh', { no })}
              value={step.zh}
              maxLength={400}
              error={errors[`steps.${place}.zh`]}
              onChange={(event) => change(place, { zh: event.currentTarget.value })}
            />
            <TextInput
              label={t('edit.callZh', { no })}
              value={step.call.zh}
              maxLength={120}
              onChange={(event) => change(place, { call: { ...step.call, zh: event.currentTarget.value } })}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('edit.removeStep', { no })}
              onClick={() => set({ steps: steps.filter((_, i) => i !== place) })}
            >
              <IconTrash size={15} />
            </ActionIcon>
            <TextInput
              label={t('edit.stepEn', { no })}
              value={step.en}
              maxLength={400}
              onChange={(event) => change(place, { en: event.currentTarget.value })}
            />
            <TextInput
              label={t('edit.callEn', { no })}
              value={step.call.en}
              maxLength={120}
              onChange={(event) => change(place, { call: { ...step.call, en: event.currentTarget.value } })}
            />
          </div>
        )
      })}
      <Button variant="default" onClick={() => set({ steps: [...steps, EMPTY] })}>
        {t('edit.addStep')}
      </Button>
    </fieldset>
  )
}
