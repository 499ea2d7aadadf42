// Close with a reason that fits: 123 bytes of UTF-8 at most, never half a character.

const LIMIT = 123;
const ELLIPSIS = '…';
const encoder = new TextEncoder();

/** Return `text`, cut to `limit` bytes of UTF-8, with an ellipsis if it was longer. */
export function fitReason(text, limit = LIMIT) {
  if (encoder.encode(text).length <= limit) return text;
  const room = new Uint8Array(limit - encoder.encode(ELLIPSIS).length);
  const { read } = encoder.encodeInto(text, room); // writes whole characters only
  return text.slice(0, read) + ELLIPSIS;
}

/** Send the whole explanation as a message, then close with as much of it as fits. */
export function explainAndClose(socket, code, text) {
  socket.send(JSON.stringify({ error: text }));
  socket.close(code, fitReason(text)); // from a page, `code` is 1000 or 3000 to 4999
}
