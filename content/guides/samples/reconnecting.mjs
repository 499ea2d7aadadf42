// Keep one WebSocket open: the same code runs in browsers and in Node 22 or newer.

const RETRY = new Set([1001, 1006, 1011, 1012, 1014]); // add the private codes you know
const STABLE = 60; // seconds after which a connection counts as a success; a choice

/** Return the seconds to wait before attempt `attempt` (from 0), or null to stay closed. */
export function reconnectDelay(code, attempt, random = Math.random) {
  if (!RETRY.has(code)) return null;
  if (code === 1012) return 5 + 25 * random();
  const most = Math.min(60, 5 * 2 ** attempt); // 60: a choice, the RFC has no bound
  const least = attempt === 0 ? 0 : most / 2;
  return least + (most - least) * random();
}

/** Connect to `url` again and again, as the codes allow; return a function that ends it. */
export function keepConnected(url, options) {
  const { onMessage, onStop, random, now = Date.now, later = setTimeout } = options;
  let attempt = 0;
  let socket;
  let timer;
  let stopped = false;

  function connect() {
    let openedAt = Infinity;
    let over = false;
    const ended = (code) => {
      if (over || stopped) return;
      over = true;
      if (now() - openedAt >= STABLE * 1000) attempt = 0;
      const delay = reconnectDelay(code, attempt, random);
      attempt += 1;
      if (delay === null) onStop?.(code);
      else timer = later(connect, delay * 1000);
    };
    socket = new WebSocket(url);
    socket.addEventListener('open', () => { openedAt = now(); });
    socket.addEventListener('message', (event) => onMessage?.(event.data));
    socket.addEventListener('close', (event) => ended(event.code));
    // Where the handshake fails, Node 22 fires no close; browsers have fired it by then.
    socket.addEventListener('error', () => {
      if (openedAt === Infinity) setTimeout(ended, 0, 1006);
    });
  }

  connect();
  return () => {
    stopped = true;
    clearTimeout(timer);
    socket.close(1000);
  };
}
