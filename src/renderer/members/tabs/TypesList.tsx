import { Button } from '@mantine/core'
import type { MemberId } from '../../../shared/ids.ts'
import type { CustomerTypeView, TypeGround } from '../../../shared/wishes/model.ts'
import { CUSTOMER_TYPE_NAMES } from '../../../shared/wishes/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { Section } from '../../ui/DetailPanel.tsx'
import { countText, moneyText, percentText } from '../../ui/formats.ts'
import record from '../../ui/record.module.css'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'

/** Kinds of customer: proposed with their grounds, confirmed or declined by a person (S4-74). */
export function TypesList({ memberId, types }: { memberId: MemberId; types: readonly CustomerTypeView[] }) {
  const t = useT('gathering')
  return (
    <Section title={t('wishes.types')}>
      {types.length === 0 && <span className={record.faint}>{t('wishes.noTypes')}</span>}
      <ul className={record.list}>
        {types.map((one) => (
          <CustomerTypeLine key={one.type} memberId={memberId} view={one} />
        ))}
      </ul>
    </Section>
  )
}

function CustomerTypeLine({ memberId, view }: { memberId: MemberId; view: CustomerTypeView }) {
  const t = useT('gathering')
  const nameOf = useName()
  const decide = useCommand('wishes.decideType')
  const { type, isProposed, grounds, isConfirmed } = view
  const name = nameOf(CUSTOMER_TYPE_NAMES[type])
  const state = isConfirmed === null ? 'proposed' : isConfirmed ? 'confirmed' : 'declined'
  return (
    <li className={record.line}>
      <strong>{name}</strong>
      <StateBadge
        tone={state === 'confirmed' ? 'good' : state === 'declined' ? 'neutral' : 'info'}
        label={t(`wishes.${state}`)}
      />
      <span className={record.faint}>
        {(isProposed ? grounds : []).map((ground) => (
          <Ground key={ground.ground} ground={ground} />
        ))}
        {view.decidedByName}
      </span>
      <span className={record.push}>
        {isConfirmed !== true && (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={t('wishes.confirmOf', { type: name })}
            loading={decide.isBusy}
            onClick={() => void decide.run({ memberId, type, isConfirmed: true })}
          >
            {t('wishes.confirm')}
          </Button>
        )}{' '}
        {isConfirmed !== false && (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={t('wishes.declineOf', { type: name })}
            loading={decide.isBusy}
            onClick={() => void decide.run({ memberId, type, isConfirmed: false })}
          >
            {t('wishes.decline')}
          </Button>
        )}
      </span>
    </li>
  )
}

function Ground({ ground: { ground, value } }: { ground: TypeGround }) {
  const t = useT('gathering')
  switch (ground) {
    case 'company':
    case 'said':
    case 'child':
      return `${t(`wishes.grounds.${ground}`)} · `
    case 'weekdayTrips':
    case 'weekendTrips':
      return `${t(`wishes.grounds.${ground}`, { value: percentText(value) })} · `
    case 'tripsTogether':
    case 'segments':
      return `${t(`wishes.grounds.${ground}`, { value: countText(value) })} · `
    case 'spendFen':
      return `${t('wishes.grounds.spendFen', { value: moneyText(value) })} · `
  }
}
