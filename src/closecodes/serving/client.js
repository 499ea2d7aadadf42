// Makes an open page load again when the development server has made it anew, and shows what is wrong with the files.
// The server puts this into the pages it serves; the published site does not have it.

const script = document.querySelector('script[src="/-/client.js"]');
const RESTART = 1012; // Service Restart: the same address answers again in a moment
const NORMAL = 1000;
const SHORTEST = 250;
const LONGEST = 5000; // milliseconds

let delay = SHORTEST;
let socket;
let leaving = false;

function connect() {
  const url = new URL("/-/live", location.href);
  url.protocol = "ws:";
  url.searchParams.set("page", location.pathname);
  url.searchParams.set("digest", script.dataset.digest);
  socket = new WebSocket(url);
  socket.addEventListener("open", () => {
    delay = SHORTEST;
    document.documentElement.dataset.live = "";
  });
  socket.addEventListener("message", (event) => take(JSON.parse(event.data)));
  socket.addEventListener("close", (event) => {
    delete document.documentElement.dataset.live;
    if (leaving) return;
    if (event.code === RESTART) delay = SHORTEST;
    setTimeout(connect, delay * (1 + Math.random() / 2));
    delay = Math.min(delay * 2, LONGEST);
  });
}

function take(message) {
  if (message.reload) location.reload();
  if (message.problems) show(message);
}

function show(message) {
  document.querySelector("closecodes-problems")?.remove();
  if (!message.problems.length) return;
  const host = document.createElement("closecodes-problems");
  const root = host.attachShadow({ mode: "open" });
  const style = Object.assign(document.createElement("link"), { rel: "stylesheet", href: "/-/overlay.css" });
  root.append(style, panel(message, () => host.remove()));
  document.body.append(host);
}

function panel(message, dismiss) {
  const section = element("section", { role: "alert", lang: message.language, dir: message.direction });
  section.setAttribute("aria-labelledby", "heading");
  const button = element("button", { type: "button" }, message.dismiss);
  button.addEventListener("click", dismiss);
  section.addEventListener("keydown", (event) => {
    if (event.key === "Escape") dismiss();
  });
  const list = element("ul", {});
  for (const problem of message.problems) list.append(item(problem));
  section.append(
    element("h2", { id: "heading" }, message.heading),
    button,
    element("p", {}, message.note),
    list,
  );
  return section;
}

function item(problem) {
  const entry = element("li", { lang: "en", dir: "ltr" });
  entry.append(
    element("code", { class: "place" }, problem.place),
    " ",
    element("b", {}, problem.rule),
    " ",
    element("span", {}, problem.message),
  );
  if (problem.source) entry.append(element("pre", {}, problem.source));
  return entry;
}

function element(name, attributes, text) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text) made.textContent = text;
  return made;
}

// Escape works wherever the focus is: the overlay must never be in the way of somebody who cannot point.
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") document.querySelector("closecodes-problems")?.remove();
});

addEventListener("pagehide", () => {
  leaving = true;
  socket.close(NORMAL);
});
addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  leaving = false;
  connect();
});

connect();
