/* The switch keeps the section and the query; the choice is remembered for the start of the site only. Nothing
   leads away from an address that somebody asked for. */

const KEY = "language";

function remembered(store, key, value) {
  try {
    if (value !== undefined) {
      store.setItem(key, value);
    }
    return store.getItem(key);
  } catch {
    return null; // a browser may forbid to remember
  }
}

for (const link of document.querySelectorAll("a[hreflang]")) {
  link.addEventListener("click", () => {
    remembered(localStorage, KEY, link.hreflang);
    link.hash = location.hash;
    link.search = location.search;
  });
}

if (document.body.classList.contains("chooser")) {
  const choice = document.querySelector(`a[hreflang="${CSS.escape(remembered(localStorage, KEY) ?? "")}"]`);
  if (choice) {
    location.replace(choice.href);
  }
} else {
  offer();
}

/* Offer the version that the browser prefers, once, in its own language. */
function offer() {
  const own = document.documentElement.lang;
  const wanted = navigator.languages.map((tag) => tag.split("-")[0]);
  const link = [...document.querySelectorAll(".languages a[data-offer]")].find((one) => wanted.includes(one.hreflang));
  const prefers = link && (!wanted.includes(own) || wanted.indexOf(link.hreflang) < wanted.indexOf(own));
  if (!prefers || remembered(localStorage, KEY) || remembered(localStorage, "no-offer")) {
    return;
  }
  const bar = document.createElement("aside");
  const text = document.createElement("a");
  const close = document.createElement("button");
  bar.className = "offer";
  bar.lang = link.hreflang;
  text.href = link.href;
  text.hreflang = link.hreflang;
  text.textContent = link.dataset.offer;
  text.addEventListener("click", () => remembered(localStorage, KEY, link.hreflang));
  close.type = "button";
  close.textContent = link.dataset.decline;
  close.addEventListener("click", () => {
    remembered(localStorage, "no-offer", "1");
    bar.remove();
  });
  bar.append(text, " ", close);
  document.querySelector("footer.site").before(bar);
}
