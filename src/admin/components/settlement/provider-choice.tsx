import { Select } from "@medusajs/ui"
import { providerName, useProviders } from "../../hooks/use-providers"
import { useText } from "../../hooks/use-text"
import { Labelled } from "../common/labelled"

interface Props {
  /** Undefined: the store's first provider. */
  value: string | undefined
  onValue: (providerId: string) => void
}

/** Whose file it is; nothing to choose in a store with one provider. */
export function ProviderChoice({ value, onValue }: Props) {
  const { t } = useText()
  const providers = useProviders()
  if (providers.length < 2) return null
  return (
    <Labelled label={t("upload.provider")}>
      {(id) => (
        <Select size="small" value={value ?? ""} onValueChange={onValue}>
          <Select.Trigger id={id} className="max-w-80">
            <Select.Value placeholder={t("upload.first_provider")} />
          </Select.Trigger>
          <Select.Content>
            {providers.map((provider) => (
              <Select.Item key={provider} value={provider}>
                {providerName(provider)}
              </Select.Item>
            ))}
          </Select.Content>
        </Select>
      )}
    </Labelled>
  )
}
