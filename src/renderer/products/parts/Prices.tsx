import { Button, NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { PriceRuleView, ProductFile } from '../../../shared/products/contract.ts'
import { PRICE_KIND_NAMES, type PriceKind } from '../../../shared/products/words.ts'
import { MEMBER_TIER_NAMES, type MemberTier } from '../../../shared/tiers/model.ts'
import type { Day } from '../../../shared/time.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { ChoiceField } from '../../ui/ChoiceField.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { DayField } from '../../ui/fields.tsx'
import { dayText, moneyText, today } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { offerUndo } from '../../ui/undo.ts'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { YuanField } from '../../ui/YuanField.tsx'
import { useCommand } from '../../use-command.ts'

/** S4-48: what a product's price is made of, and since when. */
export function Prices({ file }: { file: ProductFile }) {
  const t = useT('products')
  const isLead = useSession((state) => state.user?.role) !== 'agent'
  return (
    <>
      {file.prices.length === 0 && <p className={record.faint}>{t('price.empty')}</p>}
      <ul className={record.list} aria-label={t('price.title')}>
        {file.prices.map((rule) => (
          <li key={rule.id}>
            <RuleLine rule={rule} isLead={isLead} />
          </li>
        ))}
      </ul>
      {isLead && <RuleForm key={file.prices.length} productId={file.id} />}
    </>
  )
}

function RuleLine({ rule, isLead }: { rule: PriceRuleView; isLead: boolean }) {
  const t = useT('products')
  const nameOf = useName()
  const end = useCommand('products.endPrice')
  const reinstate = useCommand('products.reinstatePrice')
  const { id, kind, name, fromDay, toDay, tier, fen, permille, isEnded } = rule
  const stop = async () => {
    if ((await end.run({ id })).ok)
      offerUndo({ text: t('price.endedNamed', { name }), undo: () => reinstate.run({ id }) })
  }
  return (
    <div className={record.line}>
      <span className={record.faint}>{nameOf(PRICE_KIND_NAMES[kind])}</span>
      <strong>{name}</strong>
      <span className="num">{fen === null ? `${(permille ?? 0) / 10}%` : moneyText(fen)}</span>
      {tier !== null && <span>{nameOf(MEMBER_TIER_NAMES[tier])}</span>}
      <span className={record.faint}>
        {dayText(fromDay)} – {toDay === null ? t('price.always') : dayText(toDay)}
      </span>
      {isEnded && <StateBadge tone="neutral" label={t('price.ended')} />}
      {isLead && !isEnded && (
        <Button
          className={record.push ?? ''}
          size="compact-xs"
          variant="subtle"
          aria-label={t('price.endNamed', { name })}
          loading={end.isBusy}
          onClick={() => void stop()}
        >
          {t('price.end')}
        </Button>
      )}
    </div>
  )
}

function RuleForm({ productId }: { productId: string }) {
  const t = useT('products')
  const nameOf = useName()
  const [kind, setKind] = useState<PriceKind>('base')
  const [name, setName] = useState('')
  const [fen, setFen] = useState<number | null>(null)
  const [percent, setPercent] = useState<number | null>(null)
  const [tier, setTier] = useState<MemberTier>('gold')
  const [fromDay, setFrom] = useState<Day | null>(today())
  const [toDay, setTo] = useState<Day | null>(null)
  const add = useCommand('products.addPrice', { quiet: true })
  const isBase = kind === 'base'
  const isReady = name.trim() !== '' && fromDay !== null && (isBase ? fen : percent) !== null
  const save = async () => {
    if (fromDay === null) return
    const figure = isBase ? { fen } : { permille: percent === null ? null : Math.round(percent * 10) }
    const about = kind === 'tier' ? { tier } : {}
    if ((await add.run({ productId, kind, name, fromDay, toDay, ...figure, ...about })).ok) tellDone(t('saved'))
  }
  return (
    <fieldset className={record.form} aria-label={t('price.add')}>
      <ChoiceField label={t('price.kind')} data={choicesOf(PRICE_KIND_NAMES, nameOf)} value={kind} onChange={setKind} />
      <TextInput
        label={t('price.name')}
        maxLength={120}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {isBase ? (
        <YuanField label={t('price.amount')} value={fen} onChange={setFen} />
      ) : (
        <NumberInput
          label={t('price.share')}
          hideControls
          min={0.1}
          max={1000}
          decimalScale={1}
          suffix="%"
          value={percent ?? ''}
          onChange={(typed) => setPercent(typeof typed === 'number' ? typed : null)}
        />
      )}
      {kind === 'tier' && (
        <ChoiceField
          label={t('price.tier')}
          data={choicesOf(MEMBER_TIER_NAMES, nameOf)}
          value={tier}
          onChange={setTier}
        />
      )}
      <DayField label={t('price.from')} value={fromDay} onChange={setFrom} />
      <DayField label={t('price.to')} value={toDay} onChange={setTo} />
      <div className={record.wide}>
        <FailureAlert failure={add.failure} />
      </div>
      <KeepLines kind="products-price-lines" subject={productId} />
      <div className={`${record.wide} ${record.buttons}`}>
        <Button loading={add.isBusy} disabled={!isReady} onClick={() => void save()}>
          {t('price.add')}
        </Button>
      </div>
    </fieldset>
  )
}
