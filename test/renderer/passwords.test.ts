import { expect, test } from 'vitest'
import { checkPassword } from '../../src/main/rules/password-policy.ts'
import { strengthOf } from '../../src/renderer/session/strength.ts'
import { newOneTimePassword } from '../../src/renderer/users/parts/one-time.ts'

test('advice on a password follows what makes it hard to guess', () =>
  expect({
    nothing: strengthOf('').level,
    short: strengthOf('x7#Qp2').level,
    common: strengthOf('password1234').level,
    repeated: strengthOf('aaaaaaaaaaaaaaaa').level,
    login: strengthOf('lin.xiaowen1', 'lin.xiaowen').level,
    words: strengthOf('blue kettle 7 harbour').level,
    chinese: strengthOf('春眠不觉晓处处闻啼鸟').level,
  }).toEqual({
    nothing: 'short',
    short: 'short',
    common: 'weak',
    repeated: 'weak',
    login: 'weak',
    words: 'strong',
    chinese: 'good',
  }))

test('a one-time password meets the desk’s own policy and never comes twice', () => {
  const made = Array.from({ length: 2000 }, newOneTimePassword)
  expect({
    refused: made.filter((one) => !checkPassword('zhao.minghui', one).allowed),
    misread: made.filter(
      (one) => !/^([346789abcdefghjkmnpqrtuvwxy]{4}-){3}[346789abcdefghjkmnpqrtuvwxy]{4}$/.test(one),
    ),
    distinct: new Set(made).size,
  }).toEqual({ refused: [], misread: [], distinct: 2000 })
})
