/* Say what a reader may mean: a number, two numbers, a service, a constant, an error text, or a name.
   Knows nothing of pages: a query and the data of find.json in, a ranked list of results out. */

import { constantsIn } from "./constants.js";
import { errorsIn } from "./errors.js";
import { almost, MOST_WORDS, rankFor, shareOf } from "./names.js";
import { byPair, pairResult } from "./pairs.js";
import { codeResult, named, NUMBER, rangeResult, withNumber } from "./results.js";
import { CONNECTING, legible, letters, telling, words } from "./text.js";

export const CERTAIN = 80; // results from this score on are worth going to at once
const MOST = 12;
const LONGEST_QUESTION = 90;
const OPPOSING = / (?:vs\.?|versus|contre|or|ou|and|et|compared (?:with|to)) |[/|]/iu;

/* Numbers that are no codes: addresses with their ports, dates, times, sizes. */
const ELSEWHERE =
  /\b[a-z][\w+.-]*:\/\/\S+|\b(?:localhost|\d+(?:\.\d+){3}|[\w-]+(?:\.[\w-]+)+):\d+|\b\d{4}-\d\d-\d\d\b|\b\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d+)?|\b\d+(?:\.\d+)? ?(?:ms|s|kb|mb|bytes|octets)\b/giu;

/** Return what `query` may mean, best first: {kind, slug, title, reason, part, line, score}. */
export function interpret(query, data) {
  const text = legible(query);
  if (!text) {
    return [];
  }
  const ways = [byPair, byNamedPair, byNumber, byConstant, byErrorText, byProgram, byName];
  const found = ways.flatMap((way) => way(text, data));
  const best = new Map();
  for (const result of found) {
    const known = best.get(result.slug);
    if (!known || known.score < result.score) {
      best.set(result.slug, result);
    }
  }
  return [...best.values()].sort((one, other) => other.score - one.score).slice(0, MOST);
}

/* Two names of registered codes, or a number and a name. */
function byNamedPair(text, data) {
  const sides = text.length > LONGEST_QUESTION ? [] : text.split(OPPOSING);
  const [one, other] = sides.map((side) => calledExactly(side, data));
  const result = sides.length === 2 && one && other ? pairResult(one, other, data) : null;
  return result ? [result] : [];
}

function calledExactly(text, data) {
  const found = [byNumber, byConstant, byName].flatMap((way) => way(text.trim(), data));
  return found.filter(({ code, score }) => code?.family === "websocket" && score >= CERTAIN).sort((a, b) => b.score - a.score)[0]?.code;
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
  const thousand = /^\W*([1-4])x{3}\W*$/iu.exec(text);
  if (thousand) {
    return [rangeResult(Number(thousand[1]) * 1000, 0, data, CERTAIN)];
  }
  return [...seen].slice(0, 40).flatMap(([number, where]) => ofNumber(Number(number), where, families, data));
}

function ofNumber(number, { certain, line, bare }, families, data) {
  const own = withNumber(number, families, data);
  const codes = own.length ? own : withNumber(number, [], data);
  const alien = certain && number >= 1000 && families.length === 1 && !codes.some((code) => families.includes(code.family) || code.family === "websocket");
  const others = alien ? families.map((family) => withoutNumber(family, number, line, data)) : [];
  if (!codes.length) {
    const range = certain && (bare || number >= 1000) ? [rangeResult(number, line, data, bare ? CERTAIN : 60)] : [];
    return [...others, ...range, ...(bare || others.length ? similarNumbers(number, families, data) : [])];
  }
  const results = codes.map((code) => {
    const service = families.includes(code.family);
    const score = (certain ? CERTAIN : 30) + (service ? 12 : 0) + (code.family === "websocket" ? 5 : 0);
    return codeResult(code, data, score, service ? "service" : "number", "", line);
  });
  if (codes.length > 1 && !codes.some((code) => code.family === "websocket")) {
    results.push({ kind: "number", slug: `${number}/`, title: String(number), reason: "everywhere", part: "", line, score: certain ? 86 : 35 });
  }
  return [...others, ...results];
}

/* A service that does not use the number. */
function withoutNumber(family, number, line, data) {
  return { kind: "page", slug: `${family}/`, title: data.families[family], reason: "without", part: String(number), line, score: 86 };
}

/* Codes of the services named, or registered ones, whose number has one digit less, or two the other way round. */
function similarNumbers(number, families, data) {
  const typed = String(number);
  const changed = [...typed].flatMap((digit, at) => [
    typed.slice(0, at) + typed.slice(at + 1),
    typed.slice(0, at) + (typed[at + 1] ?? "") + digit + typed.slice(at + 2),
  ]);
  const among = families.length ? families : ["websocket"];
  const codes = data.codes.filter((code) => among.includes(code.family) && changed.includes(String(code.number)));
  return codes.map((code) => codeResult(code, data, 75, "near"));
}

/* Whether a log line speaks of the number as a code: "code 1006", "1006 (abnormal closure)", "close: 1006". */
function mentions(line, number) {
  return new RegExp(`(?:code|clos(?:e|ed|ing)|status|sent|received|ferm\\w*|with|avec)[^\\w\\n]{0,12}(?:\\w{0,12}\\W)?${number}\\b|\\b${number} ?\\(`, "iu").test(line);
}

function byConstant(text, data) {
  const byId = new Map(data.codes.map((code) => [code.id, code]));
  return constantsIn(text, data).map(({ id, constant, library, score, alike }) =>
    codeResult(byId.get(id), data, score, alike ? "alike" : "constant", `${constant} (${library})`),
  );
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

/* The error texts of a program that is named. */
function byProgram(text, data) {
  const said = telling(text).length <= MOST_WORDS ? words(text) : [];
  const programs = new Map(data.errors.map(({ anchor, program }) => [anchor.replace(/-\d+$/u, ""), program]));
  return [...programs].flatMap(([id, program]) => {
    const names = program.split(/[,()]/u).map(words);
    const named = names.some((name) => name.join("").length > 2 && name.every((word) => said.includes(word)));
    const result = { kind: "page", slug: `errors/#${id}`, title: program, reason: "texts", part: "", line: 0 };
    return named ? [{ ...result, score: letters(program) === letters(text) ? 84 : 59 }] : [];
  });
}

/* Names of codes, services, guides and terms that have all words of the query; names that stand in it; or else names
   that are almost in it. */
function byName(text, data) {
  const exactly = ranked(rankFor(text), text, data);
  return exactly.length ? exactly : ranked(rankFor(text, almost), "", data).map((result) => ({ ...result, score: Math.min(result.score, CERTAIN) - 4 }));
}

function ranked(rank, text, data) {
  const codes = data.codes.map((code) => {
    const registered = code.family === "websocket";
    const names = [code.name, code.english ?? "", ...(code.called ?? [])];
    const family = registered ? [] : [data.families[code.family]];
    const score = Math.max(...names.map((name) => rank([name, ...family, String(code.number)], registered ? 66 : 60)));
    return codeResult(code, data, score || (registered ? part(text, names, 64) : 0), "name");
  });
  const pages = data.pages.map(([slug, title, ...others]) => {
    const score = rank([title], 62) || Math.max(0, ...others.map((name) => rank([name], 56)));
    return { kind: "page", slug, title, reason: slug.startsWith("glossary/#") ? "term" : "name", part: "", line: 0, score: score || part(text, [title, ...others], 62) };
  });
  return [...codes, ...pages].filter(({ score }) => score > 0);
}

/* The score for names of which the text has all words, among others. */
function part(text, names, score) {
  const share = text && shareOf(text, names);
  return share ? score - 8 + 8 * share : 0;
}
