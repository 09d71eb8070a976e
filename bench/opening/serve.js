import { createReadStream, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const types = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
}
const watch = readFileSync(join(dirname(fileURLToPath(import.meta.url)), 'watch.js'), 'utf8')

/**
 * Serves a built app and the files beside it, with the headers that `npm start` sends. Its page is watched by a script that
 * comes first, watch.js; `reported` gives what that says next, and has it watch a layout too where `lays`.
 */
export async function serve(folder, files) {
  let lays = false
  let heard = () => undefined
  const given = {
    '/': () =>
      readFileSync(join(folder, 'index.html'), 'utf8').replace(/<head>/, '$&<script src="./watch.js"></script>'),
    '/watch.js': () => `const lays = ${lays}\n${watch}`,
  }
  const server = createServer((request, response) => {
    const path = new URL(request.url, 'http://x').pathname
    if (path === '/report') return void hear(request, response, heard)
    const inFiles = join(files, path.replace(/^\/files\//, ''))
    const file = path.startsWith('/files/') ? inFiles : join(folder, path)
    const found = path in given || statSync(file, { throwIfNoEntry: false })?.isFile()
    response.writeHead(found ? 200 : 404, {
      'Content-Type': types[path === '/' ? '.html' : extname(path)] ?? 'application/octet-stream',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
    })
    if (path in given) response.end(given[path]())
    else if (found) createReadStream(file).pipe(response)
    else response.end()
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const reported = (withLayout) => {
    lays = withLayout
    return new Promise((resolve) => (heard = resolve))
  }
  return { address: `http://127.0.0.1:${server.address().port}/`, reported, close: () => server.close() }
}

async function hear(request, response, heard) {
  let text = ''
  for await (const part of request) text += part
  response.end()
  heard(JSON.parse(text))
}
