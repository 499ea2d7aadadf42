// A WebSocket proxy that passes closes on, and never a code that may not be sent.
import { pathToFileURL } from 'node:url';

import { WebSocket, WebSocketServer } from 'ws';

/** Close `target` as the other side was closed, or with `lost` if nothing was announced. */
export function closeLike(target, code, reason, lost) {
  if (code === 1005) target.close(); // an empty Close frame, which is what 1005 was
  else if ([1004, 1006, 1015].includes(code)) target.close(lost);
  else target.close(code, reason);
}

/** Join `client` to the server at `upstreamUrl`; close each side when the other goes. */
export function relay(client, upstreamUrl) {
  const upstream = new WebSocket(upstreamUrl);
  client.pause(); // keep early messages until there is somewhere to send them
  upstream.on('open', () => client.resume());
  client.on('message', (data, isBinary) => upstream.send(data, { binary: isBinary }));
  upstream.on('message', (data, isBinary) => client.send(data, { binary: isBinary }));
  client.on('close', (code, reason) => closeLike(upstream, code, reason, 1001)); // gone
  upstream.on('close', (code, reason) => {
    client.resume();
    closeLike(client, code, reason, 1011); // this service failed
  });
  for (const side of [client, upstream]) side.on('error', () => {}); // close follows
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const server = new WebSocketServer({ port: 8765 });
  server.on('connection', (client) => relay(client, 'ws://localhost:9000/'));
}
