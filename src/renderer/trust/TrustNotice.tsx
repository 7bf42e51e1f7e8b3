import { Button } from '@mantine/core'
import { IconShieldLock } from '@tabler/icons-react'
import { useT } from '../i18n/use-t.ts'
import { go } from '../ui/navigation.ts'
import { useQuery } from '../use-query.ts'

const WAITS = ['leaks', 'emergencies', 'reviews'] as const

/** What of data security waits for a manager: reports of leaks first, then emergencies, then reviews. */
export function TrustNotice() {
  const t = useT('trust')
  const { data } = useQuery('trust.mine', {}, { topics: ['trust', 'session'] })
  const waiting = WAITS.find((one) => (data?.waits[one] ?? 0) > 0)
  if (!data || !waiting) return null
  return (
    <Button
      variant="default"
      leftSection={<IconShieldLock size={15} />}
      onClick={() => go('trust', { tab: waiting === 'leaks' ? 'leaks' : 'authorisations' })}
    >
      {t(`waits.${waiting}`, { count: data.waits[waiting] })}
    </Button>
  )
}
