/* Texts as they are compared: what differs only in accents, capitals, quotes or spaces is the same. */

/** Return `text` in small letters, without accents and without more than one space in a row. */
export function plain(text) {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/œ/gi, "oe")
    .replace(/æ/gi, "ae")
    .replace(/[‘’‛`´]/g, "'")
    .replace(/[“”«»]/g, '"')
    .replace(/\s+/gu, " ")
    .trim()
    .toLowerCase();
}

/** Return the words and numbers of `text`. */
export const words = (text) => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Return the letters and digits of `text`, so that GOING_AWAY is GoingAway. */
export const letters = (text) => words(text).join("");

/** What stands between two numbers, or around them, without being the name of anything. */
export const CONNECTING = new Set(
  ("vs v versus contre or ou and et to a the le la les un une between entre difference differences compare compared comparer " +
    "comparaison comparison with avec from de du des d l is est que veut dire mean means signifie error erreur code codes close closing closed fermeture websocket " +
    "websockets ws what quelle quelles quoi which").split(" "),
);

const LITTLE = new Set(
  ("le la les un une des du de et ou en au aux the an of to is was with by for est ce se sur dans " +
    "how why should do does can my your comment pourquoi faut il puis je dois mon ma mes").split(" "),
);

/** Return the words of `text` that tell something. */
export const telling = (text) => words(text).filter((word) => word.length > 1 && !LITTLE.has(word));

/** Return `text` as it was before it was encoded for an address; as it is where that cannot be told. */
export function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Return a query with the digits that were meant: in an encoded address, in base 16, or typed as letters. */
export function legible(query) {
  const text = (/^\S*%[0-9a-f]{2}\S*$/iu.test(query) ? decoded(query.replaceAll("+", " ")) : query).trim();
  const base16 = /^(?:0x|\\x)?(0[3-9a-f]|1[0-3]|(?<=0x)[3-9a-f])(?: ?|\\x)([\da-f]{2})$/iu.exec(text);
  if (base16 && !/^\d+$/u.test(text)) {
    return String(parseInt(base16[1] + base16[2], 16));
  }
  return text.replace(/(?<![\p{L}\p{N}])(?=[OoIl]*\d)[\dOoIl]{4}(?![\p{L}\p{N}])/gu, (number) => number.replace(/O/giu, "0").replace(/[Il]/gu, "1"));
}
