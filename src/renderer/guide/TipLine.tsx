import { Button } from '@mantine/core'
import { IconBulb } from '@tabler/icons-react'
import { nextTip } from '../../shared/guide/rules.ts'
import { useT } from '../i18n/use-t.ts'
import styles from './guide.module.css'
import { useGuide } from './use-guide.ts'

/** One tip below the first page's list, never over the work; the next one comes when it was read. */
export function TipLine() {
  const t = useT('guide')
  const { guide, change } = useGuide()
  if (!guide || guide.hidesTips) return null
  const tip = nextTip(guide.seenTips)
  if (tip === null) return null
  const seenTips = [...guide.seenTips, tip]
  const isLast = nextTip(seenTips) === null
  return (
    <section className={styles.tip} aria-label={t('tip')}>
      <IconBulb size={15} aria-hidden />
      <span role="status">{t(`tips.${tip}`)}</span>
      <Button size="compact-xs" variant="default" onClick={() => change({ seenTips }, isLast)}>
        {isLast ? t('last') : t('next')}
      </Button>
      <Button size="compact-xs" variant="subtle" onClick={() => change({ hidesTips: true }, true)}>
        {t('noTips')}
      </Button>
    </section>
  )
}
