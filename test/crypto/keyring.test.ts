import { expect, test } from 'vitest'
import {
  abandonRotation,
  addUser,
  changePassword,
  createKeyring,
  finishRotation,
  type Keyring,
  KeyringError,
  recover,
  removeUser,
  renameUser,
  renewRecovery,
  resetUser,
  rotate,
  unlock,
} from '../../src/main/crypto/keyring.ts'
import { keyringSchema } from '../../src/main/crypto/keyring-model.ts'

const cost = { opslimit: 1, memlimit: 8192 }
const WRONG = { ok: false, reason: 'wrong' }

function newStore() {
  return createKeyring({ storeId: 'store-1', login: 'boss', userId: 'u-boss', password: '经理的密码 2026', cost })
}

function withAgent() {
  const store = newStore()
  const { keyring } = addUser(store.keyring, {
    userId: 'u-li',
    login: 'li',
    password: 'li 的密码',
    cost,
    dek: store.dek,
  })
  return { ...store, keyring }
}

function codeOf(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    if (error instanceof KeyringError) return error.code
    throw error
  }
  return 'done'
}

test('each person opens the same data key with their own password', () => {
  const { keyring, dek } = withAgent()
  expect(dek).toHaveLength(32)
  expect(unlock(keyring, 'boss', '经理的密码 2026')).toEqual({
    ok: true,
    userId: 'u-boss',
    dek,
    nextDek: null,
    mustChange: false,
  })
  expect(unlock(keyring, 'li', 'li 的密码')).toEqual({
    ok: true,
    userId: 'u-li',
    dek,
    nextDek: null,
    mustChange: false,
  })
})

test('a keyring survives being written as JSON and holds neither a password nor the data key', () => {
  const { keyring, dek, recoveryKey } = newStore()
  const text = JSON.stringify(keyring)
  expect(unlock(keyringSchema.parse(JSON.parse(text)), 'boss', '经理的密码 2026')).toMatchObject({ ok: true, dek })
  for (const secret of ['经理的密码', recoveryKey, Buffer.from(dek).toString('base64')])
    expect(text).not.toContain(secret)
})

test('a wrong password and an unknown login get the same answer', () => {
  const { keyring } = withAgent()
  expect(unlock(keyring, 'boss', '经理的密码 2025')).toEqual(WRONG)
  expect(unlock(keyring, 'nobody', '经理的密码 2026')).toEqual(WRONG)
  expect(unlock(keyring, 'li', '经理的密码 2026')).toEqual(WRONG)
})

test('an unknown login takes as long as a wrong password', () => {
  const dear = { opslimit: 3, memlimit: 16 * 1024 * 1024 }
  const { keyring } = createKeyring({ storeId: 's', login: 'boss', userId: 'u', password: 'right', cost: dear })
  const median = (login: string) => {
    const times = Array.from({ length: 9 }, () => {
      const start = process.cpuUsage()
      unlock(keyring, login, 'guess')
      return process.cpuUsage(start).user
    })
    return times.sort((a, b) => a - b)[4] ?? 0
  }
  expect(median('nobody') / median('boss')).toBeGreaterThan(0.5)
})

test('a password may be typed in any Unicode form and a login in any case', () => {
  const { keyring } = createKeyring({ storeId: 's', login: 'Zoë', userId: 'u', password: 'Ångström１２', cost })
  expect(unlock(keyring, ' ZOË ', 'A\u030Angstro\u0308m12').ok).toBe(true)
})

test('who forgot the password gets a one-time password that must be changed, and the old one stops', () => {
  const { keyring, dek } = withAgent()
  const reset = resetUser(keyring, { userId: 'u-li', dek, cost })
  const oneTime = reset.oneTimePassword ?? ''
  expect(oneTime).toMatch(/^([0-9A-Z]{5}-){3}[0-9A-Z]{5}$/)
  expect(unlock(reset.keyring, 'li', 'li 的密码')).toEqual(WRONG)
  expect(unlock(reset.keyring, 'li', oneTime)).toMatchObject({ ok: true, dek, mustChange: true })
  const changed = changePassword(reset.keyring, { login: 'li', oldPassword: oneTime, newPassword: '新密码', cost })
  if (!changed.ok) throw new Error(changed.reason)
  expect(unlock(changed.keyring, 'li', oneTime)).toEqual(WRONG)
  expect(unlock(changed.keyring, 'li', '新密码')).toMatchObject({ ok: true, dek, mustChange: false })
})

test('changing the password needs the old one', () => {
  const { keyring } = newStore()
  expect(changePassword(keyring, { login: 'boss', oldPassword: 'guess', newPassword: 'x', cost })).toEqual(WRONG)
})

test('the recovery key brings the last administrator back', () => {
  const { keyring, dek, recoveryKey } = newStore()
  const typed = recoveryKey.toLowerCase().replaceAll('-', ' ')
  const back = recover(keyring, { recoveryKey: typed, login: 'boss', newPassword: '新的密码', cost })
  if (!back.ok) throw new Error(back.reason)
  expect({ userId: back.userId, dek: back.dek }).toEqual({ userId: 'u-boss', dek })
  expect(unlock(back.keyring, 'boss', '新的密码')).toMatchObject({ ok: true, dek })
  expect(unlock(back.keyring, 'boss', '经理的密码 2026')).toEqual(WRONG)
})

test('a recovery key that is mistyped, of another store or for an unknown person is refused, each by its name', () => {
  const { keyring, recoveryKey } = newStore()
  const swapped = recoveryKey.replace(/^(.)/, (first) => (first === '7' ? '8' : '7'))
  const attempt = (key: string, login = 'boss') => recover(keyring, { recoveryKey: key, login, newPassword: 'x', cost })
  expect(attempt(swapped)).toEqual({ ok: false, reason: 'mistyped' })
  expect(attempt(newStore().recoveryKey)).toEqual(WRONG)
  expect(attempt(recoveryKey, 'nobody')).toEqual({ ok: false, reason: 'unknown-login' })
})

test('a renewed recovery key replaces the old one', () => {
  const { keyring, dek, recoveryKey } = newStore()
  const renewed = renewRecovery(keyring, dek)
  const attempt = (key: string) => recover(renewed.keyring, { recoveryKey: key, login: 'boss', newPassword: 'x', cost })
  expect(attempt(recoveryKey)).toEqual(WRONG)
  expect(attempt(renewed.recoveryKey)).toMatchObject({ ok: true, dek })
})

test('during a rotation everyone opens both data keys, afterwards only the new one', () => {
  const { keyring, dek, recoveryKey } = withAgent()
  const rotation = rotate(keyring, dek)
  expect(rotation.dek).not.toEqual(dek)
  expect(unlock(rotation.keyring, 'li', 'li 的密码')).toMatchObject({ dek, nextDek: rotation.dek })
  const done = finishRotation(rotation.keyring, { oldDek: dek, newDek: rotation.dek })
  expect(unlock(done, 'li', 'li 的密码')).toMatchObject({ dek: rotation.dek, nextDek: null })
  expect(unlock(done, 'boss', '经理的密码 2026')).toMatchObject({ dek: rotation.dek, nextDek: null })
  expect(recover(done, { recoveryKey, login: 'boss', newPassword: 'x', cost })).toMatchObject({
    ok: true,
    dek: rotation.dek,
  })
  expect(codeOf(() => addUser(done, { userId: 'u', login: 'u', dek, cost }))).toBe('tampered')
  const back = abandonRotation(rotation.keyring, { oldDek: dek, newDek: rotation.dek })
  expect(unlock(back, 'li', 'li 的密码')).toMatchObject({ dek, nextDek: null })
})

test('during a rotation a password can be changed, but nobody is added, removed or reset', () => {
  const { keyring, dek } = withAgent()
  const rotation = rotate(keyring, dek)
  const changed = changePassword(rotation.keyring, { login: 'li', oldPassword: 'li 的密码', newPassword: 'neu', cost })
  if (!changed.ok) throw new Error(changed.reason)
  expect(unlock(changed.keyring, 'li', 'neu')).toMatchObject({ dek, nextDek: rotation.dek })
  const refused = [
    () => addUser(rotation.keyring, { userId: 'u', login: 'u', dek, cost }),
    () => resetUser(rotation.keyring, { userId: 'u-li', dek, cost }),
    () => removeUser(rotation.keyring, { userId: 'u-li', dek }),
    () => rotate(rotation.keyring, dek),
  ]
  expect(refused.map(codeOf)).toEqual(Array(4).fill('rotation-pending'))
})

test('a removed person opens nothing, and after a rotation an old copy of the keyring opens only the old data key', () => {
  const { keyring: before, dek } = withAgent()
  const without = removeUser(before, { userId: 'u-li', dek })
  expect(unlock(without, 'li', 'li 的密码')).toEqual(WRONG)
  const rotation = rotate(without, dek)
  const after = finishRotation(rotation.keyring, { oldDek: dek, newDek: rotation.dek })
  expect(unlock(after, 'li', 'li 的密码')).toEqual(WRONG)
  expect(unlock(before, 'li', 'li 的密码')).toMatchObject({ dek })
  expect(unlock(after, 'boss', '经理的密码 2026')).toMatchObject({ dek: rotation.dek })
})

test('ids and logins are not given twice', () => {
  const { keyring, dek } = withAgent()
  const attempts = [
    () => addUser(keyring, { userId: 'u-li', login: 'other', dek, cost }),
    () => addUser(keyring, { userId: 'u-3', login: ' LI ', dek, cost }),
    () => renameUser(keyring, { userId: 'u-li', login: 'Boss', dek }),
    () => resetUser(keyring, { userId: 'u-9', dek, cost }),
    () => renameUser(keyring, { userId: 'u-li', login: 'Li', dek }),
  ]
  expect(attempts.map(codeOf)).toEqual(['user-exists', 'login-taken', 'login-taken', 'no-such-user', 'done'])
})

test('a keyring altered without the data key is refused even with the right password', () => {
  const { keyring, dek } = withAgent()
  const other = createKeyring({ storeId: 'store-1', login: 'eve', userId: 'u-eve', password: 'e', cost }).keyring
  const [boss, li] = keyring.users
  const [eve] = other.users
  if (!boss || !li || !eve) throw new Error('people missing')
  const TAMPERED = { ok: false, reason: 'tampered' }
  const open = (altered: Keyring) => unlock(altered, 'boss', '经理的密码 2026')
  expect(open({ ...keyring, users: [boss, { ...li, publicKey: eve.publicKey }] })).toEqual(TAMPERED)
  expect(open({ ...keyring, users: [boss, li, eve] })).toEqual(TAMPERED)
  expect(open({ ...keyring, users: [boss] })).toEqual(TAMPERED)
  expect(open({ ...keyring, users: [{ ...boss, mustChange: true }, li] })).toEqual(TAMPERED)
  expect(open({ ...keyring, recovery: other.recovery })).toEqual(TAMPERED)
  expect(open({ ...keyring, revision: keyring.revision + 1 })).toEqual(TAMPERED)
  expect(open({ ...keyring, macs: [] })).toEqual(TAMPERED)
  expect(open({ ...keyring, storeId: 'store-2' })).toEqual(WRONG)
  expect(open({ ...keyring, users: [{ ...boss, kdf: { ...boss.kdf, opslimit: 2 } }, li] })).toEqual(WRONG)
  const planted = { ...keyring, users: [boss, { ...li, publicKey: eve.publicKey }] }
  expect(codeOf(() => rotate(planted, dek))).toBe('tampered')
})
