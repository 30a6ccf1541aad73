import { clx, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { HitGroup, useSearch } from "../../hooks/use-search"
import { useText } from "../../hooks/use-text"
import { errorKind } from "../../lib/error-text"
import { SearchHit } from "./search-hit"

interface Props {
  search: ReturnType<typeof useSearch>
  listId: string
  active: number
  onActive: (place: number) => void
  onOpen: () => void
}

/** The list below the search's field. */
export function SearchResults({ search, ...list }: Props) {
  const { t } = useText()
  const { groups, error, searchedOrders } = search
  return (
    <div
      // The field keeps the focus, so that the keys stay where they are.
      onMouseDown={(event) => event.preventDefault()}
      className="bg-ui-bg-base shadow-elevation-flyout absolute inset-x-0 top-full z-10 mt-1 flex max-h-[70vh] flex-col overflow-hidden rounded-lg"
    >
      <div
        id={list.listId}
        role="listbox"
        aria-label={t("search.results")}
        aria-busy={!groups && !error}
        className="divide-ui-border-base min-h-0 divide-y overflow-y-auto"
      >
        {groups?.map((group) => (
          <Group key={group.kind} group={group} {...list} />
        ))}
      </div>
      <div role="status" className={clx({ "sr-only": groups && groups.length > 0 })}>
        <Text size="small" className="text-ui-fg-subtle px-4 py-3">
          {error
            ? t(`errors.${errorKind(error)}`)
            : !groups
              ? t("search.searching")
              : groups.length === 0
                ? t("search.nothing")
                : t("search.found", { count: search.hits.length })}
        </Text>
      </div>
      {searchedOrders !== null && (
        <Text size="xsmall" className="text-ui-fg-subtle border-ui-border-base border-t px-4 py-2">
          {t("search.recent_only", { orders: searchedOrders.toLocaleString("en") })}
        </Text>
      )}
    </div>
  )
}

type GroupProps = Omit<Props, "search"> & { group: HitGroup }

function Group({ group, listId, active, onActive, onOpen }: GroupProps) {
  const { t } = useText()
  const titleId = `${listId}-${group.kind}`
  return (
    <div role="group" aria-labelledby={titleId} className="p-1">
      <Text
        id={titleId}
        size="xsmall"
        weight="plus"
        className="text-ui-fg-subtle px-3 py-1"
        as="div"
      >
        {t(`search_kind.${group.kind}`)}
      </Text>
      {group.hits.map(({ hit, place }) => (
        <Link
          key={`${hit.kind}:${hit.id}`}
          id={`${listId}-${place}`}
          role="option"
          tabIndex={-1}
          aria-selected={place === active}
          to={hit.to}
          className={clx("flex flex-col gap-y-0.5 rounded-md px-3 py-2 outline-none", {
            "bg-ui-bg-base-hover": place === active,
          })}
          onMouseMove={() => onActive(place)}
          onClick={onOpen}
        >
          <SearchHit hit={hit} />
        </Link>
      ))}
    </div>
  )
}
