/* Comparisons: two numbers, or three, in any common form. */

import { named, NUMBER, rangeResult, titleOf, withNumber } from "./results.js";
import { CONNECTING, plain, words } from "./text.js";

const LONGEST_QUESTION = 90;

/** Return the comparisons of two numbers and little else, or three; either of two may have the name of a service
    before or after it. */
export function byPair(text, data) {
  const numbers = [...plain(text).matchAll(NUMBER)];
  if (text.length > LONGEST_QUESTION || numbers.length < 2 || numbers.length > 3) {
    return [];
  }
  const [first, second] = numbers;
  const before = text.slice(0, first.index);
  const between = text.slice(first.index + first[0].length, second.index);
  const after = text.slice(second.index + second[0].length);
  const services = [...named(before, data), ...named(between, data), ...named(after, data)];
  const rest = words(`${before} ${between} ${after}`).filter((word) => !CONNECTING.has(word));
  if (numbers.length === 3) {
    return rest.length === 1 ? byThree(numbers.map(([number]) => Number(number)), data) : [];
  }
  const opposed = /^\W*(?:vs|versus|contre)?\W*$/iu.test(between) && /\w|[/>→|]/u.test(between);
  if (rest.length > (opposed ? 3 : 0) && !services.length) {
    return [];
  }
  const ones = withNumber(Number(first[0]), named(before, data), data);
  const others = withNumber(Number(second[0]), firstOf(named(between, data), named(after, data), named(before, data)), data);
  const pairs = ones.flatMap((one) => others.map((other) => pairResult(one, other, data))).filter(Boolean);
  return [...wholeRange(Number(first[0]), Number(second[0]), data), ...pairs];
}

/* Each two of three registered numbers, in their order. */
function byThree([first, second, third], data) {
  const registered = (number) => data.codes.find((code) => code.number === number && code.family === "websocket");
  const pairs = [[first, second], [first, third], [second, third]].map((pair) => pair.map(registered));
  const found = pairs.map(([one, other]) => one && other && pairResult(one, other, data)).filter(Boolean);
  return found.map((result, index) => ({ ...result, score: 96 - index }));
}

function wholeRange(min, max, data) {
  return data.ranges.some((range) => range.min === min && range.max === max) ? [rangeResult(min, 0, data, 98)] : [];
}

const firstOf = (...lists) => lists.find((list) => list.length) ?? [];

/** Return the result for the comparison of two codes, or null if there is none. */
export function pairResult(one, other, data) {
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
