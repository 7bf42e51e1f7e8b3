import { Textarea } from '@mantine/core'
import { useT } from '../../i18n/use-t.ts'
import type { PartProps } from '../Page.tsx'
import { Part } from './Part.tsx'
import styles from './settings.module.css'

/** The standard greeting in both languages, with a sample of how it will read (S3-49). */
export function Greeting({ value, onChange, errors }: PartProps) {
  const t = useT('settings')
  const sample = (language: 'zh-CN' | 'en') =>
    value.greeting[language]
      .replaceAll('{title}', t(`greeting.titles.${language}`))
      .replaceAll('{name}', t(`greeting.names.${language}`))
  const change = (language: 'zh-CN' | 'en', text: string) =>
    onChange({ greeting: { ...value.greeting, [language]: text } })
  return (
    <Part title={t('greeting.title')} hint={t('greeting.hint')}>
      <div className={styles.column}>
        {(['zh-CN', 'en'] as const).map((language) => (
          <Textarea
            key={language}
            label={t(language === 'en' ? 'greeting.en' : 'greeting.zh')}
            value={value.greeting[language]}
            onChange={(event) => change(language, event.currentTarget.value)}
            error={errors[`greeting.${language}`]}
            description={t('greeting.preview', { text: sample(language) })}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            lang={language}
            maxLength={300}
            autosize
            minRows={2}
            required
          />
        ))}
      </div>
    </Part>
  )
}
