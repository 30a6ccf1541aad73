/**
 * The fields of an answer in their order, as requests name them in `fields` and `order`. One that the
 * answer's type does not have, or one that is missing here, does not compile.
 */
export function fieldsOf<Answer extends object>() {
  return <const Names extends readonly (keyof Answer & string)[]>(
    ...names: Names &
      ([Exclude<keyof Answer, Names[number]>] extends [never]
        ? unknown
        : { missing: Exclude<keyof Answer, Names[number]> })
  ): Names => names
}
