import { MagnifyingGlass } from "@medusajs/icons"
import { Button, Input, Select } from "@medusajs/ui"
import { useEffect, useState, type ReactNode } from "react"
import type { AddressFilters } from "../../hooks/use-address-filters"
import { useText } from "../../hooks/use-text"

/** Waits until typing pauses before the store is asked. */
const TYPING_PAUSE_MS = 300

interface Props {
  filters: AddressFilters
  /** Without one there is nothing to search by. */
  searchLabel?: string
  children?: ReactNode
}

export function FilterBar({ filters, searchLabel, children }: Props) {
  const { t } = useText()
  return (
    <div className="flex flex-col gap-2 px-6 py-4 md:flex-row md:flex-wrap md:items-center">
      {searchLabel && <Search filters={filters} label={searchLabel} />}
      <div className="flex flex-wrap items-center gap-2">
        {children}
        {filters.isFiltered && (
          <Button size="small" variant="transparent" onClick={filters.clear}>
            {t("list.clear_filters")}
          </Button>
        )}
      </div>
    </div>
  )
}

function Search({ filters, label }: { filters: AddressFilters; label: string }) {
  const inAddress = filters.values.q ?? ""
  const [text, setText] = useState(inAddress)
  useEffect(() => setText(inAddress), [inAddress])
  const { set } = filters
  useEffect(() => {
    if (text === inAddress) return
    const timer = setTimeout(() => set({ q: text.trim() || null }), TYPING_PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text, inAddress, set])
  return (
    <div className="relative w-full md:w-72">
      <Input
        size="small"
        className="pl-8"
        aria-label={label}
        placeholder={label}
        value={text}
        maxLength={100}
        onChange={(event) => setText(event.target.value)}
      />
      <MagnifyingGlass
        aria-hidden
        className="text-ui-fg-muted pointer-events-none absolute left-2 top-1.5"
      />
    </div>
  )
}

const ANY = "any"

interface ChoiceProps {
  filters: AddressFilters
  name: string
  label: string
  options: { value: string; label: string }[]
  /** What the list shows while nothing is chosen. */
  otherwise?: string
  /** There is no "all". */
  isRequired?: boolean
}

/** One filter with a fixed set of values. */
export function ChoiceFilter(props: ChoiceProps) {
  const { filters, name, label, options, otherwise, isRequired } = props
  const { t } = useText()
  const value = filters.values[name] ?? otherwise ?? ANY
  const choose = (chosen: string) => filters.set({ [name]: keep(chosen, otherwise) })
  return (
    <Select size="small" value={value} onValueChange={choose}>
      <Select.Trigger aria-label={label} className="w-auto max-w-60 gap-x-2">
        <span className="text-ui-fg-subtle">{label}</span>
        <Select.Value />
      </Select.Trigger>
      <Select.Content>
        {!isRequired && <Select.Item value={ANY}>{t("list.all")}</Select.Item>}
        {options.map((option) => (
          <Select.Item key={option.value} value={option.value}>
            {option.label}
          </Select.Item>
        ))}
      </Select.Content>
    </Select>
  )
}

/** `any` has to stand in the address when a list shows less by itself. */
function keep(chosen: string, otherwise: string | undefined): string | null {
  if (chosen === otherwise) return null
  return chosen === ANY && !otherwise ? null : chosen
}

/** The filter as the route takes it: nothing for "any". */
export function chosen(filters: AddressFilters, name: string, otherwise?: string) {
  const value = filters.values[name] ?? otherwise
  return value === ANY ? undefined : value
}
