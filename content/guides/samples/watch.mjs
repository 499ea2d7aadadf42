// Tell what can be known about one connection: `node watch.mjs wss://example.org/`,
// or import it in a page.

/** Connect to `url` and describe the connection once it has ended. */
export function watch(url, now = () => performance.now()) {
  return new Promise((resolve) => {
    const socket = new WebSocket(url);
    const started = now();
    let opened = false;
    const report = ({ code, reason, wasClean }) => {
      const seconds = Math.round((now() - started) / 1000);
      resolve({ opened, seconds, code, reason, wasClean });
    };
    socket.addEventListener('open', () => { opened = true; });
    socket.addEventListener('close', report);
    // Where the handshake fails, Node 22 fires no close; browsers have fired it by then.
    socket.addEventListener('error', () => {
      if (!opened) setTimeout(report, 0, { code: 1006, reason: '', wasClean: false });
    });
  });
}

if (globalThis.process?.argv[2]) console.log(await watch(process.argv[2]));
