/* Say what a reader may mean: a number, two numbers, a service, a constant, an error text, or a name.
   Knows nothing of pages: a query and the data of find.json in, a ranked list of results out. */

import { errorsIn } from "./errors.js";
import { letters, plain, words } from "./text.js";

export const CERTAIN = 80; // results from this score on are worth going to at once
const MOST = 12;
const LONGEST_QUESTION = 90;

/* What stands between two numbers, or around them, without being the name of anything. */
const CONNECTING = new Set(
  ("vs v versus contre or ou and et to a the le la les un une between entre difference differences compare comparer " +
    "comparaison comparison with avec from de du des d l is est que veut dire mean means signifie error erreur code codes close closing closed fermeture websocket " +
    "websockets ws what quelle quelles quoi which").split(" "),
);
const LITTLE = new Set("le la les un une des du de et ou en au aux the an of to is was with by for est ce se sur dans".split(" "));

/* Numbers that are no codes: addresses with their ports, dates, times, sizes. */
const ELSEWHERE =
  /\b[a-z][\w+.-]*:\/\/\S+|\b(?:localhost|\d+(?:\.\d+){3}|[\w-]+(?:\.[\w-]+)+):\d+|\b\d{4}-\d\d-\d\d\b|\b\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d+)?|\b\d+(?:\.\d+)? ?(?:ms|s|kb|mb|bytes|octets)\b/giu;
const NUMBER = /(?<![\d.])\d{1,6}(?![\d.]*\d)/g;

/** Return what `query` may mean, best first: {kind, slug, title, reason, part, line, score}. */
export function interpret(query, data) {
  const text = query.trim();
  if (!text) {
    return [];
  }
  const found = [...byPair(text, data), ...byNumber(text, data), ...byConstant(text, data), ...byErrorText(text, data), ...byName(text, data)];
  const best = new Map();
  for (const result of found) {
    const known = best.get(result.slug);
    if (!known || known.score < result.score) {
      best.set(result.slug, result);
    }
  }
  return [...best.values()].sort((one, other) => other.score - one.score).slice(0, MOST);
}

function codeResult(code, data, score, reason, part = "", line = 0) {
  return { kind: "code", slug: code.slug, code, title: titleOf(code, data), reason, part, line, score };
}

/** Return what a code is called where codes of several services stand together. */
export function titleOf(code, data) {
  const family = code.family === "websocket" ? "" : `${data.families[code.family]} `;
  return `${family}${code.number} ${code.name}`;
}

/* Two numbers and little else; either may have the name of a service before or after it. */
function byPair(text, data) {
  const numbers = [...plain(text).matchAll(NUMBER)];
  if (text.length > LONGEST_QUESTION || numbers.length !== 2) {
    return [];
  }
  const [first, second] = numbers;
  const before = text.slice(0, first.index);
  const between = text.slice(first.index + first[0].length, second.index);
  const after = text.slice(second.index + second[0].length);
  const services = [...named(before, data), ...named(between, data), ...named(after, data)];
  const rest = words(`${before} ${between} ${after}`).filter((word) => !CONNECTING.has(word));
  const opposed = /^\W*(?:vs|versus|contre)?\W*$/iu.test(between) && /\w|[/>→|]/u.test(between);
  if (rest.length > (opposed ? 3 : 0) && !services.length) {
    return [];
  }
  const ones = withNumber(Number(first[0]), named(before, data), data);
  const others = withNumber(Number(second[0]), first_of(named(between, data), named(after, data), named(before, data)), data);
  return ones.flatMap((one) => others.map((other) => pairResult(one, other, data))).filter(Boolean);
}

const first_of = (...lists) => lists.find((list) => list.length) ?? [];

function pairResult(one, other, data) {
  const slug = pairSlug(one, other, data);
  const score = 95 + (one.family === "websocket") + (other.family === "websocket");
  const title = `${titleOf(one, data)} / ${titleOf(other, data)}`;
  return slug && { kind: "comparison", slug, title, reason: "pair", part: "", line: 0, score };
}

/** Return the address of the page that compares two codes, or null if there is none. */
export function pairSlug(one, other, data) {
  if (one === other) {
    return null;
  }
  const [first, second] = inPageOrder(one, other);
  const together = first.family === second.family || first.number === second.number;
  const across = data.across.some(([a, b]) => a === first.id && b === second.id);
  return together || across ? `compare/${first.id}-vs-${second.id}/` : null;
}

function inPageOrder(one, other) {
  const key = (code) => [code.family === "websocket" ? 0 : 1, code.number, code.family];
  const [a, b] = [key(one), key(other)];
  const place = a.findIndex((value, index) => value !== b[index]);
  return a[place] < b[place] ? [one, other] : [other, one];
}

/* The ids of the families named in the text; those named in full hide those of which one word is named. */
function named(text, data) {
  const said = words(text);
  const joined = said.join("");
  const families = Object.entries(data.families).filter(([id]) => id !== "websocket");
  const full = families.filter(([id, name]) => joined.includes(letters(id)) || joined.includes(letters(name)));
  const longest = full.filter(([id]) => !full.some(([other]) => other !== id && letters(other).includes(letters(id))));
  const partly = families.filter(([, name]) => words(name).some((word) => word.length > 3 && said.includes(word)));
  const found = longest.length && !partly.some(([id]) => !longest.some(([other]) => other === id) && said.length > 2) ? longest : [...longest, ...partly];
  return [...new Set(found.map(([id]) => id))];
}

function withNumber(number, families, data) {
  return data.codes.filter((code) => code.number === number && (!families.length || families.includes(code.family)));
}

function byNumber(text, data) {
  const lines = text.split("\n").map((line) => line.replace(ELSEWHERE, " "));
  const alone = /^\D{0,40}\d{1,6}\D{0,40}$/u.test(text);
  const bare = alone && words(text).every((word) => /^\d+$/.test(word) || CONNECTING.has(word));
  const families = named(text, data);
  const seen = new Map();
  lines.slice(0, 400).forEach((line, index) => {
    for (const [number] of line.matchAll(NUMBER)) {
      const certain = alone || mentions(line, number);
      if (!seen.has(number) || (certain && !seen.get(number).certain)) {
        seen.set(number, { certain, bare, line: lines.length > 1 ? index + 1 : 0 });
      }
    }
  });
  return [...seen].slice(0, 40).flatMap(([number, where]) => ofNumber(Number(number), where, families, data));
}

function ofNumber(number, { certain, line, bare }, families, data) {
  const own = withNumber(number, families, data);
  const codes = own.length ? own : withNumber(number, [], data);
  if (!codes.length) {
    return certain && (bare || number >= 1000) ? [rangeResult(number, line, data, bare ? CERTAIN : 60)] : [];
  }
  const results = codes.map((code) => {
    const service = families.includes(code.family);
    const score = (certain ? CERTAIN : 30) + (service ? 12 : 0) + (code.family === "websocket" ? 5 : 0);
    return codeResult(code, data, score, service ? "service" : "number", "", line);
  });
  if (codes.length > 1 && !codes.some((code) => code.family === "websocket")) {
    results.push({ kind: "number", slug: `${number}/`, title: String(number), reason: "everywhere", part: "", line, score: certain ? 86 : 35 });
  }
  return results;
}

/* Whether a log line speaks of the number as a code: "code 1006", "1006 (abnormal closure)", "close: 1006". */
function mentions(line, number) {
  return new RegExp(`(?:code|clos(?:e|ed|ing)|status|sent|received|ferm\\w*|with|avec)[^\\w\\n]{0,12}(?:\\w{0,12}\\W)?${number}\\b|\\b${number} ?\\(`, "iu").test(line);
}

function rangeResult(number, line, data, score) {
  const range = data.ranges.find(({ min, max }) => min <= number && number <= max);
  const title = range ? `${number}: ${range.min}–${range.max}, ${range.name}` : String(number);
  const slug = range ? `ranges/#from-${range.min}` : "ranges/";
  return { kind: "range", slug, title, reason: range ? "range" : "beyond", part: "", line, score };
}

function byConstant(text, data) {
  const names = (text.match(/[A-Za-z_][\w.:]*\w/gu) ?? []).flatMap((name) => [name, ...name.split(/[.:]+/u)]);
  const said = new Set(names.map(letters));
  const whole = letters(text);
  const byId = new Map(data.codes.map((code) => [code.id, code]));
  return data.constants.flatMap(([constant, id, library]) => {
    const name = letters(constant);
    const typed = text.includes(constant) && (/[a-z][A-Z]|_|^[A-Z]{2}/u.test(constant) || /[.:]$/u.test(text.slice(0, text.indexOf(constant))));
    if (name.length < 4 || (whole !== name && !(typed && said.has(name)))) {
      return [];
    }
    const score = 50 + Math.min(name.length, 20) + (typed ? 15 : 0) + (whole === name ? 18 : 0);
    return [codeResult(byId.get(id), data, score + (id.includes("-") ? 0 : 1), "constant", `${constant} (${library})`)];
  });
}

function byErrorText(text, data) {
  return errorsIn(text, data).map(({ entry, score, exact, line }) => ({
    kind: "error",
    slug: `errors/#${entry.anchor}`,
    title: entry.text,
    reason: exact ? "text" : "similar",
    part: entry.program,
    codes: entry.codes,
    line,
    score,
  }));
}

/* Names of codes, services, guides and terms that have all words of the query. */
function byName(text, data) {
  const said = words(text).filter((word) => word.length > 1 && !LITTLE.has(word));
  if (!said.some((word) => /\p{L}/u.test(word)) || said.length > 8) {
    return [];
  }
  const whole = letters(text);
  const rank = (names, score) => {
    const own = names.flatMap(words);
    if (names.some((name) => name && letters(name) === whole)) {
      return score + 26;
    }
    return said.every((word) => own.some((one) => one.startsWith(word))) ? score : 0;
  };
  const codes = data.codes.map((code) => {
    const names = [code.name, code.english ?? ""];
    const family = code.family === "websocket" ? [] : [data.families[code.family]];
    return codeResult(code, data, rank([...names, ...family, String(code.number)], family.length ? 60 : 66), "name");
  });
  const pages = data.pages.map(([slug, title, ...others]) => ({ kind: "page", slug, title, reason: slug.startsWith("glossary/") ? "term" : "name", part: "", line: 0, score: rank([title], 62) || Math.max(0, ...others.map((name) => rank([name], 56))) }));
  return [...codes, ...pages].filter(({ score }) => score > 0);
}
