import { Metadata } from "next"
import "styles/globals.css"

export const metadata: Metadata = { title: "Shop", icons: "data:," }

export default function RootLayout(props: { children: React.ReactNode }) {
  return (
    <html lang="en">
      <body>
        <nav>
          <a href="/">Medusa Store</a>
        </nav>
        <main>{props.children}</main>
      </body>
    </html>
  )
}
