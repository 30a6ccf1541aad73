import { Text } from "@medusajs/ui"

export function ProgressBar({ percent, label }: { percent: number; label: string }) {
  return (
    <div>
      <Text size="small" className="mb-1 tabular-nums">
        {label}
      </Text>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        className="bg-ui-bg-component h-2 overflow-hidden rounded-full"
      >
        <div
          className="bg-ui-bg-interactive h-full rounded-full transition-all duration-500"
          style={{ width: `${percent}%` }}
        />
      </div>
    </div>
  )
}
