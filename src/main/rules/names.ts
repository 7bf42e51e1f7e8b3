import { certainSounds, isPlainHan, lettersOf, soundsOf } from './han-sounds.ts'

export { lettersOf }

/** A name with everything it is found by, computed when it is written. */
export type NameKeys = { name: string; namePinyin: string; nameInitials: string; nameOther: string }

const HAN = /\p{Script=Han}/u
/** Surnames of two signs; `surname` mode of the reading knows their sounds, not their length. */
const LONG_SURNAMES = new Set(
  (
    '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 ' +
    '宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 ' +
    '公户 公玉 公仪 梁丘 公仲 公上 公门 公山 公坚 左丘 公伯 西门 公祖 第五 公乘 贯丘 公皙 南荣 东里 东宫 仲长 子书 子桑 即墨 达奚 褚师 单于 完颜 纳兰'
  ).split(' '),
)

/** A name as it is kept: plain width, no blanks inside a Chinese one, single blanks inside others. */
export function tidyName(written: string): string {
  if (isPlainHan(written)) return written
  const name = written.normalize('NFKC').trim().replace(/\s+/gu, ' ')
  return HAN.test(name) ? name.replaceAll(' ', '') : name
}

/** The keys of a name that is read without looking at its signs together; undefined when that is not enough. */
export function quickKeys(written: string): NameKeys | undefined {
  const sounds = certainSounds(written)
  if (!sounds || sounds.length === 0) return undefined
  let initials = ''
  for (const sound of sounds) initials += sound[0]
  return { name: written, namePinyin: sounds.join(''), nameInitials: initials, nameOther: givenName(written) }
}

/** The keys of a name: 欧阳娜娜 → ouyangnana, oynn, 娜娜; Anna Smith → annasmith, as, smithanna. */
export function nameKeys(written: string): NameKeys {
  const quick = quickKeys(written)
  if (quick) return quick
  const name = tidyName(written)
  const keys = HAN.test(name) ? hanKeys(name) : latinKeys(name)
  // A name in another script is found and ordered by itself.
  const own = name.toLowerCase()
  return { name, namePinyin: keys.pinyin || own, nameInitials: keys.initials || own, nameOther: keys.other }
}

type Keys = { pinyin: string; initials: string; other: string }

function hanKeys(name: string): Keys {
  const syllables = soundsOf(name)
  return {
    pinyin: syllables.join(''),
    initials: syllables.map((syllable) => syllable[0]).join(''),
    other: afterDot(name) ?? givenName(name),
  }
}

const DOTTED = /^[^·•]+[·•](.+)$/u

function afterDot(name: string): string | undefined {
  return DOTTED.exec(name)?.[1]
}

function givenName(name: string): string {
  const isLong = name.length > 2 && LONG_SURNAMES.has(name.slice(0, 2))
  const [first = ''] = name
  const family = isLong ? 2 : first.length
  return name.length > family ? name.slice(family) : name
}

function latinKeys(name: string): Keys {
  const words = name
    .split(/[\s/,.'-]+/u)
    .map(lettersOf)
    .filter((word) => word !== '')
  const last = words.at(-1) ?? ''
  return {
    pinyin: words.join(''),
    initials: words.map((word) => word[0]).join(''),
    other: last + words.slice(0, -1).join(''),
  }
}
