import { Button, Checkbox, Input, Select } from '@mantine/core'
import type { FormEvent } from 'react'
import type { Finding, LiabilityView, Share } from '../../../shared/liability/model.ts'
import {
  GROUND_NAMES,
  GROUND_PARTY,
  GROUNDS,
  type Ground,
  LIABLE_PARTIES,
  type LiableParty,
  MATTER_NAMES,
  MATTERS,
  PARTY_NAMES,
} from '../../../shared/liability/words.ts'
import { DraftHint } from '../../drafts/DraftHint.tsx'
import { useT } from '../../i18n/use-t.ts'
import { tellDone } from '../../ui/notify.ts'
import styles from '../../ui/record.module.css'
import { TextArea } from '../../ui/TextArea.tsx'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useRecordForm } from '../../ui/use-record-form.ts'
import { useCommand } from '../../use-command.ts'
import { draftOfFinding, useFindingWords, writtenFinding } from '../finding-draft.ts'
import { ShareRows } from './ShareRows.tsx'

const blank = { department: null, name: '', partnerId: null }
const department = (percent: number): Share => ({ ...blank, kind: 'department', percent })
const customer = (percent: number): Share => ({ ...blank, kind: 'customer', percent })

/** Bearers of fault to begin with, the whole of it shared out. */
const BEGINNING: Record<LiableParty, Share[]> = {
  operator: [department(100)],
  customer: [customer(100)],
  joint: [department(50), customer(50)],
}

function draftOf(view: LiabilityView): Finding {
  const newest = view.versions[0]
  const party = LIABLE_PARTIES.find((one) => one === newest?.party) ?? 'operator'
  return {
    matter: newest?.matter ?? 'service',
    party,
    grounds: newest?.grounds ?? [],
    shares: newest && newest.shares.length > 0 ? newest.shares : BEGINNING[party],
    facts: newest?.facts ?? '',
    basis: newest?.basis ?? '',
    evidence: newest?.evidence ?? '',
  }
}

/** S2-82..87: the draft of a finding: party, grounds, bearers, facts, basis and evidence. */
export function FindingForm({ view, onClose }: { view: LiabilityView; onClose: () => void }) {
  const t = useT('liability')
  const u = useT('ui')
  const nameOf = useName()
  const recorded = { now: draftOf(view), seq: view.lastSeq, shape: writtenFinding }
  const { form, change, ...record } = useRecordForm(draftOfFinding(view.caseId), recorded)
  const words = useFindingWords()
  const draft = useCommand('liability.draft')
  const { fieldErrors } = draft
  const fits = GROUNDS.filter((ground) => form.party === 'joint' || GROUND_PARTY[ground] === form.party)
  const setParty = (party: LiableParty) =>
    change({
      party,
      shares: BEGINNING[party],
      grounds: form.grounds.filter((ground) => party === 'joint' || GROUND_PARTY[ground] === party),
    })
  const tick = (ground: Ground, isTicked: boolean) =>
    change({ grounds: GROUNDS.filter((one) => (one === ground ? isTicked : form.grounds.includes(one))) })
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (record.isHeld) return
    const result = await draft.run({ id: view.caseId, ...form, expectedSeq: record.expectedSeq })
    if (!result.ok) return
    await record.draft.discard()
    tellDone(t('said.saved'))
    onClose()
  }
  const long = (name: 'facts' | 'basis' | 'evidence') => (
    <TextArea
      className={styles.wide ?? ''}
      withAsterisk
      minRows={name === 'facts' ? 2 : 1}
      maxRows={8}
      label={t(`fields.${name}`)}
      value={form[name]}
      error={fieldErrors[name]}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
    />
  )
  return (
    <form className={styles.form} aria-label={t('actions.draft')} onSubmit={(event) => void save(event)}>
      <Select
        label={t('fields.party')}
        withAsterisk
        allowDeselect={false}
        value={form.party}
        data={LIABLE_PARTIES.map((value) => ({ value, label: nameOf(PARTY_NAMES[value]) }))}
        onChange={(value) => value && setParty(value)}
      />
      <Select
        label={t('fields.matter')}
        withAsterisk
        allowDeselect={false}
        value={form.matter}
        data={choicesOf(MATTER_NAMES, nameOf)}
        onChange={(value) => change({ matter: MATTERS.find((one) => one === value) ?? 'service' })}
      />
      <Input.Wrapper
        className={styles.wide ?? ''}
        label={t('fields.grounds')}
        labelElement="div"
        withAsterisk
        error={fieldErrors.grounds}
      >
        <div className={styles.ticks}>
          {fits.map((ground) => (
            <Checkbox
              key={ground}
              label={nameOf(GROUND_NAMES[ground])}
              checked={form.grounds.includes(ground)}
              onChange={(event) => tick(ground, event.currentTarget.checked)}
            />
          ))}
        </div>
      </Input.Wrapper>
      <ShareRows shares={form.shares} party={form.party} onChange={(shares) => change({ shares })} />
      {long('facts')}
      {long('basis')}
      {long('evidence')}
      {record.isHeld && <div className={styles.wide}>{record.notice(words, onClose)}</div>}
      <div className={`${styles.wide} ${styles.buttons}`}>
        <DraftHint draft={record.draft} />
        <Button
          variant="default"
          onClick={() => {
            void record.draft.discard()
            onClose()
          }}
        >
          {u('actions.cancel')}
        </Button>
        <Button type="submit" loading={draft.isBusy} disabled={record.isHeld}>
          {t('actions.save')}
        </Button>
      </div>
    </form>
  )
}
