import { Input, SegmentedControl, Stack, Text } from '@mantine/core'
import { CONTRASTS, TEXT_SIZES } from '../../../shared/settings/looks.ts'
import { useT } from '../../i18n/use-t.ts'
import { type PersonalProps, usePersonal } from './use-personal.ts'

/** Size of text in three steps, and high contrast: both at once, on every page. */
export function ComfortTab({ value }: PersonalProps) {
  const t = useT('personal')
  const { change } = usePersonal(value)
  return (
    <Stack gap="md" py="sm">
      <Input.Wrapper label={t('comfort.size')} labelElement="div">
        <SegmentedControl
          fullWidth
          aria-label={t('comfort.size')}
          value={value.textSize}
          onChange={(chosen) => {
            const textSize = TEXT_SIZES.find((one) => one === chosen)
            if (textSize) void change({ textSize })
          }}
          data={TEXT_SIZES.map((size) => ({ value: size, label: t(`comfort.sizes.${size}`) }))}
        />
      </Input.Wrapper>
      <Input.Wrapper label={t('comfort.contrast')} labelElement="div">
        <SegmentedControl
          fullWidth
          aria-label={t('comfort.contrast')}
          value={value.contrast}
          onChange={(chosen) => {
            const contrast = CONTRASTS.find((one) => one === chosen)
            if (contrast) void change({ contrast })
          }}
          data={CONTRASTS.map((one) => ({ value: one, label: t(`comfort.contrasts.${one}`) }))}
        />
      </Input.Wrapper>
      <Text size="sm" c="dimmed">
        {t('comfort.hint')}
      </Text>
    </Stack>
  )
}
