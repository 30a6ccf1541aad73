/** `1 case`, `25 cases`: for languages with one form for one and another for the rest. */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}
