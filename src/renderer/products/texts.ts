import { defineTexts } from '../i18n/define.ts'
import { en } from './words-en.ts'
import { zh } from './words-zh.ts'

/** Words of products, prices, offers, strategy actions, suppliers' quality and market notes. */
export const productsTexts = defineTexts(zh, en)
