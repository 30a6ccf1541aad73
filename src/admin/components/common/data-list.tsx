import { ArrowDownMini, ArrowUpMini } from "@medusajs/icons"
import { Checkbox, clx, Skeleton, Table } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useText } from "../../hooks/use-text"
import { rowIn, useRowKeys } from "../../hooks/use-row-keys"

/** From which width a column is shown: `always` also on a phone. */
type Width = "always" | "medium" | "wide"

export interface Column<Row> {
  id: string
  header: string
  /** Where the cells hold only buttons, the name of their column is for screen readers. */
  hidesHeader?: boolean
  cell: (row: Row) => ReactNode
  from?: Width
  align?: "end"
  /** The route's name for ordering by this column. */
  sort?: string
}

interface Selection {
  selected: ReadonlySet<string>
  toggle: (id: string) => void
  toggleAll: () => void
}

interface Props<Row> {
  label: string
  columns: Column<Row>[]
  rows: Row[] | undefined
  idOf: (row: Row) => string
  onOpen?: (row: Row) => void
  order?: string
  onOrder?: (order: string) => void
  selection?: Selection
  /** What a screen reader says for a row's checkbox. */
  selectLabel?: (row: Row) => string
}

const SHOWN: Record<Width, string> = {
  always: "",
  medium: "max-md:hidden",
  wide: "max-xl:hidden",
}
const SKELETON_ROWS = 6

/** A list of rows: sortable, selectable, and to be walked through with the arrow keys or j and k. */
export function DataList<Row>(props: Props<Row>) {
  const { rows, columns, label, selection } = props
  const { onKeyDown, container } = useRowKeys()
  return (
    <div className="overflow-x-auto" ref={container} onKeyDown={onKeyDown}>
      <Table aria-label={label} aria-busy={rows === undefined}>
        <Header {...props} />
        <Table.Body>
          {rows === undefined ? (
            <Loading columns={columns} isSelectable={Boolean(selection)} />
          ) : (
            rows.map((row) => <ListRow key={props.idOf(row)} row={row} {...props} />)
          )}
        </Table.Body>
      </Table>
    </div>
  )
}

function Header<Row>({ columns, rows, idOf, order, onOrder, selection }: Props<Row>) {
  const { t } = useText()
  const all = rows?.length ? rows.every((row) => selection?.selected.has(idOf(row))) : false
  return (
    <Table.Header>
      <Table.Row>
        {selection && (
          <Table.HeaderCell className="w-10">
            <Checkbox
              aria-label={t("list.select_all")}
              checked={all}
              onCheckedChange={selection.toggleAll}
            />
          </Table.HeaderCell>
        )}
        {columns.map((column) => (
          <Table.HeaderCell
            key={column.id}
            className={cellClass(column)}
            aria-sort={ariaSort(column.sort, order)}
          >
            {column.sort && onOrder ? (
              <SortButton name={column.sort} order={order} onOrder={onOrder}>
                {column.header}
              </SortButton>
            ) : (
              <span className={clx(column.hidesHeader && "sr-only")}>{column.header}</span>
            )}
          </Table.HeaderCell>
        ))}
      </Table.Row>
    </Table.Header>
  )
}

interface SortProps {
  name: string
  order?: string
  onOrder: (order: string) => void
  children: ReactNode
}

function SortButton({ name, order, onOrder, children }: SortProps) {
  const descending = order === `-${name}`
  const ascending = order === name
  return (
    <button
      type="button"
      className="hover:text-ui-fg-base inline-flex items-center gap-x-1 whitespace-nowrap rounded outline-none focus-visible:shadow-borders-focus"
      onClick={() => onOrder(descending ? name : `-${name}`)}
    >
      {children}
      {descending && <ArrowDownMini aria-hidden />}
      {ascending && <ArrowUpMini aria-hidden />}
    </button>
  )
}

function ariaSort(name: string | undefined, order: string | undefined) {
  if (!name) return undefined
  if (order === name) return "ascending" as const
  return order === `-${name}` ? ("descending" as const) : ("none" as const)
}

function ListRow<Row>(props: Props<Row> & { row: Row }) {
  const { row, columns, idOf, onOpen, selection, selectLabel } = props
  const id = idOf(row)
  return (
    <Table.Row
      {...rowIn}
      tabIndex={onOpen ? 0 : undefined}
      onClick={onOpen && (() => onOpen(row))}
      className={clx("outline-none", {
        "focus-visible:bg-ui-bg-base-hover cursor-pointer": onOpen,
        "bg-ui-bg-highlight hover:bg-ui-bg-highlight-hover": selection?.selected.has(id),
      })}
    >
      {selection && (
        <Table.Cell onClick={(event) => event.stopPropagation()}>
          <Checkbox
            data-row-check
            aria-label={selectLabel?.(row)}
            checked={selection.selected.has(id)}
            onCheckedChange={() => selection.toggle(id)}
          />
        </Table.Cell>
      )}
      {columns.map((column) => (
        <Table.Cell key={column.id} className={clx("py-2", cellClass(column))}>
          {column.cell(row)}
        </Table.Cell>
      ))}
    </Table.Row>
  )
}

function cellClass<Row>({ from = "always", align }: Column<Row>): string {
  return clx(SHOWN[from], align === "end" && "text-right")
}

function Loading<Row>({
  columns,
  isSelectable,
}: {
  columns: Column<Row>[]
  isSelectable: boolean
}) {
  return Array.from({ length: SKELETON_ROWS }, (_, row) => (
    <Table.Row key={row} aria-hidden>
      {isSelectable && (
        <Table.Cell>
          <Skeleton className="size-4" />
        </Table.Cell>
      )}
      {columns.map((column) => (
        <Table.Cell key={column.id} className={cellClass(column)}>
          <Skeleton className={clx("h-4 w-3/4", column.align === "end" && "ml-auto")} />
        </Table.Cell>
      ))}
    </Table.Row>
  ))
}
