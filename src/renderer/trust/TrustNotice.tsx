import { Button } from '@mantine/core'
import { IconShieldLock } from '@tabler/icons-react'
import { useT } from '../i18n/use-t.ts'
import { go } from '../ui/navigation.ts'
import { useQuery } from '../use-query.ts'

const WAITS = ['leaks', 'restricted', 'emergencies', 'reviews'] as const

const TAB_OF = {
  leaks: 'leaks',
  restricted: 'restricted',
  emergencies: 'authorisations',
  reviews: 'authorisations',
} as const satisfies Record<(typeof WAITS)[number], string>

/** What of data security waits for a manager: leaks first, then reports nobody handles, emergencies and reviews. */
export function TrustNotice() {
  const t = useT('trust')
  const { data } = useQuery('trust.mine', {}, { topics: ['trust', 'session'] })
  const waiting = WAITS.find((one) => (data?.waits[one] ?? 0) > 0)
  if (!data || !waiting) return null
  return (
    <Button
      variant="default"
      leftSection={<IconShieldLock size={15} />}
      onClick={() => go('trust', { tab: TAB_OF[waiting] })}
    >
      {t(`waits.${waiting}`, { count: data.waits[waiting] })}
    </Button>
  )
}
