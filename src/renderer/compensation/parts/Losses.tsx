import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { CompensationCase } from '../../../shared/compensation/model.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { useT } from '../../i18n/use-t.ts'
import { useStaleWhile } from '../../ui/case-on-page.ts'
import { moneyText } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import styles from '../../ui/record.module.css'
import { TextAct } from '../../ui/TextAct.tsx'
import { Money } from '../../ui/values.tsx'
import { YuanField } from '../../ui/YuanField.tsx'
import { useCommand } from '../../use-command.ts'

/** S2-154: what the customer has lost, item by item, with what bears it out. */
export function Losses({ view }: { view: CompensationCase }) {
  const t = useT('compensation')
  const [isAdding, setAdding] = useState(false)
  return (
    <>
      <h3 className={styles.part}>
        {t('losses')}
        {view.lossFen > 0 && ` · ${t('lossSum', { sum: moneyText(view.lossFen) })}`}
      </h3>
      <ul className={styles.list}>
        {view.losses.map((loss) => (
          <li key={loss.id}>
            <Loss loss={loss} view={view} />
          </li>
        ))}
      </ul>
      {view.mayPropose && !isAdding && (
        <Button size="compact-xs" variant="subtle" onClick={() => setAdding(true)}>
          {t('actions.addLoss')}
        </Button>
      )}
      {isAdding && <LossForm view={view} onClose={() => setAdding(false)} />}
    </>
  )
}

function Loss({ loss, view }: { loss: CompensationCase['losses'][number]; view: CompensationCase }) {
  const t = useT('compensation')
  const [isRemoving, setRemoving] = useState(false)
  const remove = useCommand('compensation.removeLoss')
  const send = async (reason: string) =>
    (await remove.run({ id: view.caseId, lossId: loss.id, reason, expectedSeq: view.lastSeq })).ok
  return (
    <>
      <div className={styles.line}>
        <span>{loss.name}</span>
        <strong>
          <Money fen={loss.amountFen} />
        </strong>
        <span className={styles.faint}>
          {loss.evidence} · {loss.createdByName}
        </span>
        {view.mayPropose && !isRemoving && (
          <span className={styles.push}>
            <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setRemoving(true)}>
              {t('actions.removeLoss')}
            </Button>
          </span>
        )}
      </div>
      {isRemoving && (
        <TextAct
          isOnCase
          keep={{ kind: 'compensation-losses-remove-loss', subject: loss.id }}
          label={t('asks.removeLoss', { name: loss.name })}
          buttons={[{ label: t('actions.removeLoss'), onSend: send, isBusy: remove.isBusy, isMain: true }]}
        />
      )}
    </>
  )
}

function LossForm({ view, onClose }: { view: CompensationCase; onClose: () => void }) {
  const t = useT('compensation')
  const u = useT('ui')
  const [name, setName] = useState('')
  const [amountFen, setAmount] = useState<number | null>(null)
  const [evidence, setEvidence] = useState('')
  const add = useCommand('compensation.addLoss')
  const stale = useStaleWhile(name !== '' || evidence !== '')
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (stale.isHeld) return
    const said = { name, amountFen: amountFen ?? 0, evidence }
    const { ok } = await add.run({ id: view.caseId, ...said, expectedSeq: view.lastSeq })
    if (!ok) return
    tellDone(t('said.loss'))
    onClose()
  }
  return (
    <form className={styles.form} aria-label={t('actions.addLoss')} onSubmit={(event) => void save(event)}>
      <TextInput
        label={t('fields.loss')}
        withAsterisk
        value={name}
        error={add.fieldErrors.name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <YuanField label={t('fields.lossAmount')} withAsterisk value={amountFen} onChange={setAmount} />
      <TextInput
        label={t('fields.evidence')}
        withAsterisk
        value={evidence}
        error={add.fieldErrors.evidence}
        onChange={(event) => setEvidence(event.currentTarget.value)}
      />
      {stale.isHeld && <div className={styles.wide}>{stale.notice(onClose)}</div>}
      <KeepLines kind="compensation-loss-lines" subject={view.caseId} onRestored={stale.onRestored} />
      <div className={`${styles.wide} ${styles.buttons}`}>
        <Button variant="default" onClick={onClose}>
          {u('actions.cancel')}
        </Button>
        <Button type="submit" loading={add.isBusy} disabled={amountFen === null || stale.isHeld}>
          {u('actions.save')}
        </Button>
      </div>
    </form>
  )
}
