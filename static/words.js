/* Plain words, in the language of the page: Pagefind, whose index lies beside the pages. */

import { plain, words } from "./text.js";

const BEGINNING = 4; // letters that a word and its forms share
const engines = new Map();

function load(home) {
  const address = new URL("pagefind/pagefind.js", home).href;
  if (!engines.has(address)) {
    engines.set(address, started(address).catch(() => null)); // a site made without an index
  }
  return engines.get(address);
}

async function started(address) {
  const pagefind = await import(address);
  await pagefind.options({ baseUrl: "/", excerptLength: 16 });
  return pagefind;
}

/** Return the pages that have the words of `query`, best first, in the form of match.js, with an `excerpt`. */
export async function pagesWith(query, home, most) {
  const asked = typed(query);
  const pagefind = asked ? await load(home) : null;
  const found = pagefind ? await pagefind.search(asked) : { results: [] };
  const pages = await Promise.all(found.results.slice(0, most).map((result) => result.data()));
  const beginnings = words(asked).map((word) => word.slice(0, BEGINNING));
  return pages.filter((page) => foundIn(page).some((word) => beginnings.some((one) => word.startsWith(one)))).map(resultOf);
}

/* The words of a title, and those that were found. Where no page has a word, Pagefind takes ever shorter beginnings of
   it, and what it then finds is another word. */
function foundIn(page) {
  const marks = [page, ...page.sub_results].flatMap(({ excerpt }) => excerpt.match(/(?<=<mark>)[^<]*/gu) ?? []);
  return words([page.meta.title, ...marks].join(" "));
}

/* The query as the index is spelled: no elided article, ligatures and ranges apart. */
function typed(query) {
  const apart = query.replace(/(?<=\d)[–—−-](?=\d)/gu, " ").replace(/[‘’]/gu, "'");
  const said = plain(apart).replace(/(?<![\p{L}\p{N}])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)'(?=\p{L})/gu, "");
  return words(said).length <= 24 ? said : "";
}

function resultOf(page, index) {
  const part = page.sub_results.reduce((best, one) => (marks(one) > marks(best) ? one : best), page.sub_results[0]);
  const registered = /^\/\d+\/$/u.test(page.url) ? 1.5 : 0;
  const title = typeset(page.meta.title);
  const section = part.title && part.title !== page.meta.title ? typeset(part.title) : "";
  return {
    kind: "words",
    slug: part.url.slice(1),
    title: section ? `${title} › ${section}` : title,
    reason: "words",
    part: "",
    line: 0,
    score: 57 - index + registered,
    excerpt: said(part),
  };
}

const marks = (part) => new Set(said(part).match(/(?<=<mark>)[^<]*/gu)).size;

/* What a part says; its excerpt repeats the heading that it stands below. */
function said({ title, excerpt }) {
  const marked = [...title].map((sign) => sign.replace(/[\\^$.*+?()[\]{}|]/u, "\\$&")).join("(?:</?mark>)?");
  return excerpt.replace(new RegExp(`^(?:<mark>)?${marked}(?:</mark>)?\\.? `, "u"), "");
}

/** Return a text of the index as readers know it. */
export function typeset(text) {
  const signs = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&#x27;": "'", "&amp;": "&" };
  return text
    .replace(/&(?:lt|gt|quot|amp|#39|#x27);/gu, (sign) => signs[sign])
    .replace(/(?<=\p{L})'(?=\p{L})/gu, "’")
    .replace(/oe(?=u|il)/gu, "œ")
    .replace(/(?<=\d) – (?=\d)/gu, "–")
    .replace(/ (?=[;!?»])/gu, "\u202f")
    .replace(/ (?=:(?: |$))|(?<=«) /gu, "\u00a0");
}
