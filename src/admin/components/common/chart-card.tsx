import { clx, Skeleton, Text } from "@medusajs/ui"
import { lazy, Suspense } from "react"
import type { Palette } from "../../hooks/use-palette"
import { useText } from "../../hooks/use-text"
import { Card } from "./page"
import type { Series } from "./bar-chart"

const BarChart = lazy(() => import("./bar-chart"))

const SWATCH: Record<keyof Palette, string> = {
  text: "",
  grid: "",
  first: "bg-ui-tag-blue-icon",
  second: "bg-ui-tag-green-icon",
  warm: "bg-ui-tag-orange-icon",
}

interface Props {
  title: string
  description: string
  categories: string[]
  series: Series[]
  unit: string
}

/** A bar chart with its legend, and the same figures as a table for those who can't see it. */
export function ChartCard({ title, description, categories, series, unit }: Props) {
  const { t } = useText()
  const isEmpty = series.every(({ values }) => values.every((value) => value === 0))
  return (
    <Card title={title} aside={series.length > 1 && <Legend series={series} />}>
      <div className="px-6 py-4">
        <Text size="small" className="text-ui-fg-subtle mb-3">
          {description}
        </Text>
        <div className="relative h-60">
          {isEmpty ? (
            <Text
              size="small"
              className="text-ui-fg-subtle bg-ui-bg-subtle flex h-full items-center justify-center rounded-lg"
            >
              {t("summary.chart_empty")}
            </Text>
          ) : (
            <Suspense fallback={<Skeleton className="h-full w-full" />}>
              <BarChart label={title} categories={categories} series={series} unit={unit} />
            </Suspense>
          )}
        </div>
        <table className="sr-only">
          <caption>{title}</caption>
          <thead>
            <tr>
              <td />
              {series.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {categories.map((category, index) => (
              <tr key={category}>
                <th scope="row">{category}</th>
                {series.map(({ name, texts }) => (
                  <td key={name}>{texts[index]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}

function Legend({ series }: { series: Series[] }) {
  return (
    <ul className="flex gap-x-4" aria-hidden>
      {series.map(({ name, color }) => (
        <li key={name} className="text-ui-fg-subtle txt-compact-small flex items-center gap-x-1.5">
          <span className={clx("size-2 rounded-full", SWATCH[color])} />
          {name}
        </li>
      ))}
    </ul>
  )
}
