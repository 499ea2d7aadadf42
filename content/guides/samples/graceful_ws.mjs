// Stop a ws server without surprising its clients: 1012, in small groups.
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

import { WebSocketServer } from 'ws';

/** Close `size` connections every `pause` ms, then cut those left after `grace` ms. */
export async function closeInGroups(server, options = {}) {
  const { size = 100, pause = 500, grace = 5000 } = options;
  const closed = once(server, 'close');
  server.close(); // refuses new connections and leaves the open ones alone
  const clients = [...server.clients];
  for (let start = 0; start < clients.length; start += size) {
    const group = clients.slice(start, start + size);
    for (const client of group) client.close(1012, 'deployment');
    await wait(pause);
  }
  await Promise.race([closed, wait(grace, undefined, { ref: false })]);
  for (const client of server.clients) client.terminate();
  await closed;
}

export function start(port) {
  const server = new WebSocketServer({ port });
  server.on('connection', (client) => {
    client.on('error', console.error);
    client.on('message', (data, isBinary) => client.send(data, { binary: isBinary }));
  });
  return server;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const server = start(8765);
  process.once('SIGTERM', () => closeInGroups(server));
}
