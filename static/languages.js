/* The switch keeps the section and the query; the choice is remembered for the start of the site only. Nothing
   leads away from an address that somebody asked for. */

const KEY = "language";
const REFUSED = "no-offer";

function remembered(key, value) {
  try {
    if (value !== undefined) {
      localStorage.setItem(key, value);
    }
    return localStorage.getItem(key);
  } catch {
    return null; // a browser may forbid to remember
  }
}

/* The same place in the other language, also for a link that is opened in another tab. */
function keepPlace(link) {
  link.hash = location.hash;
  link.search = location.search;
}

function choose(link) {
  keepPlace(link);
  remembered(KEY, link.hreflang);
}

function watch(link) {
  ["pointerdown", "focus", "contextmenu"].forEach((name) => link.addEventListener(name, () => keepPlace(link)));
  ["click", "auxclick"].forEach((name) => link.addEventListener(name, () => choose(link)));
}

document.querySelectorAll("a[hreflang]").forEach(watch);
if (document.body.classList.contains("chooser")) {
  const choice = document.querySelector(`a[hreflang="${CSS.escape(remembered(KEY) ?? "")}"]`);
  if (choice) {
    location.replace(choice.href);
  }
} else {
  offer();
}

/* The version that the browser prefers to this one, if there is one. */
function preferred() {
  const own = document.documentElement.lang;
  const wanted = navigator.languages.map((tag) => tag.split("-")[0]);
  const link = [...document.querySelectorAll(".languages a[data-offer]")].find((one) => wanted.includes(one.hreflang));
  const better = link && (!wanted.includes(own) || wanted.indexOf(link.hreflang) < wanted.indexOf(own));
  return better ? link : null;
}

/* Offer it, once, in its own language. */
function offer() {
  const link = preferred();
  if (!link || remembered(KEY) || remembered(REFUSED)) {
    return;
  }
  const bar = document.createElement("aside");
  const text = document.createElement("a");
  const close = document.createElement("button");
  bar.className = "offer";
  bar.lang = link.hreflang;
  bar.setAttribute("aria-label", link.textContent);
  text.href = link.href;
  text.hreflang = link.hreflang;
  text.textContent = link.dataset.offer;
  watch(text);
  close.type = "button";
  close.textContent = link.dataset.decline;
  close.addEventListener("click", () => {
    remembered(REFUSED, "1");
    bar.remove();
  });
  bar.append(text, " ", close);
  document.querySelector("footer.site").before(bar);
}
