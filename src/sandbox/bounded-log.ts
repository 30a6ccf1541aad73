/** A list that forgets its oldest entries. */
export class BoundedLog<T> {
  private entries: T[] = []

  constructor(private readonly limit: number) {}

  add(entry: T): void {
    this.entries.push(entry)
    if (this.entries.length > this.limit) {
      this.entries.shift()
    }
  }

  /** Oldest first. The array is a copy, its entries are not. */
  all(): T[] {
    return [...this.entries]
  }

  clear(): void {
    this.entries = []
  }
}
