/** Whole numbers as characters, as plugins/daybook/search/digits.py writes them. */

/** Of each character code: a last digit as itself, one before it with `MORE` added; printable ASCII that JSON does not escape. */
const DIGIT = new Uint8Array(128);
const LAST = 64;
const BEFORE = 27;
const MORE = 128;

for (let code = 0x20, n = 0; code < 0x7f; code += 1) {
  if ('"\\<>'.includes(String.fromCharCode(code))) continue;
  DIGIT[code] = n < LAST ? n : n - LAST + MORE;
  n += 1;
}

/** The numbers of a text, in its order. */
export function numbers(text: string): Int32Array {
  const made = new Int32Array(text.length);
  let count = 0;
  let number = 0;
  for (let i = 0; i < text.length; i += 1) {
    const digit = DIGIT[text.charCodeAt(i) & 127] as number;
    if (digit >= MORE) {
      number = number * BEFORE + digit - MORE;
    } else {
      made[count] = number * LAST + digit;
      count += 1;
      number = 0;
    }
  }
  return made.subarray(0, count);
}

/** Rising numbers, written as the step from the one before. */
export function rising(text: string): Int32Array {
  const made = numbers(text);
  for (let i = 1; i < made.length; i += 1) made[i] = (made[i] as number) + (made[i - 1] as number);
  return made;
}
