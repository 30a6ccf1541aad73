import { generateKeyPairSync } from "node:crypto"
import { once } from "node:events"
import type { AddressInfo } from "node:net"
import ssh2, { type Connection, type SFTPWrapper } from "ssh2"
import { hostFingerprintOf } from "../../sources/host-key"

const { OPEN_MODE, STATUS_CODE } = ssh2.utils.sftp
const DIRECTORY_MODE = 0o040755
const FILE_MODE = 0o100644

export interface ServedFile {
  content: Buffer
  /** Seconds since 1970. */
  mtime?: number
  directory?: boolean
}

/** How the server misbehaves; can be changed at any time. */
export interface SftpFaults {
  /** Never answers questions of this kind. */
  hangOn?: "handshake" | "readdir" | "read"
  /** Breaks the connection once so many bytes of a file went out. */
  breakAfterBytes?: number
  /** Says "end of file" once so many bytes of a file went out. */
  endAfterBytes?: number
  /** How many of the coming connections are dropped at once. */
  dropConnections?: number
}

export interface TestSftpServer {
  port: number
  fingerprint: string
  files: Map<string, ServedFile>
  faults: SftpFaults
  connections: () => number
  /** How often a client offered credentials. */
  authentications: () => number
  /** Called with the path before each answer about a file's size. */
  onStat: (path: string) => void
  close: () => Promise<void>
}

export const SFTP_USER = { username: "liquidaciones", password: "not-a-real-password" }

/** A key that `ssh2` reads every time; its own Ed25519 generator now and then writes a broken one. */
export function newPrivateKey(): string {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" })
  return privateKey.export({ type: "sec1", format: "pem" }).toString()
}

/** A real SSH server on loopback that serves files out of memory. */
export async function startSftpServer(userKey?: string): Promise<TestSftpServer> {
  const hostKey = newPrivateKey()
  const parsed = ssh2.utils.parseKey(hostKey)
  if (parsed instanceof Error) throw parsed
  const open = new Set<Connection>()
  let connections = 0
  let authentications = 0
  const state: TestSftpServer = {
    port: 0,
    fingerprint: hostFingerprintOf(parsed.getPublicSSH()),
    files: new Map(),
    faults: {},
    connections: () => connections,
    authentications: () => authentications,
    onStat: () => undefined,
    close: async () => {
      const closed = new Promise<void>((settle) => server.close(() => settle()))
      for (const connection of open) connection.end()
      await closed
    },
  }
  const server = new ssh2.Server({ hostKeys: [hostKey] }, (connection) => {
    // The types leave it out.
    ;(connection as unknown as { setNoDelay(on: boolean): void }).setNoDelay(true)
    connections += 1
    open.add(connection)
    connection.on("error", () => undefined)
    connection.on("close", () => open.delete(connection))
    if ((state.faults.dropConnections ?? 0) > 0) {
      state.faults.dropConnections = (state.faults.dropConnections ?? 0) - 1
      connection.end()
      return
    }
    connection.on("authentication", () => (authentications += 1))
    authenticate(connection, state, userKey)
    connection.on("ready", () =>
      connection.on("session", (accept) =>
        accept().on("sftp", (acceptSftp) => serve(acceptSftp(), connection, state)),
      ),
    )
  })
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  state.port = (server.address() as AddressInfo).port
  return state
}

function authenticate(connection: Connection, state: TestSftpServer, userKey?: string): void {
  connection.on("authentication", (context) => {
    if (state.faults.hangOn === "handshake") return
    const known = context.username === SFTP_USER.username
    if (known && context.method === "password" && context.password === SFTP_USER.password) {
      context.accept()
    } else if (known && context.method === "publickey" && userKey !== undefined) {
      const key = ssh2.utils.parseKey(userKey)
      const same = !(key instanceof Error) && key.getPublicSSH().equals(context.key.data)
      if (same) context.accept()
      else context.reject(["password"])
    } else context.reject(["password", "publickey"])
  })
}

function serve(sftp: SFTPWrapper, connection: Connection, state: TestSftpServer): void {
  const handles = new Map<number, { path: string; listed: boolean }>()
  const newHandle = (path: string) => {
    const id = handles.size
    handles.set(id, { path, listed: false })
    const handle = Buffer.alloc(4)
    handle.writeUInt32BE(id)
    return handle
  }
  const handleOf = (handle: Buffer) => handles.get(handle.readUInt32BE(0))

  sftp.on("OPENDIR", (id, path) => sftp.handle(id, newHandle(path)))
  sftp.on("READDIR", (id, raw) => {
    if (state.faults.hangOn === "readdir") return
    const handle = handleOf(raw)
    if (handle === undefined || handle.listed) {
      sftp.status(id, STATUS_CODE.EOF)
      return
    }
    handle.listed = true
    const prefix = handle.path === "." ? "" : `${handle.path}/`
    const names = [...state.files].filter(([path]) => path.startsWith(prefix))
    sftp.name(
      id,
      names.map(([path, file]) => ({
        filename: path.slice(prefix.length),
        longname: `${file.directory === true ? "d" : "-"}rw-r--r-- 1 o g ${file.content.length} ${path}`,
        attrs: attributes(file),
      })),
    )
  })
  const stat = (id: number, path: string) => {
    state.onStat(path)
    const file = state.files.get(path)
    if (file === undefined) sftp.status(id, STATUS_CODE.NO_SUCH_FILE)
    else sftp.attrs(id, attributes(file))
  }
  sftp.on("STAT", stat)
  sftp.on("LSTAT", stat)
  sftp.on("FSTAT", (id, raw) => stat(id, handleOf(raw)?.path ?? ""))
  sftp.on("OPEN", (id, path, flags) => {
    const readable = (flags & OPEN_MODE.READ) !== 0 && state.files.has(path)
    if (readable) sftp.handle(id, newHandle(path))
    else sftp.status(id, STATUS_CODE.NO_SUCH_FILE)
  })
  sftp.on("READ", (id, raw, offset, length) => {
    const { faults } = state
    if (faults.hangOn === "read") return
    const content = state.files.get(handleOf(raw)?.path ?? "")?.content ?? Buffer.alloc(0)
    const whole = Math.min(content.length, faults.endAfterBytes ?? content.length)
    if (faults.breakAfterBytes !== undefined && offset >= faults.breakAfterBytes) {
      connection.end()
      return
    }
    const piece = content.subarray(offset, Math.min(offset + length, whole))
    if (piece.length === 0) sftp.status(id, STATUS_CODE.EOF)
    else sftp.data(id, piece)
  })
  sftp.on("CLOSE", (id) => sftp.status(id, STATUS_CODE.OK))
  sftp.on("REALPATH", (id, path) =>
    sftp.name(id, [{ filename: path, longname: path, attrs: {} as never }]),
  )
}

function attributes(file: ServedFile) {
  const mode = file.directory === true ? DIRECTORY_MODE : FILE_MODE
  const mtime = file.mtime ?? 1_790_000_000
  return { mode, uid: 1, gid: 1, size: file.content.length, atime: mtime, mtime }
}
