import { Checkbox, Select } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { MOOD_NAMES, MOODS } from '../../../shared/cases/moods.ts'
import { useT } from '../../i18n/use-t.ts'
import { useClasses } from '../../ui/classes.ts'
import { TextArea } from '../../ui/TextArea.tsx'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { ticksOf } from '../new-case-form.ts'
import type { FormPart } from './form-part.ts'
import styles from './new-case.module.css'

/** `asked` is another object each time the form is asked for: its key leads to the first field again. */
type Props = FormPart & { asked: object }

/** What happened, why, and what the customer wants (S1-25, S2-24..26, S3-61), with the words that were said on the spot. */
export function MatterFields({ form, set, errors, asked }: Props) {
  const t = useT('cases')
  const nameOf = useName()
  const { offered } = useClasses()
  const { kind } = form
  const first = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (asked) first.current?.focus()
  }, [asked])
  return (
    <>
      {kind === 'service' && (
        <Select
          label={t('form.serviceType')}
          withAsterisk
          searchable
          data={offered.serviceTypes.map(({ code, name }) => ({ value: code, label: nameOf(name) }))}
          value={form.serviceType}
          error={errors.serviceType}
          onChange={(serviceType) => set({ serviceType })}
        />
      )}
      <TextArea
        ref={first}
        label={t('form.content')}
        withAsterisk
        minRows={3}
        maxRows={10}
        maxLength={4000}
        value={form.content}
        error={errors.content}
        onChange={(event) => set({ content: event.currentTarget.value })}
      />
      {(kind === 'complaint' || kind === 'service') && (
        <TextArea
          label={t(kind === 'service' ? 'form.demandService' : 'form.demand')}
          withAsterisk
          minRows={2}
          maxLength={1000}
          value={form.demand}
          error={errors.demand}
          onChange={(event) => set({ demand: event.currentTarget.value })}
        />
      )}
      {kind === 'complaint' && (
        <TextArea
          label={t('form.reason')}
          minRows={1}
          maxLength={1000}
          value={form.reason}
          error={errors.reason}
          onChange={(event) => set({ reason: event.currentTarget.value })}
        />
      )}
      {kind === 'enquiry' && (
        <TextArea
          label={t('form.answer')}
          placeholder={t('form.answerHint')}
          minRows={2}
          maxLength={4000}
          value={form.answer}
          onChange={(event) => set({ answer: event.currentTarget.value })}
        />
      )}
      <Select
        label={t('form.mood')}
        placeholder={t('form.moodHint')}
        clearable
        data={choicesOf(MOOD_NAMES, nameOf)}
        value={form.mood}
        error={errors.mood}
        onChange={(value) => set({ mood: MOODS.find((one) => one === value) ?? null })}
      />
      <div className={styles.ticks}>
        {ticksOf(form).map((tick) => (
          <Checkbox
            key={tick}
            label={t(`form.${tick}`)}
            checked={form[tick]}
            error={errors[tick]}
            onChange={(event) => set({ [tick]: event.currentTarget.checked })}
          />
        ))}
      </div>
    </>
  )
}
