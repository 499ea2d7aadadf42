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
