import type { GroupCriteria } from '../../../shared/groups/contract.ts'
import {
  CUSTOMER_TYPE_NAMES,
  ORIGIN_CHANNEL_NAMES,
  WISH_TOPIC_NAMES,
  wishValueName,
} from '../../../shared/wishes/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { moneyText } from '../../ui/formats.ts'
import record from '../../ui/record.module.css'
import { useName } from '../../ui/use-name.ts'

/** What the members of a group have in common, in one line. */
export function CriteriaText({ criteria }: { criteria: GroupCriteria }) {
  const t = useT('gathering')
  const u = useT('ui')
  const nameOf = useName()
  const { tiers, provinces, types, tags, origins, welcomesOffers, leastSpendFen } = criteria
  const parts = [
    tiers.map((tier) => u(`tiers.${tier}`)).join('、'),
    provinces.join('、'),
    types.map((type) => nameOf(CUSTOMER_TYPE_NAMES[type])).join('、'),
    tags
      .map(({ topic, value }) => `${nameOf(WISH_TOPIC_NAMES[topic])}: ${nameOf(wishValueName(topic, value))}`)
      .join('、'),
    origins.map((origin) => nameOf(ORIGIN_CHANNEL_NAMES[origin])).join('、'),
    welcomesOffers ? t('groups.welcomesOffers') : '',
    leastSpendFen > 0 ? `≥ ${moneyText(leastSpendFen)}` : '',
  ]
  return (
    <div className={record.faint}>
      {t('groups.criteria')}: {parts.filter(Boolean).join(' · ')}
    </div>
  )
}
