const ErrorMessage = ({
  error,
  "data-testid": dataTestid,
}: {
  error?: string | null
  "data-testid"?: string
}) => (error ? <p data-testid={dataTestid}>{error}</p> : null)

export default ErrorMessage
