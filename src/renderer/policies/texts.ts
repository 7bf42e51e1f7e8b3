import { defineTexts } from '../i18n/define.ts'
import { en } from './texts-en.ts'
import { zh } from './texts-zh.ts'

/** Two files, because there are many words; a key that one lacks does not compile. */
export const policiesTexts = defineTexts(zh, en)
