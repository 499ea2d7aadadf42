/* What is found, in the form in which it is shown; and what a text names. */

import { CONNECTING, letters, words } from "./text.js";

/** A number that may be a code. */
export const NUMBER = /(?<![\d.])\d{1,6}(?![\d.]*\d)/g;

/** Return the result for a code. */
export function codeResult(code, data, score, reason, part = "", line = 0) {
  return { kind: "code", slug: code.slug, code, title: titleOf(code, data), reason, part, line, score };
}

/** Return what a code is called where codes of several services stand together. */
export function titleOf(code, data) {
  const family = code.family === "websocket" ? "" : `${data.families[code.family]} `;
  return `${family}${code.number} ${code.name}`;
}

/** Return the result for the range of a number that has no page. */
export function rangeResult(number, line, data, score) {
  const range = data.ranges.find(({ min, max }) => min <= number && number <= max);
  const title = range ? `${number} · ${range.min}–${range.max}, ${range.name}` : String(number);
  const slug = range ? `ranges/#from-${range.min}` : "ranges/";
  return { kind: "range", slug, title, reason: range ? "range" : "beyond", part: "", line, score };
}

/** Return the ids of the families named in the text; those named in full hide those of which one word is named. */
export function named(text, data) {
  const said = words(text);
  const joined = said.join("");
  const families = Object.entries(data.families).filter(([id]) => id !== "websocket");
  const full = families.filter(([id, name]) => joined.includes(letters(id)) || joined.includes(letters(name)));
  const longest = full.filter(([id]) => !full.some(([other]) => other !== id && letters(other).includes(letters(id))));
  const partly = families.filter(([, name]) => words(name).some((word) => word.length > 3 && !CONNECTING.has(word) && said.includes(word)));
  const found = longest.length && !partly.some(([id]) => !longest.some(([other]) => other === id) && said.length > 2) ? longest : [...longest, ...partly];
  return [...new Set(found.map(([id]) => id))];
}

/** Return the codes with a number, of some families or of all. */
export function withNumber(number, families, data) {
  return data.codes.filter((code) => code.number === number && (!families.length || families.includes(code.family)));
}
