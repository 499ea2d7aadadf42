/* Names of codes, services, guides and terms, as far as a query has their words. */

import { letters, telling, words } from "./text.js";

export const MOST_WORDS = 8;
const EACH = 7; // what each further word adds
const LONG = 5; // letters from which on one may be wrong
const JOINED = 6; // letters from which on a word may be two of a name
const NOTHING = new Set(["websocket", "websockets", "ws"]);
const NOT = new Set(["non", "not"]);

/** Return a function from names and a score to the score that they get for `text`; 0 where they are not meant. */
export function rankFor(text, match = startsWith) {
  const all = telling(text);
  const said = all.some((word) => !NOTHING.has(word)) ? all.filter((word) => !NOTHING.has(word)) : all;
  const whole = letters(text);
  if (!said.some((word) => /\p{L}/u.test(word)) || said.length > MOST_WORDS) {
    return () => 0;
  }
  return (names, score) => {
    const own = names.filter(Boolean);
    if (own.some((name) => letters(name) === whole || telling(name).join("") === said.join(""))) {
      return score + 26;
    }
    const known = own.flatMap(words);
    const joined = own.map(letters).join(" ");
    const has = (word) => known.some((one) => match(one, word)) || (word.length >= JOINED && joined.includes(word));
    return said.every(has) ? score + Math.min(said.length - 1, 3) * EACH : 0;
  };
}

/** Return the part of `text` that is one of `names`, all its words together: 0 to 1. */
export function shareOf(text, names) {
  const said = telling(text);
  const shares = names.filter(Boolean).map((name) => {
    const own = telling(name).filter((word) => !NOT.has(word));
    const there = own.length > 1 && said.length <= MOST_WORDS && own.every((word) => said.some((one) => startsWith(one, word)));
    return there ? own.length / said.length : 0;
  });
  return Math.max(0, ...shares);
}

const startsWith = (one, word) => one.startsWith(word);

/** Whether a word is another, or begins like it, with one letter wrong, missing, too many, or two that changed places. */
export function almost(one, word) {
  if (one.startsWith(word)) {
    return true;
  }
  if (word.length < LONG || Math.abs(one.length - word.length) > 1) {
    return false;
  }
  let from = 0;
  while (from < word.length && one[from] === word[from]) {
    from += 1;
  }
  const [a, b] = [one.slice(from), word.slice(from)];
  return a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1) || (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2));
}
