import { Trash } from "@medusajs/icons"
import { Button, IconButton, Select } from "@medusajs/ui"
import { useState } from "react"
import { useText } from "../../hooks/use-text"
import { Labelled } from "../common/labelled"
import { TextField } from "../common/text-field"
import type { SettingFormProps } from "./setting-form-props"
import { SettingDrawer } from "./setting-drawer"

const KINDS = ["online", "counter"] as const

interface Point {
  name: string
  kind: (typeof KINDS)[number]
  hours?: string
  fee?: string
  companyCode?: string
}

/** Where a code can be paid, as the voucher shows it. */
export function PaymentPointsForm({ setting, onClose }: SettingFormProps) {
  const { t } = useText()
  const [points, setPoints] = useState((setting.value ?? []) as Point[])
  const write = (at: number, changed: Partial<Point>) =>
    setPoints(points.map((point, index) => (index === at ? { ...point, ...changed } : point)))
  const isComplete = points.length > 0 && points.every(({ name }) => name.trim())
  return (
    <SettingDrawer
      setting={setting}
      hint={setting.description}
      change={isComplete ? { value: points.map(tidy) } : null}
      onClose={onClose}
    >
      {points.map((point, at) => (
        <PointFields
          key={at}
          point={point}
          onWrite={(changed) => write(at, changed)}
          onRemove={() => setPoints(points.filter((_, index) => index !== at))}
        />
      ))}
      <Button
        size="small"
        variant="secondary"
        type="button"
        onClick={() => setPoints([...points, { name: "", kind: "counter" }])}
      >
        {t("settings.point.add")}
      </Button>
    </SettingDrawer>
  )
}

interface FieldsProps {
  point: Point
  onWrite: (changed: Partial<Point>) => void
  onRemove: () => void
}

function PointFields({ point, onWrite, onRemove }: FieldsProps) {
  const { t } = useText()
  return (
    <fieldset className="border-ui-border-base flex flex-col gap-y-2 border-b pb-4">
      <div className="flex items-end gap-x-2">
        <div className="min-w-0 flex-1">
          <TextField
            label={t("settings.point.name")}
            required
            value={point.name}
            onText={(name) => onWrite({ name })}
          />
        </div>
        <IconButton
          type="button"
          variant="transparent"
          aria-label={t("settings.point.remove", { name: point.name })}
          onClick={onRemove}
        >
          <Trash />
        </IconButton>
      </div>
      <Labelled label={t("settings.point.kind")}>
        {(id) => (
          <Select
            value={point.kind}
            onValueChange={(kind) => onWrite({ kind: kind as Point["kind"] })}
          >
            <Select.Trigger id={id}>
              <Select.Value />
            </Select.Trigger>
            <Select.Content>
              {KINDS.map((kind) => (
                <Select.Item key={kind} value={kind}>
                  {t(`settings.point_kind.${kind}`)}
                </Select.Item>
              ))}
            </Select.Content>
          </Select>
        )}
      </Labelled>
      <div className="grid grid-cols-1 gap-2 md:grid-cols-3">
        <TextField
          label={t("settings.point.hours")}
          value={point.hours ?? ""}
          onText={(hours) => onWrite({ hours })}
        />
        <TextField
          label={t("settings.point.fee")}
          value={point.fee ?? ""}
          onText={(fee) => onWrite({ fee })}
        />
        <TextField
          label={t("settings.point.code")}
          inputMode="numeric"
          value={point.companyCode ?? ""}
          onText={(companyCode) => onWrite({ companyCode })}
        />
      </div>
    </fieldset>
  )
}

/** Without the fields that were left empty. */
function tidy(point: Point): Point {
  return Object.fromEntries(
    Object.entries(point).filter(([, text]) => (text as string).trim()),
  ) as unknown as Point
}
