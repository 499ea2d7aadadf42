/* Names of codes in libraries, and names that differ from them only in what all such names share. */

import { letters, words } from "./text.js";

const SHARED = new Set("close closed closure closing ws web socket websocket code codes error err".split(" "));
const SHORTEST_PART = 6;

/** Return the codes that `text` names: [{id, constant, library, score, alike}]. */
export function constantsIn(text, data) {
  const names = (text.match(/[A-Za-z_][\w.:-]*\w/gu) ?? []).flatMap((name) => [name, ...name.split(/[.:]+/u)]);
  const said = new Set(names.map(letters));
  const whole = letters(text);
  const typed = new Set(names.filter((name) => /[a-z][A-Z]|_|^[A-Z]{4}/u.test(name)).map(core));
  const phrase = core(text);
  return data.constants.flatMap(([constant, id, library]) => {
    const name = letters(constant);
    const one = { id, constant, library, alike: false };
    const score = exact(text, constant, name, said, whole) ?? alike(core(constant), id, typed, phrase);
    return score ? [{ ...one, score: score + (id.includes("-") ? 0 : 1), alike: name !== whole && !said.has(name) }] : [];
  });
}

function exact(text, constant, name, said, whole) {
  const typed = text.includes(constant) && (/[a-z][A-Z]|_|^[A-Z]{2}/u.test(constant) || /[.:]$/u.test(text.slice(0, text.indexOf(constant))));
  if (name.length < 4 || (whole !== name && !(typed && said.has(name)))) {
    return null;
  }
  return 50 + Math.min(name.length, 20) + (typed ? 15 : 0) + (whole === name ? 18 : 0);
}

/* CLOSE_ABNORMAL is Abnormal, and goingAway is StatusGoingAway; a part is enough for a registered code. */
function alike(own, id, typed, phrase) {
  const asked = [...typed].find((name) => name === own || (!id.includes("-") && name.length >= SHORTEST_PART && own.startsWith(name)));
  if (own.length < 4 || (!asked && (phrase !== own || id.includes("-")))) {
    return null;
  }
  const alone = phrase === (asked ?? own);
  return 46 + Math.min(own.length, 16) + (asked ? 15 : 0) + (alone ? 18 : 0) - (asked && asked !== own ? 3 : 0);
}

const cores = new Map();

/* What tells a name from others of its kind. */
function core(name) {
  if (!cores.has(name)) {
    const apart = name.replace(/(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/gu, " ");
    const own = words(apart).filter((word) => word.length > 1 && !SHARED.has(word) && !/^\d+$/u.test(word));
    cores.set(name, (own[0] === "status" ? own.slice(1) : own).join(""));
  }
  return cores.get(name);
}
