import os from 'node:os'
import path from 'node:path'
import { PassThrough } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { commands } from '../src/main/cli/commands.ts'
import { commandHelp, summaryOf, usageOf, wholeHelp } from '../src/main/cli/help.ts'
import { moment, withMoments } from '../src/main/cli/moments.ts'
import { askNewPassword, askPassword } from '../src/main/cli/password.ts'
import { userDataFolder } from '../src/main/cli/place.ts'
import { printed } from '../src/main/cli/print.ts'
import { runHere } from './cli-run.ts'

const NOWHERE = path.join(os.tmpdir(), 'vip-desk-no-such-folder')

/** Runs a command line that ends before any store is touched. */
const type = (line: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  runHere(line, { LANG: 'en_US.UTF-8', XDG_CONFIG_HOME: NOWHERE, ...env })

test('these are the commands, each with what it takes', () => {
  expect(commands.map(usageOf)).toMatchInlineSnapshot(`
    [
      "desk init --name TEXT",
      "desk user add --login TEXT --role agent|lead|manager|admin --name TEXT [--lead LOGIN]",
      "desk user list",
      "desk user password",
      "desk user disable --login TEXT",
      "desk user reset --login TEXT",
      "desk import members FILE --map MAP.json [--dry-run] [--errors OUT.csv]",
      "desk import cases FILE --map MAP.json [--dry-run] [--errors OUT.csv]",
      "desk import calls FILE --map MAP.json [--dry-run] [--errors OUT.csv]",
      "desk import fields members|cases|calls",
      "desk member find TEXT [--limit N]",
      "desk member show CARD",
      "desk tier run [--dry-run]",
      "desk call log [--member CARD] [--from PHONE] [--direction inbound|outbound] --at T [--rings N] [--wait-s N] [--talk-s N] [--hold-s N] --agent LOGIN --result CODE --text TEXT",
      "desk class list [--of category|channel|department|service] [--all]",
      "desk case open --member CARD --kind enquiry|complaint|suggestion|service --category CODE --channel CODE --received T --severity general|major|urgent --text TEXT [--demand TEXT] [--service CODE] [--phone PHONE] [--owner LOGIN] [--apology yes|no] [--thanked yes|no]",
      "desk case list [--open] [--owner LOGIN]",
      "desk case show CASE",
      "desk case advance CASE --to STATE [--data FILE.json]",
      "desk explain CASE [--clock CODE] [--at T]",
      "desk replay [CASE] [--all]",
      "desk due --from T --calendar ID (--working-days N | --working-minutes N | --minutes N)",
      "desk tick [--at T]",
      "desk policy list [--kind targets|workflow|compensation|tiers]",
      "desk policy show ID",
      "desk policy diff BEFORE AFTER",
      "desk policy import FILE [--from T] [--reason TEXT]",
      "desk policy export ID --out FILE",
      "desk policy backtest DRAFT.json --from T --to T [--cases N]",
      "desk policy pack list",
      "desk policy pack show ID",
      "desk policy pack on ID [--into TEXT] [--from T] [--reason TEXT]",
      "desk policy pack off ID [--into TEXT] [--from T] [--reason TEXT]",
      "desk policy newer",
      "desk policy take ID [--theirs TEXT] [--from T] [--reason TEXT]",
      "desk report day|week|month|quarter|year PERIOD",
      "desk kpi --from T --to T [--by agent|team|topic|priority|none]",
      "desk totals check",
      "desk totals rebuild",
      "desk scorecard MONTH [--agent TEXT]",
      "desk export history --member CARD --purpose TEXT --out FILE [--requester TEXT] [--abroad] [--approval TEXT] [--profile archive|customer|regulator|partner|court] [--destroy-by DAY] [--recipient-key AGE_KEY] [--request ID]",
      "desk verify [FILE] [--identity FILE] [--save-verifier FILE]",
      "desk audit verify",
      "desk audit list [--from T] [--to T] [--actor LOGIN] [--member CARD] [--case NUMBER] [--call CALL] [--outcome done|refused|failed] [--text TEXT] [--limit N] [--before SEQ]",
      "desk audit checkpoint --out FILE",
      "desk audit anchor FILE [--keeper WHO]",
      "desk audit compare FILE",
      "desk backup FILE",
      "desk restore FILE [--replace-damaged]",
      "desk info",
      "desk backups show [--limit N]",
      "desk backups plan [--folder FOLDER] [--every N] [--keep N] [--off]",
      "desk backups run",
      "desk backups drill FILE",
      "desk key show",
      "desk key renew --reason TEXT [--second TEXT]",
      "desk key renew-recovery --reason TEXT [--second TEXT]",
      "desk key test-recovery",
      "desk demo [--members N] [--calls N] [--cases N] [--seed N]",
    ]
  `)
})

describe('help', () => {
  for (const language of ['zh-CN', 'en'] as const) {
    test(`tells of every command in ${language}`, () => {
      const whole = wholeHelp(commands, language)
      const side = language === 'en' ? 'en' : 'zh'
      expect(
        commands.filter((command) => !whole.includes(summaryOf(command)[side])).map(({ path: name }) => name),
      ).toEqual([])
      const bare = commands.filter((command) => {
        const help = commandHelp(command, language)
        return [...Object.values(command.operands), ...Object.values(command.options)].some(
          (value) => !help.includes(value.meaning[side]),
        )
      })
      expect(bare.map(({ path: name }) => name)).toEqual([])
    })
  }

  test('is asked for with --help and ends with 0', async () => {
    const whole = await type(['--help'])
    const one = await type(['due', '--help', '--lang', 'zh-CN'])
    expect([whole.code, whole.stderr, one.code, one.stderr]).toEqual([0, '', 0, ''])
    expect(whole.stdout).toContain('Exit codes: 0 done, 1 refused or found wrong, 2 wrong usage.')
    expect(one.stdout).toContain(
      '用法: desk due --from T --calendar ID (--working-days N | --working-minutes N | --minutes N)',
    )
  })

  test('names the roles that may use a command', async () => {
    expect((await type(['tier', 'run', '--help'])).stdout).toContain('Roles: lead, manager')
  })
})

describe('wrong usage ends with 2 and says why', () => {
  const cases: [line: string[], sentence: string][] = [
    [[], 'The command is missing.'],
    [['dance'], 'There is no command “dance”.'],
    [['case'], 'There is no command “case”.'],
    [['user', 'list', '--loud'], 'There is no option --loud.'],
    [['user', 'list', '-x'], 'There is no option -x.'],
    [['user', 'list', 'all'], '“all” is one argument too many.'],
    [['user', 'list', '--json=yes'], '--json takes no value.'],
    [['user', 'list', '--store', '--lang', 'en'], '--store needs a value.'],
    [['user', 'list', '--user', 'a', '--user', 'b'], '--user can be given only once.'],
    [['user', 'list', '--lang', 'fr'], '--lang cannot be “fr”; choose one of: zh-CN, en.'],
    [['user', 'list'], '--user is missing: say who you are.'],
    [
      ['user', 'list', '--user', 'boss'],
      'There is no password: set DESK_PASSWORD in the environment. A password is never an argument.',
    ],
    [['user', 'list', '--password', 'secret'], 'There is no option --password.'],
    [['user', 'add', '--login', 'u1'], '--role is missing.'],
    [
      ['user', 'add', '--login', 'u1', '--role', 'king'],
      '--role cannot be “king”; choose one of: agent, lead, manager, admin.',
    ],
    [['member', 'find'], 'TEXT is missing.'],
    [['member', 'find', 'x', '--limit', '-3'], '--limit cannot be negative: “-3”.'],
    [['call', 'log', '--at', '2026-09-30T08:00:00+08:00', '--wait-s', '-5'], '--wait-s cannot be negative: “-5”.'],
    [
      ['call', 'log', '--at', '-5'],
      '--at: “-5” is not a moment written like 2026-09-30T08:00:00+08:00 or 2026-09-30T00:00:00Z, on a day that exists.',
    ],
    [['tick', '--at', '1960-01-01T00:00:00Z'], '--at: “1960-01-01T00:00:00Z” does not lie in the years 1970 to 2199.'],
    [['case', 'list', '--owner', '-x'], '--owner needs a value.'],
    [['member', 'find', 'x', '--limit', '2.5'], '--limit must be a whole number, not “2.5”.'],
    [
      ['due', '--from', '2026-09-30T08:00:00+08:00', '--calendar', 'CN'],
      'Give exactly one of --working-days, --working-minutes, --minutes.',
    ],
    [
      ['due', '--from', '2026-09-30T08:00:00+08:00', '--calendar', 'CN', '--minutes', '1', '--working-days', '1'],
      'Give exactly one of --working-days, --working-minutes, --minutes.',
    ],
  ]
  for (const [line, sentence] of cases) {
    test(`desk ${line.join(' ')}`, async () => {
      const plain = await type(line)
      expect([plain.code, plain.stdout, plain.stderr.split('\n')[0]]).toEqual([2, '', sentence])
      if (line.some((word) => word.startsWith('--json'))) return
      const json = await type([...line, '--json'])
      expect([json.code, JSON.parse(json.stdout)]).toEqual([2, { error: { code: 'USAGE', message: sentence } }])
    })
  }

  for (const text of [
    '2026-09-31T08:00:00+08:00',
    '2026-09-30',
    '2026-09-30 08:00',
    '2026-09-30T08:00:00',
    '2026-09-30T24:00:00Z',
    'now',
  ]) {
    test(`a moment written ${text}`, async () => {
      const { code, stdout, stderr } = await type(['tick', '--at', text])
      expect([code, stdout]).toEqual([2, ''])
      expect(stderr).toContain(
        `--at: “${text}” is not a moment written like 2026-09-30T08:00:00+08:00 or 2026-09-30T00:00:00Z`,
      )
    })
  }
})

test('messages come in the language of the system, or of --lang', async () => {
  const sentences = [
    await type(['dance'], { LANG: 'zh_CN.UTF-8' }),
    await type(['dance', '--lang', 'en'], { LANG: 'zh_CN.UTF-8' }),
    await type(['--lang=zh-CN', 'dance']),
  ]
  expect(sentences.map(({ stderr }) => stderr.split('\n')[0])).toEqual([
    '没有“dance”这个命令。',
    'There is no command “dance”.',
    '没有“dance”这个命令。',
  ])
})

test('the fields that a map may name need no store', async () => {
  const { code, stdout } = await type(['import', 'fields', 'members', '--json', '--lang', 'zh-CN'])
  const fields = JSON.parse(stdout)
  expect([code, fields[0]]).toEqual([
    0,
    { field: 'card', type: 'text', required: true, meaning: '会员卡号，唯一识别一位会员' },
  ])
})

test('a file that is no bundle is found wrong, without store or password', async () => {
  const { code, stdout, stderr } = await type(['verify', path.join(NOWHERE, 'bundle'), '--json'])
  expect([code, JSON.parse(stdout), stderr]).toEqual([
    1,
    { ok: false, rows: 0, problems: [{ code: 'unreadable', detail: 'the file cannot be opened' }] },
    'This file does not verify: 1 problems.\n',
  ])
})

test('a store that is not there is refused in the words of the window', async () => {
  const { code, stdout } = await type(['info', '--user', 'boss', '--json', '--lang', 'zh-CN'], {
    DESK_PASSWORD: 'whatever it is',
  })
  expect([code, JSON.parse(stdout)]).toEqual([
    1,
    { error: { code: 'RULE', message: '找不到数据库。', rule: 'store-missing', params: {} } },
  ])
})

test('moments are written by the clock of the desk', () => {
  const at = Date.parse('2026-09-30T00:00:00Z')
  expect(moment(at)).toBe('2026-09-30T08:00:00+08:00')
  expect(moment(at + 5)).toBe('2026-09-30T08:00:00.005+08:00')
  expect(
    withMoments({ dueAt: at, waitMs: 5, clocks: [{ startedAt: at }], closedAt: null, signals: [{ percent: 50, at }] }),
  ).toEqual({
    dueAt: '2026-09-30T08:00:00+08:00',
    waitMs: 5,
    clocks: [{ startedAt: '2026-09-30T08:00:00+08:00' }],
    closedAt: null,
    signals: [{ percent: 50, at: '2026-09-30T08:00:00+08:00' }],
  })
})

test('people read a table whose columns stand under each other, in Chinese too', () => {
  const rows = [
    { card: 'C1', name: '林晓', tier: 'gold' },
    { card: 'C200', name: 'Anna', tier: 'none' },
  ]
  expect(printed(rows, 'zh-CN')).toBe('卡号  姓名  等级\n----  ----  --------\nC1    林晓  金卡\nC200  Anna  普通会员')
})

test("the usual store lies in the desk's own folder", () => {
  expect(userDataFolder({ XDG_CONFIG_HOME: '/home/a/.config' }, 'linux')).toBe('/home/a/.config/VIP Desk')
  expect(userDataFolder({}, 'darwin')).toBe(path.join(os.homedir(), 'Library', 'Application Support', 'VIP Desk'))
})

describe('a password that is typed', () => {
  /** A keyboard that types these pieces, and what the screen shows meanwhile. */
  function keyboard(pieces: string[]) {
    const shown: string[] = []
    const modes: boolean[] = []
    const stream = new PassThrough()
    const keys = Object.assign(Object.create(stream), {
      isTTY: true,
      setRawMode: (isRaw: boolean) => modes.push(isRaw),
    })
    const stopper = new AbortController()
    const write = (text: string) => {
      shown.push(text)
      const next = text.endsWith(': ') ? pieces.shift() : undefined
      if (next !== undefined) stream.write(next)
    }
    return { terminal: { keys, write, signal: stopper.signal }, shown, modes, stop: () => stopper.abort() }
  }

  test('is not shown, and can be corrected', async () => {
    const { terminal, shown, modes } = keyboard(['corred\u007fct 密码\r'])
    expect(await askPassword(terminal, 'Password', 'DESK_PASSWORD')).toBe('correct 密码')
    expect([shown, modes]).toEqual([
      ['Password: ', '\n'],
      [true, false],
    ])
  })

  test('is asked for twice when it is new', async () => {
    const labels = { first: 'New', again: 'Again' }
    expect(await askNewPassword(keyboard(['same one\r', 'same one\r']).terminal, labels, 'X')).toBe('same one')
    await expect(askNewPassword(keyboard(['same one\r', 'another\r']).terminal, labels, 'X')).rejects.toMatchObject({
      exit: 2,
    })
  })

  test('is given up with Ctrl-C or when the program is stopped', async () => {
    const cancelled = { failure: { code: 'CANCELLED' } }
    await expect(askPassword(keyboard(['half\u0003']).terminal, 'Password', 'X')).rejects.toMatchObject(cancelled)
    const { terminal, stop } = keyboard([])
    const asked = askPassword(terminal, 'Password', 'X')
    stop()
    await expect(asked).rejects.toMatchObject(cancelled)
  })
})
