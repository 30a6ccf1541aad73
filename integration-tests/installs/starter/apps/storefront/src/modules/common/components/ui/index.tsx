import { ButtonHTMLAttributes, HTMLAttributes } from "react"

export const Text = (props: HTMLAttributes<HTMLParagraphElement>) => (
  <p {...props} />
)

export const Heading = ({
  level: Component = "h2",
  ...props
}: HTMLAttributes<HTMLHeadingElement> & { level?: "h1" | "h2" | "h3" }) => (
  <Component {...props} />
)

export const Button = ({
  size,
  isLoading,
  disabled,
  children,
  ...props
}: ButtonHTMLAttributes<HTMLButtonElement> & {
  size?: "small" | "medium" | "large"
  isLoading?: boolean
}) => (
  <button data-size={size} disabled={disabled || isLoading} {...props}>
    {isLoading ? "Loading..." : children}
  </button>
)
