import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LinearScale,
  Tooltip,
} from "../../lib/chart-library"
import { useEffect, useRef } from "react"
import type { Palette } from "../../hooks/use-palette"
import { usePalette } from "../../hooks/use-palette"

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip)

const MAX_TICKS = 5
/** So few categories are all named, each in two lines, so that no name is cut. */
const MAX_UNSKIPPED = 5

export interface Series {
  name: string
  color: keyof Palette
  values: number[]
  /** What the tooltip says for each value: money is never formatted from a float. */
  texts: string[]
}

interface Props {
  label: string
  categories: string[]
  series: Series[]
  /** What stands before the axis' numbers, such as `S/`. */
  unit: string
}

/**
 * Loaded only where a chart is shown: the default export is for `lazy`. This file uses no class
 * names of its own, because the store's Tailwind does not look into a plugin's split-off chunks.
 */
export default function BarChart({ label, categories, series, unit }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const palette = usePalette()
  useEffect(() => {
    if (!canvas.current) return
    const chart = new Chart(canvas.current, {
      type: "bar",
      data: { labels: namesOf(categories), datasets: series.map((one) => dataset(one, palette)) },
      options: options(series, palette, unit),
    })
    return () => chart.destroy()
  }, [categories, series, palette, unit])
  return <canvas ref={canvas} role="img" aria-label={label} />
}

/** `8–30 days` as `8–30` above `days`. */
function namesOf(categories: string[]): (string | string[])[] {
  if (categories.length > MAX_UNSKIPPED) return categories
  return categories.map((name) => {
    const end = name.lastIndexOf(" ")
    return end < 0 ? name : [name.slice(0, end), name.slice(end + 1)]
  })
}

function dataset({ name, color, values }: Series, palette: Palette) {
  return {
    label: name,
    data: values,
    backgroundColor: palette[color],
    borderRadius: 3,
    maxBarThickness: 28,
  }
}

function options(series: Series[], palette: Palette, unit: string) {
  const reducedMotion = window.matchMedia("(prefers-reduced-motion: reduce)").matches
  return {
    responsive: true,
    maintainAspectRatio: false,
    animation: reducedMotion ? (false as const) : { duration: 300 },
    interaction: { mode: "index" as const, intersect: false },
    plugins: {
      legend: { display: false },
      tooltip: {
        callbacks: {
          label: ({ datasetIndex, dataIndex }: { datasetIndex: number; dataIndex: number }) => {
            const one = series[datasetIndex]
            return one ? `${one.name}: ${one.texts[dataIndex] ?? ""}` : ""
          },
        },
      },
    },
    scales: {
      x: {
        grid: { display: false },
        border: { color: palette.grid },
        ticks: {
          color: palette.text,
          maxRotation: 0,
          autoSkip: (series[0]?.values.length ?? 0) > MAX_UNSKIPPED,
          autoSkipPadding: 12,
        },
      },
      y: {
        beginAtZero: true,
        grid: { color: palette.grid },
        border: { display: false },
        ticks: {
          color: palette.text,
          maxTicksLimit: MAX_TICKS,
          callback: (value: number | string) => `${unit} ${Number(value).toLocaleString("en")}`,
        },
      },
    },
  }
}
