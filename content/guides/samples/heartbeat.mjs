// Notice a dead connection from a page, where script can send no ping frame.

/**
 * Send a message every `every` seconds; call `onDead` when nothing came back within
 * `patience` seconds. Any message counts; the server must answer the ones sent here.
 */
export function heartbeat(socket, options) {
  const { every, patience, onDead, message = '{"type":"ping"}', timers = globalThis } = options;
  let deadline;
  const beat = timers.setInterval(() => {
    if (socket.readyState !== WebSocket.OPEN) return;
    socket.send(message);
    deadline ??= timers.setTimeout(() => {
      stop();
      onDead(socket);
    }, patience * 1000);
  }, every * 1000);
  const alive = () => {
    timers.clearTimeout(deadline);
    deadline = undefined;
  };
  function stop() {
    timers.clearInterval(beat);
    alive();
    socket.removeEventListener('message', alive);
    socket.removeEventListener('close', stop);
  }
  socket.addEventListener('message', alive);
  socket.addEventListener('close', stop);
  return stop;
}
