import { MagnifyingGlass } from "@medusajs/icons"
import { Input, Kbd } from "@medusajs/ui"
import { useEffect, useId, useRef, useState, type FocusEvent, type KeyboardEvent } from "react"
import { useNavigate } from "react-router-dom"
import { useSearch } from "../../hooks/use-search"
import { useSearchKey } from "../../hooks/use-search-key"
import { useText } from "../../hooks/use-text"
import { SearchResults } from "./search-results"

const STEP: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 }

/** One field for everything that people know of a payment, on each of the plugin's pages. */
export function SearchBox() {
  const { t } = useText()
  const navigate = useNavigate()
  const input = useRef<HTMLInputElement>(null)
  const listId = useId()
  const [text, setText] = useState("")
  const [isOpen, setIsOpen] = useState(false)
  const [active, setActive] = useState(0)
  const search = useSearch(text)
  useSearchKey(input)
  const optionId = (place: number) => `${listId}-${place}`
  const isShown = isOpen && search.isAsked
  const chosen = search.hits[active]
  useEffect(() => {
    if (isShown)
      document.getElementById(`${listId}-${active}`)?.scrollIntoView({ block: "nearest" })
  }, [isShown, active, listId])
  const close = () => {
    setIsOpen(false)
    setText("")
    input.current?.blur()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEP[event.key]
    const count = search.hits.length
    if (event.key === "Escape" && isShown) setIsOpen(false)
    else if (step !== undefined && count > 0) {
      setIsOpen(true)
      setActive((place) => (isShown ? (place + step + count) % count : 0))
    } else if (event.key === "Enter" && isShown && chosen) {
      navigate(chosen.to)
      close()
    } else return
    event.preventDefault()
  }
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) setIsOpen(false)
  }
  return (
    <div role="search" className="relative w-full md:max-w-lg md:self-end" onBlur={onBlur}>
      <Input
        ref={input}
        role="combobox"
        aria-label={t("search.label")}
        aria-expanded={isShown}
        aria-controls={isShown ? listId : undefined}
        aria-autocomplete="list"
        aria-activedescendant={isShown && chosen ? optionId(active) : undefined}
        aria-keyshortcuts="/ Control+Shift+K Meta+Shift+K"
        autoComplete="off"
        size="small"
        className="pl-8 pr-8"
        placeholder={t("search.placeholder")}
        maxLength={100}
        value={text}
        onChange={({ target }) => {
          setText(target.value)
          setActive(0)
          setIsOpen(true)
        }}
        onFocus={() => setIsOpen(true)}
        onKeyDown={onKeyDown}
      />
      <MagnifyingGlass
        aria-hidden
        className="text-ui-fg-muted pointer-events-none absolute left-2 top-1.5"
      />
      <span aria-hidden className="pointer-events-none absolute right-2 top-1 max-md:hidden">
        <Kbd>/</Kbd>
      </span>
      {isShown && (
        <SearchResults
          search={search}
          listId={listId}
          active={active}
          optionId={optionId}
          onActive={setActive}
          onOpen={close}
        />
      )}
    </div>
  )
}
