import { Button, TextInput, Tooltip } from '@mantine/core'
import { TYPED_VARIABLES, VARIABLE_NAMES, VARIABLES, type Variable } from '../../../shared/messages/variables.ts'
import { useT } from '../../i18n/use-t.ts'
import record from '../../ui/record.module.css'
import { TextArea } from '../../ui/TextArea.tsx'
import { useName } from '../../ui/use-name.ts'
import type { FormPart } from './EditorPanel.tsx'
import styles from './knowledge.module.css'

const TYPED: readonly Variable[] = TYPED_VARIABLES
/** What the store itself can fill in. */
const FILLED = VARIABLES.filter((name) => !TYPED.includes(name))

/** Title and text in both languages; what is filled in later is put in by pressing its name. */
export function TextFields({ form, set, errors }: FormPart) {
  const t = useT('knowledge')
  const nameOf = useName()
  const { title, body } = form
  const insert = (name: Variable) => {
    const mark = `{{${name}}}`
    set({ body: { zh: `${body.zh}${mark}`, en: body.en ? `${body.en}${mark}` : '' } })
  }
  return (
    <>
      <TextInput
        className={record.wide ?? ''}
        label={t('edit.titleZh')}
        withAsterisk
        maxLength={120}
        value={title.zh}
        error={errors['title.zh']}
        onChange={(event) => set({ title: { ...title, zh: event.currentTarget.value } })}
      />
      <TextInput
        className={record.wide ?? ''}
        label={t('edit.titleEn')}
        maxLength={120}
        value={title.en}
        error={errors['title.en']}
        onChange={(event) => set({ title: { ...title, en: event.currentTarget.value } })}
      />
      <TextArea
        keep={{ kind: 'knowledge-article', subject: 'body.zh' }}
        className={record.wide ?? ''}
        label={t('edit.bodyZh')}
        withAsterisk
        minRows={4}
        maxRows={16}
        maxLength={8000}
        value={body.zh}
        error={errors['body.zh']}
        onChange={(event) => set({ body: { ...body, zh: event.currentTarget.value } })}
      />
      <TextArea
        keep={{ kind: 'knowledge-article', subject: 'body.en' }}
        className={record.wide ?? ''}
        label={t('edit.bodyEn')}
        minRows={2}
        maxRows={16}
        maxLength={8000}
        value={body.en}
        error={errors['body.en']}
        onChange={(event) => set({ body: { ...body, en: event.currentTarget.value } })}
      />
      <fieldset className={`${record.wide} ${styles.plain}`} aria-label={t('edit.variables')}>
        <div className={record.faint}>{t('edit.variables')}</div>
        <div className={styles.line}>
          {FILLED.map((name) => (
            <Tooltip key={name} label={`{{${name}}}`}>
              <Button
                size="compact-xs"
                variant="default"
                aria-label={t('edit.insert', { name: nameOf(VARIABLE_NAMES[name]) })}
                onClick={() => insert(name)}
              >
                {nameOf(VARIABLE_NAMES[name])}
              </Button>
            </Tooltip>
          ))}
        </div>
      </fieldset>
    </>
  )
}
