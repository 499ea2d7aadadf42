/* Say what a reader may mean: a number, two numbers, a service, a constant, an error text, or plain words.
   Knows nothing of pages: a query and the data of find.json in, a ranked list of results out. */

const NUMBER = /\d{1,6}/g;
const PAIR = /^(.*?)\b(\d{1,5})\s*(?:vs?\.?|versus|contre|or|ou|and|et|or|[/|,;:–—-]|\s)\s*(\D*?)(\d{1,5})\s*$/iu;
const PLACEHOLDER = /\{[^{}\s]+\}/gu;
const MOST = 12;

/** Return `text` in small letters, without accents and without more than one space in a row. */
export function plain(text) {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/œ/gi, "oe")
    .replace(/[‘’‛`´]/g, "'")
    .replace(/[“”«»]/g, '"')
    .replace(/\s+/gu, " ")
    .trim()
    .toLowerCase();
}

const words = (text) => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];
const letters = (text) => words(text).join("");

/** Return what `query` may mean, best first: {kind, slug, title, reason, part, score}. */
export function interpret(query, data) {
  const text = query.trim();
  if (!text) {
    return [];
  }
  const found = [
    ...byPair(text, data),
    ...byNumber(text, data),
    ...byConstant(text, data),
    ...byErrorText(text, data),
    ...byWords(text, data),
  ];
  const best = new Map();
  for (const result of found) {
    const known = best.get(result.slug);
    if (!known || known.score < result.score) {
      best.set(result.slug, result);
    }
  }
  return [...best.values()].sort((one, other) => other.score - one.score).slice(0, MOST);
}

function codeResult(code, data, score, reason, part = "") {
  return { kind: "code", slug: code.slug, code, title: titleOf(code, data), reason, part, score };
}

function titleOf(code, data) {
  const family = code.family === "websocket" ? "" : `${data.families[code.family]} `;
  return `${family}${code.number} ${code.name}`;
}

/* Two numbers, with or without the name of a service before either. */
function byPair(text, data) {
  const parts = PAIR.exec(text);
  if (!parts || text.length > 80) {
    return [];
  }
  const [, before, first, between, second] = parts;
  const ones = withNumber(Number(first), named(before, data), data);
  const others = withNumber(Number(second), named(between, data) ?? named(before, data), data);
  const results = [];
  for (const one of ones) {
    for (const other of others) {
      const slug = pairSlug(one, other, data);
      if (slug) {
        const score = 95 + (one.family === "websocket") + (other.family === "websocket");
        const title = `${titleOf(one, data)} / ${titleOf(other, data)}`;
        results.push({ kind: "comparison", slug, title, reason: "pair", part: "", score });
      }
    }
  }
  return results;
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

/* A family whose name stands in the text, or null. */
function named(text, data) {
  const said = letters(text);
  if (!said) {
    return null;
  }
  const names = Object.entries(data.families).filter(
    ([id, name]) => said.includes(letters(id)) || said.includes(letters(name)) || words(name).some((word) => word.length > 3 && words(text).includes(word)),
  );
  return names.length ? new Set(names.map(([id]) => id)) : null;
}

function withNumber(number, families, data) {
  return data.codes.filter((code) => code.number === number && (!families || families.has(code.family)));
}

function byNumber(text, data) {
  const numbers = [...new Set((text.match(NUMBER) ?? []).map(Number))];
  const alone = /^\D{0,24}\d{1,6}\D{0,24}$/u.test(text);
  const results = [];
  for (const number of numbers.slice(0, 20)) {
    const families = named(text, data);
    const codes = withNumber(number, families, data);
    const all = codes.length ? codes : withNumber(number, null, data);
    const certain = alone || all.some((code) => mentions(text, number));
    for (const code of all) {
      const score = (certain ? 80 : 30) + (families?.has(code.family) ? 12 : 0) + (code.family === "websocket" ? 5 : 0);
      results.push(codeResult(code, data, score, families?.has(code.family) ? "service" : "number"));
    }
    if (all.length > 1 && !all.some((code) => code.family === "websocket")) {
      results.push({ kind: "number", slug: `${number}/`, title: String(number), reason: "everywhere", part: "", score: certain ? 86 : 35 });
    }
    if (!all.length && alone) {
      results.push(...byRange(number, data));
    }
  }
  return results;
}

/* Whether a log line speaks of the number as a code: "code 1006", "1006 (abnormal closure)", "close: 1006". */
function mentions(text, number) {
  return new RegExp(`(?:code|close[ds]?|status|ferm\\w*)\\W{0,12}${number}\\b|\\b${number} ?\\(`, "iu").test(text);
}

function byRange(number, data) {
  const range = data.ranges.find(({ min, max }) => min <= number && number <= max);
  const [slug, reason] = range ? [`ranges/#from-${range.min}`, "range"] : ["ranges/", "beyond"];
  return [{ kind: "range", slug, title: range ? `${number}: ${range.min}–${range.max}, ${range.name}` : String(number), reason, part: "", score: 70 }];
}

function byConstant(text, data) {
  const said = new Set((text.match(/[A-Za-z_][\w.]*\w/gu) ?? []).flatMap((name) => [name, name.split(".").at(-1)]).map(letters));
  const whole = letters(text);
  const results = [];
  for (const [constant, id, library] of data.constants) {
    const name = letters(constant);
    if (name.length > 3 && (said.has(name) || whole === name)) {
      const code = data.codes.find((one) => one.id === id);
      results.push(codeResult(code, data, 60 + Math.min(name.length, 25) + (whole === name ? 8 : 0), "constant", `${constant} (${library})`));
    }
  }
  return results;
}

/* Error texts: all their fixed pieces in order, or most of their words. */
function byErrorText(text, data) {
  const said = plain(text);
  const saidWords = new Set(words(text));
  if (saidWords.size < 2) {
    return [];
  }
  const results = [];
  for (const entry of data.errors) {
    const score = similarity(said, saidWords, entry, data);
    if (score > 0) {
      results.push({ kind: "error", slug: `errors/#${entry.anchor}`, title: entry.text, reason: score >= 88 ? "text" : "similar", part: entry.program, codes: entry.codes, score });
    }
  }
  return results.sort((one, other) => other.score - one.score).slice(0, 6);
}

function similarity(said, saidWords, entry, data) {
  const pieces = plain(entry.text.replace(PLACEHOLDER, "\u0001")).split("\u0001").map((piece) => piece.trim()).filter((piece) => piece.length > 1);
  const length = pieces.join("").length;
  let from = 0;
  const inOrder = pieces.every((piece) => {
    const place = said.indexOf(piece, from);
    from = place + piece.length;
    return place >= 0;
  });
  if (inOrder && length >= 8) {
    return 88 + Math.min(length / 12, 11);
  }
  if (said.length >= 12 && pieces.some((piece) => piece.includes(said))) {
    return 84;
  }
  const own = words(entry.text.replace(PLACEHOLDER, " "));
  const total = own.reduce((sum, word) => sum + weight(word, data), 0);
  const shared = own.filter((word) => saidWords.has(word)).reduce((sum, word) => sum + weight(word, data), 0);
  return own.length >= 3 && shared / total > 0.6 ? 30 + 45 * (shared / total) : 0;
}

const weights = new WeakMap();

/* Words that few texts have tell more. */
function weight(word, data) {
  if (!weights.has(data)) {
    const counts = new Map();
    for (const entry of data.errors) {
      for (const one of new Set(words(entry.text))) {
        counts.set(one, (counts.get(one) ?? 0) + 1);
      }
    }
    weights.set(data, counts);
  }
  return 1 / Math.sqrt(weights.get(data).get(word) ?? 1);
}

/* Names of codes, services and guides that have all words of the query. */
function byWords(text, data) {
  const said = words(text).filter((word) => word.length > 1 && !/^\d+$/.test(word));
  if (!said.length || said.length > 8) {
    return [];
  }
  const has = (name) => {
    const own = words(name);
    return said.every((word) => own.some((one) => one.startsWith(word)));
  };
  const codes = data.codes.filter((code) => has(`${code.name} ${code.english ?? ""} ${code.family === "websocket" ? "" : data.families[code.family]}`));
  const pages = data.pages.filter(([, title]) => has(title));
  return [
    ...codes.map((code) => codeResult(code, data, 55 + (code.family === "websocket" ? 6 : 0), "name")),
    ...pages.map(([slug, title]) => ({ kind: "page", slug, title, reason: "name", part: "", score: 58 })),
  ];
}
