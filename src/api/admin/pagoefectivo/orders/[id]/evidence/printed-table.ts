import { html, type HtmlValue, type SafeHtml } from "../../../../../../voucher/html/html"

export interface PrintedColumn<Row> {
  name: string
  cell: (row: Row) => HtmlValue
  /** Figures stand under one another. */
  isFigure?: boolean
}

/** One part of the document; what there is none of says so. */
export function printedTable<Row>(
  title: string,
  columns: PrintedColumn<Row>[],
  rows: readonly Row[],
  none: string,
): SafeHtml {
  if (rows.length === 0)
    return html`<section>
      <h2>${title}</h2>
      <p>${none}</p>
    </section>`
  const cell = (row: Row, { cell: value, isFigure }: PrintedColumn<Row>) =>
    isFigure ? html`<td class="figure">${value(row)}</td>` : html`<td>${value(row)}</td>`
  return html`<section>
    <h2>${title}</h2>
    <table>
      <thead>
        <tr>
          ${columns.map(({ name, isFigure }) =>
            isFigure
              ? html`<th scope="col" class="figure">${name}</th>`
              : html`<th scope="col">${name}</th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${columns.map((column) => cell(row, column))}
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`
}

/** An id or a hash, which may be broken anywhere. */
export function exact(text: string | null): SafeHtml {
  return html`<code>${text ?? "—"}</code>`
}
