/* From a query to results and how they are shown, for the field and for its page. */

import { dataFrom } from "./find.js";
import { CERTAIN, interpret } from "./match.js";
import { titleOf } from "./results.js";
import { pagesWith, typeset } from "./words.js";

const MOST_PAGES = 6;

/** Return what finds with the data at `address`, and shows what it found. */
export async function finderFor(address) {
  const data = await dataFrom(address);
  const home = new URL(".", new URL(address, location.href));
  return {
    known: (query) => (data ? interpret(query, data) : []),
    at: (slug) => data?.pages.filter((page) => page[0] === slug).map(([, title]) => ({ kind: "page", slug, title, reason: "name", part: "", line: 0, score: CERTAIN })) ?? [],
    find: (query, thoroughly = false) => find(query, data, home, thoroughly),
    certain: (result) => (result?.score ?? 0) >= CERTAIN,
    said: (count) => data?.messages.count.replace("{count}", count) ?? "",
    option: (result, index) => option(result, index, data, home),
    all: (query) => ({ kind: "all", slug: `find/#q=${encodeURIComponent(query)}`, title: data?.messages.all ?? "", score: 0 }),
    link: (result) => link(result, data, home),
    data,
  };
}

/* What is known at once; then, where that is not certain or all is asked for, also the pages that have the words. */
async function* find(query, data, home, thoroughly) {
  const found = data ? interpret(query, data) : [];
  yield found;
  if (query.trim().length < 3 || (found[0]?.score >= CERTAIN && !thoroughly) || !/\p{L}{2}/u.test(query)) {
    return;
  }
  const known = new Set(found.map(({ slug }) => slug));
  const pages = (await pagesWith(query, home, MOST_PAGES)).filter(({ slug }) => !known.has(slug) && !known.has(slug.split("#")[0]));
  if (pages.length) {
    yield [...found, ...pages].sort((one, other) => other.score - one.score);
  }
}

function option(result, index, data, home) {
  const anchor = link(result, data, home);
  anchor.id = `find-result-${index}`;
  anchor.tabIndex = -1;
  anchor.setAttribute("role", "option");
  anchor.setAttribute("aria-selected", "false");
  return anchor;
}

function link(result, data, home) {
  const anchor = document.createElement("a");
  anchor.href = new URL(result.slug, home);
  const title = document.createElement(result.kind === "error" ? "code" : "span");
  title.textContent = result.title;
  title.className = "title";
  anchor.className = result.kind;
  anchor.append(title);
  if (result.reason) {
    const reason = document.createElement("small");
    reason.append(...(result.excerpt ? marked(result.excerpt) : [reasonOf(result, data)]));
    anchor.append(" ", reason);
  }
  return anchor;
}

/** Return why a result was found, in words. */
function reasonOf({ reason, part, line }, data) {
  const said = (data.messages[reason] ?? "").replace("{part}", part);
  return line ? data.messages.line.replace("{line}", line).replace("{reason}", said) : said;
}

/* An excerpt with the words found in it marked; Pagefind gives it as HTML with no other element. */
function marked(excerpt) {
  return excerpt.split(/(<mark>[^<]*<\/mark>)/u).map((piece) => {
    const word = /^<mark>([^<]*)<\/mark>$/u.exec(piece);
    if (!word) {
      return typeset(piece);
    }
    const mark = document.createElement("mark");
    mark.textContent = typeset(word[1]);
    return mark;
  });
}

/** Return the result for a code by its id. */
export function codeOf(id, data) {
  const code = data.codes.find((one) => one.id === id);
  return code && { kind: "code", slug: code.slug, code, title: titleOf(code, data), reason: "behind", part: "", line: 0 };
}
