// Slip codes, made on the student's own device (ST-06). The same rules as SlipCode.java;
// SlipCodeScriptTest checks that both agree. Nothing here is kept or sent.

export const ALPHABET = "23456789CFGHJMPQRVWX";

const TAG_LENGTH = 4;
const SECRET_LENGTH = 12;
const LENGTH = TAG_LENGTH + SECRET_LENGTH + 1;
const MODULUS = 23;
const SEPARATORS = /[\s.,_/|\-\u2010-\u2014\u2212\u0000-\u001f\u007f-\u009f]/gu;
const TWINS = { S: "5", B: "8", Z: "2" };

function sum(letters) {
  return [...letters].reduce((total, letter, i) => total + (i + 1) * ALPHABET.indexOf(letter), 0);
}

// 17, the weight of the check character, has the inverse 19 mod 23; -19 is 4.
export function checkValue(body) {
  return (sum(body) * 4) % MODULUS;
}

// A byte under 240 is one of twelve full rounds of the alphabet; the rest would favour some letters.
function randomLetter() {
  const byte = new Uint8Array(1);
  do {
    crypto.getRandomValues(byte);
  } while (byte[0] >= 240);
  return ALPHABET[byte[0] % ALPHABET.length];
}

/** A new code of a session, ungrouped. */
export function randomSlipCode(tag) {
  if (!isTag(tag)) {
    throw new Error("Not a session tag");
  }
  for (;;) {
    let body = tag;
    while (body.length < TAG_LENGTH + SECRET_LENGTH) {
      body += randomLetter();
    }
    const check = checkValue(body);
    if (check < ALPHABET.length) {
      return body + ALPHABET[check];
    }
  }
}

function isTag(tag) {
  return tag.length === TAG_LENGTH && [...tag].every((letter) => ALPHABET.includes(letter));
}

/** In groups of four, for the slip: KMP4-7QW3-CM9X-22VR-F. */
export function printed(code) {
  return code.replace(/(.{4})(?=.)/g, "$1-");
}

/**
 * What came of reading a typed code: {code}, {unknown, place}, {found, wanted} or {differs: true}.
 */
export function readSlipCode(typed) {
  if (typed.length > 200) {
    return { found: typed.length, wanted: LENGTH };
  }
  const letters = [...typed.normalize("NFKC").toUpperCase().replace(SEPARATORS, "")];
  const found = letters.map((letter) => TWINS[letter] ?? letter);
  const stranger = found.findIndex((letter) => !ALPHABET.includes(letter));
  if (stranger >= 0) {
    return { unknown: found[stranger], place: stranger + 1 };
  }
  if (found.length !== LENGTH) {
    return { found: found.length, wanted: LENGTH };
  }
  const code = found.join("");
  return sum(code) % MODULUS === 0 ? { code } : { differs: true };
}
