import { IconPlaneTilt } from '@tabler/icons-react'
import type { FormEvent, ReactNode } from 'react'
import { useT } from '../i18n/use-t.ts'
import { LanguageSwitch, SchemeSwitch } from '../ui/Switches.tsx'
import styles from './Door.module.css'
import { useSession } from './store.ts'

type Props = {
  title: string
  text?: string
  /** Which of the three steps of making a desk this is. */
  step?: 1 | 2 | 3
  /** Makes the card a form. */
  onSubmit?: () => void
  children: ReactNode
  /** Below the card. */
  below?: ReactNode
}

/** The frame of every screen before the desk: product, store, one card. */
export function Door({ title, text, step, onSubmit, children, below }: Props) {
  const t = useT('session')
  const ui = useT('ui')
  const status = useSession((state) => state.status)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit?.()
  }
  return (
    <div className={styles.door}>
      <header className={styles.top}>
        {status?.demo && <strong className={styles.demo}>{ui('demo')}</strong>}
        <span className={styles.spring} />
        <LanguageSwitch />
        <SchemeSwitch className={styles.scheme ?? ''} />
      </header>
      <main className={styles.middle}>
        <div className={styles.brand}>
          <span className={styles.mark}>
            <IconPlaneTilt size={22} stroke={1.8} aria-hidden />
          </span>
          <div>
            <div className={styles.product}>{ui('product')}</div>
            <div className={styles.tagline}>{t('product')}</div>
          </div>
        </div>
        <form className={styles.card} onSubmit={submit} noValidate>
          <div>
            {step !== undefined && <p className={styles.step}>{t('begin.step', { step })}</p>}
            <h1 className={styles.title}>{title}</h1>
            {text && <p className={styles.text}>{text}</p>}
          </div>
          {children}
        </form>
        {below}
      </main>
      <footer className={styles.foot}>
        {status && (
          <>
            <span>{t('signIn.store', { name: status.storeName || '—' })}</span>
            <span>{`${ui('product')} ${status.versions.app}`}</span>
          </>
        )}
      </footer>
    </div>
  )
}
