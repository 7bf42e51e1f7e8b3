import fc from 'fast-check'
import { expect, test } from 'vitest'
import { certainSounds, soundsOf } from '../../src/main/rules/han-sounds.ts'

const FAMILY =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高梁郑谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤单区仇解查盖种员尉朴折繁翟乐缪冼祭谌佴洗能瞿房从告傍'
const GIVEN =
  '伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂文辉玲建国峰红春华梅兰玉萍鹏斌波宇浩凯健俊帆雪琳晨旭欣佳怡然思雨子涵梓萱轩诗琪嘉豪志飞云海东林龙凤晶莹洁婷蕾慧颖丹倩薇瑶璐燕雯蓉莉菲乐行重单朴长城宫阿房若无人朔从一不了着和地得的发都还还会将觉角落吕绿女省盛石似率说弹提调吐为系兴应载曾占朝着中转卒作'

test('a name whose signs are always read alike gets the sounds that the whole dictionary gives it', () => {
  const wrong: string[] = []
  let certain = 0
  let all = 0
  const check = (name: string) => {
    all += 1
    const sounds = certainSounds(name)
    if (!sounds) return
    certain += 1
    if (sounds.join(' ') !== soundsOf(name).join(' ')) wrong.push(name)
  }
  for (const family of FAMILY) {
    check(family)
    for (const one of GIVEN) {
      check(family + one)
      check(one + family)
    }
  }
  // Of the names of three signs some thousands.
  let turn = 0
  for (const family of FAMILY) {
    for (const first of GIVEN) {
      for (const second of GIVEN) {
        turn += 1
        if (turn % 29 === 0) check(family + first + second)
      }
    }
  }
  expect({ wrong, share: certain / all > 0.2, all: all > 100_000 }).toEqual({ wrong: [], share: true, all: true })
})

test('any text of common signs gets the same sounds both ways, or none the quick way', () => {
  const sign = fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCharCode(code))
  fc.assert(
    fc.property(fc.string({ unit: sign, minLength: 1, maxLength: 5 }), (text) => {
      const sounds = certainSounds(text)
      if (sounds) expect(sounds).toEqual(soundsOf(text))
    }),
    { numRuns: 5000 },
  )
})

test('a name with another script, a rare sign or a sign of several sounds is not read the quick way', () => {
  expect(['Anna', '王A明', '阿依古丽·买买提', '单于明', '从容', '', '𠮷田'].map((name) => certainSounds(name))).toEqual(
    [undefined, undefined, undefined, undefined, undefined, [], undefined],
  )
})
