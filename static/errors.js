/* Find what software printed, in a line or in a whole stack trace: all fixed pieces of a known text in their order,
   or most of its words. */

import { plain, words } from "./text.js";

const PLACEHOLDER = /\{[^{}\s]+\}/gu;
const CODE = /\{(?:code|status)\}/u;
const MOST_LINES = 400;
const MOST = 6;
const SHORT = 17; // letters below which a text may stand in another by chance
const ALIKE = 75; // beside a text that is there word for word, less is of no interest

/** Return the entries that `text` may hold, best first: {entry, score, exact, line}. */
export function errorsIn(text, data) {
  const lines = text.split("\n").slice(0, MOST_LINES).map(plain);
  const said = new Set(lines.flatMap(words));
  if (said.size < 2 && plain(text).length < 8) {
    return [];
  }
  const known = prepared(data);
  const whole = lines.join(" ");
  const found = known.entries.map((one) => ({ entry: one.entry, ...(exactly(one, lines, whole) ?? roughly(one, said, whole, known)) }));
  const least = found.some(({ exact, score }) => exact && score >= ALIKE) ? ALIKE : 1;
  return found
    .filter(({ exact, score }) => score >= (exact ? 1 : least))
    .sort((one, other) => other.score - one.score)
    .slice(0, MOST);
}

const cache = new WeakMap();

/* The texts in the form in which they are compared, made once. */
function prepared(data) {
  if (!cache.has(data)) {
    const entries = data.errors.map((entry) => ({ entry, pieces: piecesOf(entry.text), own: words(entry.text.replace(PLACEHOLDER, " ")) }));
    const counts = new Map();
    for (const word of entries.flatMap(({ own }) => [...new Set(own)])) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    cache.set(data, { entries, weight: (word) => 1 / Math.sqrt(counts.get(word) ?? 1), knows: (word) => counts.has(word) });
  }
  return cache.get(data);
}

function piecesOf(text) {
  return plain(text.replace(PLACEHOLDER, "\u0001")).split("\u0001").map((piece) => piece.replace(/^[\s'"(]+|[\s'".)]+$/gu, "")).filter((piece) => piece.length > 1);
}

/* The longest text says most; one that leaves the code open says less than the page of the code. */
function exactly({ entry, pieces }, lines, whole) {
  const length = pieces.join("").length;
  if (length < 8) {
    return null;
  }
  const line = lines.findIndex((one) => inOrder(pieces, one));
  if (line < 0 && !inOrder(pieces, whole)) {
    return null;
  }
  const open = CODE.test(entry.text) && length < 40 ? 6 : 0;
  const same = pieces.length === 1 && pieces[0].length >= whole.length - 2 ? 3 : 0;
  const vague = same || length >= SHORT || pieces.length > 1 ? 0 : 20;
  return { score: 87 + same + Math.min(length / 12, 9) - open - vague, exact: true, line: lines.length > 1 ? line + 1 : 0 };
}

function inOrder(pieces, text) {
  let from = 0;
  return pieces.every((piece) => {
    const place = text.indexOf(piece, from);
    from = place + piece.length;
    return place >= 0 && !/[\p{L}\p{N}]/u.test(edge(text, place - 1, piece[0])) && !/[\p{L}\p{N}]/u.test(edge(text, from, piece.at(-1)));
  });
}

/* The sign beside a piece, where a piece that begins or ends with a letter could go on. */
function edge(text, place, sign) {
  return /[\p{L}\p{N}]/u.test(sign) ? (text[place] ?? "") : "";
}

/* Words that few texts have tell more. What was typed may be a part of the text, or have noise around it. */
function roughly({ pieces, own }, said, whole, { weight, knows }) {
  if (whole.length >= 12 && pieces.some((piece) => piece.includes(whole))) {
    return { score: 84 + Math.min(whole.length / pieces.join("").length, 1), exact: false, line: 0 };
  }
  const sum = (some) => some.reduce((total, word) => total + weight(word), 0);
  const shared = [...new Set(own)].filter((word) => said.has(word));
  const ofText = sum(shared) / sum(new Set(own).size ? [...new Set(own)] : ["-"]);
  const isWord = (word) => !/^\d+$/.test(word);
  const asked = [...said].filter(isWord);
  const ofQuery = sum(shared.filter(isWord)) / asked.reduce((total, word) => total + (knows(word) ? weight(word) : 1), 0);
  if (own.length >= 3 && ofText > 0.6) {
    return { score: 30 + 45 * ofText, exact: false, line: 0 };
  }
  if (shared.filter(isWord).length >= 3 && ofQuery > 0.8) {
    return { score: 52 + 20 * ofQuery * ofQuery + 5 * ofText, exact: false, line: 0 };
  }
  return { score: 0, exact: false, line: 0 };
}
