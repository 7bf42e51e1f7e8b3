import { ActionIcon, Button, Checkbox, NumberInput, Select, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { ClassRules, ClassWord } from '../../../shared/routing/classes.ts'
import { SIGNALS } from '../../../shared/routing/classes.ts'
import { SIGNAL_NAMES } from '../../../shared/routing/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { categoryChoices, useClasses } from '../../ui/classes.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { dateTimeText } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { TextArea } from '../../ui/TextArea.tsx'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import { ProposalView } from './ProposalView.tsx'
import styles from './routing.module.css'

type Kept = { version: number; rules: ClassRules }

/** The words by which matters are classed: edited here, each change a new version (S5-12). */
export function WordsTab() {
  const { data } = useQuery('classing.rules', {}, { topics: ['policies'] })
  return data ? <Editor key={data.version} kept={data} /> : null
}

const SIGNAL_PREFIX = 'signal:'

function Editor({ kept }: { kept: Kept }) {
  const t = useT('routing')
  const nameOf = useName()
  const classes = useClasses()
  const [rules, setRules] = useState(kept.rules)
  const [code, setCode] = useState('flight.delay')
  const [reason, setReason] = useState('')
  const save = useCommand('classing.saveRules')
  const signal = SIGNALS.find((one) => `${SIGNAL_PREFIX}${one}` === code)
  const words = signal ? rules.signals[signal] : (rules.classes.find(({ category }) => category === code)?.words ?? [])
  const setWords = (next: ClassWord[]) =>
    setRules((old) =>
      signal
        ? { ...old, signals: { ...old.signals, [signal]: next } }
        : {
            ...old,
            classes: [...old.classes.filter(({ category }) => category !== code), { category: code, words: next }],
          },
    )
  const submit = async () => {
    const done = await save.run({ rules, basedOn: kept.version, reason })
    if (done.ok) tellDone(t('rulesSaved', { version: done.value.version }))
  }
  const choices = [
    ...categoryChoices(classes.offered.categories, classes, nameOf),
    {
      group: t('columns.kind'),
      items: SIGNALS.map((one) => ({ value: `${SIGNAL_PREFIX}${one}`, label: nameOf(SIGNAL_NAMES[one]) })),
    },
  ]
  return (
    <div className={styles.editor}>
      <div className={styles.side}>
        <div className={styles.bar}>
          <Select
            label={t('category')}
            w={260}
            searchable
            data={choices}
            value={code}
            onChange={(value) => value && setCode(value)}
          />
          <Versions version={kept.version} />
        </div>
        <WordList key={code} words={words} onChange={setWords} />
      </div>
      <div className={styles.tries}>
        <TryOut />
        <Settings rules={rules} onChange={(change) => setRules((old) => ({ ...old, ...change }))} />
        <TextInput
          label={t('reason')}
          value={reason}
          maxLength={500}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button
          loading={save.isBusy}
          disabled={reason.trim() === '' || rules === kept.rules}
          onClick={() => void submit()}
        >
          {t('saveRules')}
        </Button>
        <FailureAlert failure={save.failure?.code === 'INVALID_INPUT' ? save.failure : undefined} />
      </div>
    </div>
  )
}

function Versions({ version }: { version: number }) {
  const t = useT('routing')
  const { data = [] } = useQuery('classing.versions', {}, { topics: ['policies'] })
  const [last] = data
  const by =
    last?.savedByName && last.savedAt !== null
      ? t('rulesBy', { name: last.savedByName, time: dateTimeText(last.savedAt), reason: last.reason })
      : t('rulesShipped')
  return (
    <span className={record.faint}>
      {t('rulesOf', { version })} · {by}
    </span>
  )
}

function WordList({ words, onChange }: { words: readonly ClassWord[]; onChange: (words: ClassWord[]) => void }) {
  const t = useT('routing')
  const change = (at: number, part: Partial<ClassWord>) =>
    onChange(words.map((word, i) => (i === at ? { ...word, ...part } : word)))
  return (
    <>
      <p className={record.faint}>{t('wordHint')}</p>
      <div>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size={14} />}
          onClick={() => onChange([{ text: '', weight: 3 }, ...words])}
        >
          {t('addWord')}
        </Button>
      </div>
      {words.map((word, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a word is its place while it is edited
        <div key={i} className={styles.wordRow}>
          <TextInput
            aria-label={t('word')}
            value={word.text}
            maxLength={40}
            onChange={(event) => change(i, { text: event.currentTarget.value })}
          />
          <NumberInput
            aria-label={t('weight')}
            min={-20}
            max={20}
            allowDecimal={false}
            value={word.weight}
            onChange={(value) => change(i, { weight: Number(value) || 0 })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('removeWord', { word: word.text })}
            onClick={() => onChange(words.filter((_, place) => place !== i))}
          >
            <IconX size={15} />
          </ActionIcon>
        </div>
      ))}
    </>
  )
}

function TryOut() {
  const t = useT('routing')
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text.trim(), 200)
  const { data } = useQuery('classing.propose', { text: asked }, { topics: ['policies'], enabled: asked !== '' })
  return (
    <>
      <TextArea
        keep={{ kind: 'routing-try-out-try-text', subject: 'new' }}
        label={t('tryText')}
        minRows={2}
        maxRows={6}
        maxLength={4000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {asked !== '' && data && <ProposalView proposal={data} />}
    </>
  )
}

type SettingsProps = { rules: ClassRules; onChange: (change: Partial<ClassRules>) => void }

function Settings({ rules, onChange }: SettingsProps) {
  const t = useT('routing')
  const number = (name: 'minScore' | 'contactHours' | 'repeatDays', max: number) => (
    <NumberInput
      label={t(name)}
      min={1}
      max={max}
      allowDecimal={false}
      value={rules[name]}
      onChange={(value) => onChange({ [name]: Number(value) || 1 })}
    />
  )
  return (
    <>
      <Checkbox
        label={t('automatic')}
        checked={rules.isAutomatic}
        onChange={(event) => onChange({ isAutomatic: event.currentTarget.checked })}
      />
      {number('minScore', 100)}
      {number('contactHours', 720)}
      {number('repeatDays', 365)}
    </>
  )
}
