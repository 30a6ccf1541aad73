import { TaskCancelledError, TimeoutStrategy, timeout } from "cockatiel"
import SftpClient from "ssh2-sftp-client"
import { HostKeyChangedError, SourceError } from "./errors"
import { hostFingerprintOf, sameFingerprint } from "./host-key"
import type { SftpSourceOptions } from "./schema"
import type { SourceLimits } from "./source"

/** One connection. Every question has a time limit; `close` never waits for the server. */
export class SftpSession {
  private constructor(
    private readonly client: SftpClient,
    private readonly limits: SourceLimits,
  ) {}

  /** @throws SourceError */
  static async open(options: SftpSourceOptions, limits: SourceLimits): Promise<SftpSession> {
    const shown: { fingerprint: string | null } = { fingerprint: null }
    const client = new SftpClient(options.id, {
      // The library prints to the console otherwise; failures reach us by rejection and by stream.
      error: () => undefined,
      end: () => undefined,
      close: () => undefined,
    })
    const ssh = sshOf(client)
    // Without it each of a dozen small messages waits for the server's delayed acknowledgement.
    ssh.once("connect", () => ssh.setNoDelay(true))
    const session = new SftpSession(client, limits)
    const connection = () => client.connect(connectOptions(options, limits, shown))
    try {
      await session.within(limits.connectTimeoutMs, connection)
    } catch (error) {
      session.close()
      throw connectError(error, options, shown.fingerprint)
    }
    return session
  }

  /** @throws SourceError */
  async ask<T>(question: (client: SftpClient) => Promise<T>): Promise<T> {
    try {
      return await this.within(this.limits.idleTimeoutMs, () => question(this.client))
    } catch (error) {
      throw sftpError(error)
    }
  }

  read(path: string): ReturnType<SftpClient["createReadStream"]> {
    return this.client.createReadStream(path, { autoClose: true })
  }

  close(): void {
    sshOf(this.client).destroy()
  }

  private within<T>(ms: number, task: () => Promise<T>): Promise<T> {
    return timeout(ms, TimeoutStrategy.Aggressive).execute(task)
  }
}

interface SshConnection {
  once(event: "connect", listener: () => void): void
  setNoDelay(noDelay: boolean): void
  destroy(): void
}

/** The SSH connection, which the library keeps to itself. */
function sshOf(client: SftpClient): SshConnection {
  return (client as unknown as { client: SshConnection }).client
}

function connectOptions(
  options: SftpSourceOptions,
  limits: SourceLimits,
  shown: { fingerprint: string | null },
): SftpClient.ConnectOptions {
  return {
    host: options.host,
    port: options.port,
    username: options.username,
    ...(options.password === undefined ? {} : { password: options.password }),
    ...(options.privateKey === undefined ? {} : { privateKey: options.privateKey }),
    ...(options.passphrase === undefined ? {} : { passphrase: options.passphrase }),
    readyTimeout: limits.connectTimeoutMs,
    hostVerifier: (key: Buffer) => {
      shown.fingerprint = hostFingerprintOf(key)
      return sameFingerprint(shown.fingerprint, options.hostFingerprint)
    },
  }
}

function connectError(
  error: unknown,
  options: SftpSourceOptions,
  fingerprint: string | null,
): SourceError {
  if (fingerprint !== null && !sameFingerprint(fingerprint, options.hostFingerprint)) {
    return new HostKeyChangedError(options.hostFingerprint, fingerprint)
  }
  const text = messageOf(error)
  if (/authentication methods failed|permission denied/i.test(text)) {
    const message = `The SFTP server refused the user name, password or key of ${options.id}.`
    return new SourceError("credentials_refused", message)
  }
  if (/parse privateKey|passphrase/i.test(text)) {
    const message = `The private key of ${options.id} can't be read, or its passphrase is wrong.`
    return new SourceError("credentials_refused", message)
  }
  return sftpError(error)
}

/** Names a failure of the connection or of one question. */
export function sftpError(error: unknown): SourceError {
  if (error instanceof SourceError) return error
  const text = messageOf(error)
  if (error instanceof TaskCancelledError || /timed out/i.test(text)) {
    return new SourceError("source_timeout", "The SFTP server did not answer in time.", error)
  }
  if (/no such file|does not exist/i.test(text)) {
    return new SourceError(
      "file_not_found",
      "There is no such folder or file on the server.",
      error,
    )
  }
  if (/permission denied/i.test(text)) {
    return new SourceError("source_refused", "The SFTP server does not let us read this.", error)
  }
  return new SourceError("source_unreachable", "The SFTP server can't be reached.", error)
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
