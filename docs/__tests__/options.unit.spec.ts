import { LANGUAGES, languageOf, type Language } from "../tables/languages"
import { optionRows } from "../../src/config/option-rows"
import {
  allowedBySchema,
  defaultBySchema,
  documentedOptions,
  textOf,
  withTables,
} from "../tables/option-table"
import { TABLE_DOCUMENTS } from "../tables/write-options"

const ROWS = optionRows()
const PATHS = ROWS.map(({ path }) => path).sort()

const languages = LANGUAGES.map((language) => [language.id, language] as const)

describe.each(languages)("the options' texts in %s", (id, language: Language) => {
  it("tell of every option, and of nothing that is none", () => {
    expect(Object.keys(language.texts).sort()).toEqual(PATHS)
  })

  it("leave values and defaults to the schema wherever it knows them", () => {
    const known = ROWS.flatMap((row) => {
      const { allowed, default: worked } = textOf(row, language)
      return [
        ...(allowed && allowedBySchema(row.schema, language) ? [`${row.path}: allowed`] : []),
        ...(worked && defaultBySchema(row.schema, language) ? [`${row.path}: default`] : []),
      ]
    })
    expect(known).toEqual([])
  })

  it("say which values are allowed wherever the schema does not", () => {
    const open = ROWS.filter((row) => !allowedBySchema(row.schema, language))
    const untold = open.filter((row) => !textOf(row, language).allowed)
    expect(untold.map(({ path }) => path)).toEqual([])
  })

  it("are in a table, each once", () => {
    const own = TABLE_DOCUMENTS.filter((document) => document.language === id)
    expect(own.flatMap(({ text }) => documentedOptions(text, ROWS)).sort()).toEqual(PATHS)
  })
})

it("every table says what the schema says; if not, run `npm run docs:options`", () => {
  const stale = TABLE_DOCUMENTS.filter(
    ({ language, text }) => withTables(text, ROWS, languageOf(language)) !== text,
  )
  expect(stale.map(({ name }) => name)).toEqual([])
})
