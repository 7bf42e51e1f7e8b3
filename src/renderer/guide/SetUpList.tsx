import { Button, CloseButton } from '@mantine/core'
import { IconCheck, IconCircleDashed } from '@tabler/icons-react'
import { SET_UP_STEPS, type SetUp, type SetUpStep, stepsLeft } from '../../shared/guide/rules.ts'
import { useT } from '../i18n/use-t.ts'
import type { PageId, PageParams } from '../pages.ts'
import { useSession } from '../session/store.ts'
import { go } from '../ui/navigation.ts'
import { useQuery } from '../use-query.ts'
import styles from './guide.module.css'
import { useGuide } from './use-guide.ts'

const PLACES: Record<SetUpStep, [PageId, PageParams]> = {
  members: ['imports', {}],
  colleagues: ['users', {}],
  calendar: ['policies', { tab: 'calendars' }],
  backups: ['exports', { tab: 'backups' }],
  device: ['trust', { tab: 'key' }],
}

/** What of a new desk is set up, each with the way there; goes when all is done, or when it is put away. */
export function SetUpList() {
  const isManager = useSession((state) => state.user?.role === 'manager')
  const isDemo = useSession((state) => state.status?.demo ?? true)
  const { guide, change } = useGuide()
  if (!isManager || isDemo || !guide || guide.hidesSetUp) return null
  return <Steps onHide={() => change({ hidesSetUp: true }, true)} />
}

function Steps({ onHide }: { onHide: () => void }) {
  const t = useT('guide')
  const { data } = useQuery('guide.standing', {}, { topics: ['members', 'users', 'policies', 'backups'] })
  const keys = useQuery('keys.state', {}, { topics: ['trust'] }).data
  if (!data || !keys) return null
  const device = keys.device?.keychain == null ? null : keys.device.isBound
  const setUp: SetUp = { ...data, device }
  if (stepsLeft(setUp).length === 0) return null
  const steps = SET_UP_STEPS.filter((step) => setUp[step] !== null)
  const done = steps.filter((step) => setUp[step])
  return (
    <section className={styles.setUp} aria-label={t('setUp')}>
      <strong>{t('setUp')}</strong>
      <span className={styles.faint}>{t('progress', { done: done.length, of: steps.length })}</span>
      <ul>
        {steps.map((step) => {
          const label = t(`steps.${step}`)
          return (
            <li key={step}>
              <Button
                size="compact-sm"
                variant="default"
                leftSection={setUp[step] ? <IconCheck size={14} /> : <IconCircleDashed size={14} />}
                data-done={setUp[step] || undefined}
                aria-label={setUp[step] ? t('done', { step: label }) : label}
                onClick={() => go(...PLACES[step])}
              >
                {label}
              </Button>
            </li>
          )
        })}
      </ul>
      <CloseButton size="sm" aria-label={t('hide')} title={t('hide')} onClick={onHide} />
    </section>
  )
}
