import { MagnifyingGlass } from "@medusajs/icons"
import { Input, Kbd } from "@medusajs/ui"
import { useId, useRef, useState, type FocusEvent } from "react"
import { useNavigate } from "react-router-dom"
import { useSearch } from "../../hooks/use-search"
import { useSearchKey } from "../../hooks/use-search-key"
import { useSearchList } from "../../hooks/use-search-list"
import { useText } from "../../hooks/use-text"
import { SearchResults } from "./search-results"

/** One field for everything that people know of a payment, on each of the plugin's pages. */
export function SearchBox() {
  const { t } = useText()
  const navigate = useNavigate()
  const input = useRef<HTMLInputElement>(null)
  const listId = useId()
  const [text, setText] = useState("")
  const search = useSearch(text)
  useSearchKey(input)
  const leave = () => {
    list.close()
    setText("")
    input.current?.blur()
  }
  const list = useSearchList({
    listId,
    isAsked: search.isAsked,
    hits: search.hits,
    onChosen: ({ to }) => {
      navigate(to)
      leave()
    },
  })
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) list.close()
  }
  return (
    <div role="search" className="relative w-full md:max-w-lg md:self-end" onBlur={onBlur}>
      <Input
        ref={input}
        role="combobox"
        aria-label={t("search.label")}
        aria-expanded={list.isShown}
        aria-controls={list.isShown ? listId : undefined}
        aria-autocomplete="list"
        aria-activedescendant={list.activeId}
        aria-keyshortcuts="/ Control+Shift+K Meta+Shift+K"
        autoComplete="off"
        size="small"
        className="pl-8 pr-8"
        placeholder={t("search.placeholder")}
        maxLength={100}
        value={text}
        onChange={({ target }) => {
          setText(target.value)
          list.startOver()
        }}
        onFocus={list.open}
        onKeyDown={list.onKeyDown}
      />
      <Signs />
      {list.isShown && (
        <SearchResults
          search={search}
          listId={listId}
          active={list.active}
          onActive={list.setActive}
          onOpen={leave}
        />
      )}
    </div>
  )
}

/** What the field is, and the key that leads to it. */
function Signs() {
  return (
    <>
      <MagnifyingGlass
        aria-hidden
        className="text-ui-fg-muted pointer-events-none absolute left-2 top-1.5"
      />
      <span
        aria-hidden
        className="pointer-events-none absolute inset-y-0 right-2 flex items-center max-md:hidden"
      >
        <Kbd>/</Kbd>
      </span>
    </>
  )
}
