/** What stands for the placeholders of a sentence. */
export type Values = Record<string, string | number>

/** The names of the `{placeholders}` in a sentence. */
export type Placeholders<Sentence extends string> =
  Sentence extends `${string}{${infer Name}}${infer Rest}` ? Name | Placeholders<Rest> : never

/** A sentence with its values put in. */
export function fill(sentence: string, values: Values): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]))
}
