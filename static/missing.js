/* The 404 page: what the address that was asked for may mean, with all that the field knows. The address comes from
   outside, so that it is only ever read as text. */

import { decoded, plain, words } from "./text.js";

const MOST = 5;
const LONGEST = 200;
const ENDING = /(?:\/|^)index\.\w+$|\.(?:html?|md|json|php|aspx?)$/iu;

const sections = [...document.querySelectorAll("[data-guesses]")];
const tags = sections.map((section) => section.dataset.language);
const asked = partsOf(location);
const language = tags.find((tag) => tag === asked.language);
const read = sections.filter(({ dataset }) => !language || tags.length < 2 || dataset.language === language);
sections.filter((section) => !read.includes(section)).forEach((section) => section.closest("[lang]").remove());
document.documentElement.lang = language ?? document.documentElement.lang;
if (!location.pathname.endsWith("/404.html")) {
  read.forEach(guess);
}

/* The language of an address and the words of its folders, without the path that the whole site lies at. */
function partsOf({ pathname, search, hash }) {
  const root = new URL("..", new URL(sections[0].dataset.guesses, location.href)).pathname;
  const path = pathname.startsWith(root) ? pathname.slice(root.length) : pathname;
  const [first = "", ...others] = path.split("/").filter(Boolean);
  const tag = /^[a-z]{2,3}(?=$|[-_])/iu.exec(first)?.[0].toLowerCase();
  const folders = tags.includes(tag) ? others : [first, ...others];
  const values = [...new URLSearchParams(search).values(), hash.slice(1)];
  return { language: tag, folders: folders.map((folder) => decoded(folder).replace(ENDING, "")), values: values.map(decoded) };
}

/* What is likely stands where the numbers of all codes were; nothing else moves. */
async function guess(section) {
  const { finderFrom } = await import("./find.js");
  const made = await finderFrom(section.dataset.guesses);
  const text = asked.folders.join(" ").trim().slice(0, LONGEST);
  const ways = [[text, ...asked.folders.toReversed()], asked.values].map((texts) => known(made, texts));
  const found = ways.find(([best]) => made.certain(best)) ?? ways.find((some) => some.length) ?? (await worded(made, text));
  if (!found.length) {
    return;
  }
  const [likely, others] = section.children;
  likely.querySelector("ol").append(...[...found.slice(0, MOST), made.all(text)].map((result) => item(made.link(result))));
  likely.hidden = false;
  others.hidden = true;
}

/* What the whole says comes before what its parts say; a part may be a page of its own. */
function known(made, [whole = "", ...parts]) {
  const best = new Map();
  const ofPart = (part) => (made.at(`${part}/`).length ? made.at(`${part}/`) : made.known(part.slice(0, LONGEST)));
  for (const result of [...made.known(whole), ...parts.flatMap(ofPart)]) {
    best.set(result.slug, best.get(result.slug) ?? result);
  }
  return [...best.values()];
}

/* Pages that have a long word of the text as it was written: addresses of other sites look like words too. */
async function worded(made, text) {
  const telling = words(text).filter((word) => word.length > 4);
  let found = [];
  for await (const step of made.find(text)) {
    found = step;
  }
  return found.filter(({ title, excerpt }) => telling.some((word) => plain(`${title} ${excerpt}`).includes(word)));
}

function item(link) {
  const element = document.createElement("li");
  element.append(link);
  return element;
}
