import { TextInput } from '@mantine/core'
import { RING_TIERS } from '../../../shared/settings/contract.ts'
import { useT } from '../../i18n/use-t.ts'
import { TextArea } from '../../ui/TextArea.tsx'
import type { PartProps } from '../Page.tsx'
import { Part } from './Part.tsx'
import styles from './settings.module.css'

/** The standard greeting in both languages, with a sample of how it will read (S3-49). */
export function Greeting({ value, onChange, errors }: PartProps) {
  const t = useT('settings')
  const ui = useT('ui')
  const sample = (language: 'zh-CN' | 'en') =>
    value.greeting[language]
      .replaceAll('{title}', t(`greeting.titles.${language}`))
      .replaceAll('{name}', t(`greeting.names.${language}`))
  const address = (tier: (typeof RING_TIERS)[number], language: 'zh-CN' | 'en', text: string) => {
    const { [tier]: old = { 'zh-CN': '', en: '' }, ...others } = value.addressByTier
    const next = { ...old, [language]: text }
    // Two empty fields are no form of address at all.
    const isEmpty = next['zh-CN'] === '' && next.en === ''
    onChange({ addressByTier: isEmpty ? others : { ...others, [tier]: next } })
  }
  const change = (language: 'zh-CN' | 'en', text: string) =>
    onChange({ greeting: { ...value.greeting, [language]: text } })
  return (
    <Part title={t('greeting.title')} hint={t('greeting.hint')}>
      <div className={styles.column}>
        {(['zh-CN', 'en'] as const).map((language) => (
          <TextArea
            key={language}
            label={t(language === 'en' ? 'greeting.en' : 'greeting.zh')}
            value={value.greeting[language]}
            onChange={(event) => change(language, event.currentTarget.value)}
            error={errors[`greeting.${language}`]}
            description={t('greeting.preview', { text: sample(language) })}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            lang={language}
            maxLength={300}
            minRows={2}
            required
          />
        ))}
        {RING_TIERS.map((tier) => (
          <div key={tier} className={styles.row}>
            {(['zh-CN', 'en'] as const).map((language) => (
              <TextInput
                key={language}
                label={t('greeting.address', {
                  tier: ui(`tiers.${tier}`),
                  language: t(`greeting.languages.${language}`),
                })}
                placeholder={language === 'en' ? '{title}' : t('greeting.addressSample')}
                lang={language}
                maxLength={60}
                value={value.addressByTier[tier]?.[language] ?? ''}
                onChange={(event) => address(tier, language, event.currentTarget.value)}
                error={errors[`addressByTier.${tier}.${language}`]}
              />
            ))}
          </div>
        ))}
      </div>
    </Part>
  )
}
