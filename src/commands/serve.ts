/**
 * A small static server for `npm start` and the browser tests. It behaves as the common static hosts
 * do in what the site depends on: the `_headers` file, the 404 page, a folder's address ending in a
 * slash, and a site that does not stand at the root of its host.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';

import sirv from 'sirv';

export interface ServeOptions {
  /** Port to listen on; 0 takes any free one. Default 0. */
  port?: number;
  /** Network address to listen on. Default 127.0.0.1: this machine alone. */
  host?: string;
  /** Path under which the site stands; everything else is 404. Begins and ends with a slash. Default `/`. */
  base?: string;
  /** Where the port is taken, try the ones after it (twenty at most) instead of failing. Default false. */
  orNextFreePort?: boolean;
}

export interface Serving {
  /** Address of the site's front page, with the base path and a slash at the end. */
  address: string;
  /** Stops the server and ends open connections. */
  close(): Promise<void>;
}

/** One block of a `_headers` file: a path pattern, and the headers of every file it fits. */
export interface HeaderRule {
  path: RegExp;
  headers: [name: string, value: string][];
}

const portsToTry = 20;

/**
 * Serves a built site. Files are read on each request and `_headers` once, at the start; nothing is
 * cached but what `_headers` says, so a rebuilt page is seen at the next load.
 *
 * @throws Error where the folder is absent, the base is malformed, or no port is free
 */
export async function serve(folder: string, options: ServeOptions = {}): Promise<Serving> {
  const { port = 0, host = '127.0.0.1', base = '/', orNextFreePort = false } = options;
  if (!existsSync(folder)) throw new Error(`There is nothing to serve at ${folder}: build the site first.`);
  if (!base.startsWith('/') || !base.endsWith('/')) {
    throw new Error(`The base path "${base}" must begin and end with a slash.`);
  }

  const server = createServer(answerFrom(folder, base));
  const actualPort = await listen(server, port, host, orNextFreePort ? portsToTry : 1);
  const name = host === '127.0.0.1' || host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return {
    address: `http://${name}:${actualPort}${base}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

/**
 * Reads a `_headers` file (the format that Netlify and Cloudflare Pages share): a path on a line of
 * its own, its headers indented below, `*` for any run of characters, `#` before a comment.
 *
 * @throws Error naming the line that is neither
 */
export function parseHeaders(text: string): HeaderRule[] {
  const rules: HeaderRule[] = [];
  text.split('\n').forEach((line, index) => {
    const content = line.trim();
    if (content === '' || content.startsWith('#')) return;
    if (content.startsWith('/')) {
      const pattern = content.split('*').map(RegExp.escape).join('.*');
      rules.push({ path: new RegExp(`^${pattern}$`), headers: [] });
      return;
    }
    const colon = content.indexOf(':');
    const rule = rules.at(-1);
    if (colon < 1 || !rule) {
      throw new Error(`_headers line ${index + 1} is neither a path nor a header under one: ${content}`);
    }
    rule.headers.push([content.slice(0, colon), content.slice(colon + 1).trim()]);
  });
  return rules;
}

function answerFrom(folder: string, base: string) {
  const headersFile = join(folder, '_headers');
  const rules = existsSync(headersFile) ? parseHeaders(readFileSync(headersFile, 'utf8')) : [];
  // `dev` makes sirv look at the disk each time, and send `no-cache` where no rule says otherwise.
  const files = sirv(folder, { dev: true, etag: true });

  return (request: IncomingMessage, response: ServerResponse): void => {
    const { pathname, search } = new URL(`http://localhost${request.url ?? '/'}`);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return;
    }
    // Two slashes in a row would make a redirect name another host.
    if (!pathname.startsWith(base) || pathname.includes('//')) {
      response.writeHead(404, { 'Content-Type': 'text/plain;charset=utf-8' }).end('Not part of this site.\n');
      return;
    }

    const path = `/${pathname.slice(base.length)}`;
    applyRules(rules, path, response);
    if (lacksSlash(folder, path)) {
      response.writeHead(301, { Location: `${pathname}/${search}` }).end();
      return;
    }
    if (path === '/_headers') {
      answerNotFound(folder, response);
      return;
    }
    request.url = path + search;
    files(request, response, () => answerNotFound(folder, response));
  };
}

/** A header that several rules set is sent with all its values, as the hosts do: rules must not overlap in one. */
function applyRules(rules: readonly HeaderRule[], path: string, response: ServerResponse): void {
  for (const rule of rules) {
    if (!rule.path.test(path)) continue;
    for (const [name, value] of rule.headers) {
      const before = response.getHeader(name);
      response.setHeader(name, before === undefined ? value : `${String(before)}, ${value}`);
    }
  }
}

/** Relative addresses on a page only hold where the page's own address ends in a slash. */
function lacksSlash(folder: string, path: string): boolean {
  if (path.endsWith('/')) return false;
  const page = join(folder, decodePath(path), 'index.html');
  return page.startsWith(folder) && existsSync(page);
}

function decodePath(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

function answerNotFound(folder: string, response: ServerResponse): void {
  const page = join(folder, '404.html');
  response.statusCode = 404;
  response.setHeader('Cache-Control', 'no-cache');
  if (statSync(page, { throwIfNoEntry: false })) {
    response.setHeader('Content-Type', 'text/html;charset=utf-8');
    response.end(readFileSync(page));
  } else {
    response.setHeader('Content-Type', 'text/plain;charset=utf-8');
    response.end('There is no such page.\n');
  }
}

async function listen(server: Server, port: number, host: string, tries: number): Promise<number> {
  for (let candidate = port; candidate < port + tries; candidate += 1) {
    const result = await tryToListen(server, candidate, host);
    if (result !== 'taken') return result;
  }
  const range = tries === 1 ? `Port ${port} is` : `Ports ${port} to ${port + tries - 1} are`;
  throw new Error(`${range} taken: set PORT to a free one.`);
}

function tryToListen(server: Server, port: number, host: string): Promise<number | 'taken'> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException): void => {
      if (error.code === 'EADDRINUSE') resolve('taken');
      else reject(error);
    };
    server.once('error', onError);
    server.listen(port, host, () => {
      server.off('error', onError);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}
