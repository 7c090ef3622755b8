/** Serves the built search as hosts send it, compressed with brotli: for tests of what people on a slow line wait for. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

import { parseHeaders, type Serving } from '../../src/commands/serve.ts';
import { dist, filesIn } from './built.ts';

/** What hosts compress, with its type. */
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html;charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};

export async function serveCompressed(): Promise<Serving> {
  const rules = parseHeaders(readFileSync(join(dist, '_headers'), 'utf8'));
  // Beforehand: a host does not let its visitors wait for it either.
  const compressed = new Map(
    filesIn(dist)
      .filter((file) => extname(file) in types && /^(search|pagefind|_astro)\//.test(file))
      .map((file) => [join(dist, file), brotliCompressSync(readFileSync(join(dist, file)))]),
  );
  const server = createServer((request, response) => {
    const { pathname } = new URL(`http://localhost${request.url ?? '/'}`);
    const file = join(dist, pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    if (!existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    for (const rule of rules) {
      if (!rule.path.test(pathname)) continue;
      for (const [name, value] of rule.headers) response.setHeader(name, value);
    }
    const packed = compressed.get(file);
    response.setHeader('Content-Type', types[extname(file)] ?? 'application/octet-stream');
    if (packed) response.setHeader('Content-Encoding', 'br');
    response.end(packed ?? readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
