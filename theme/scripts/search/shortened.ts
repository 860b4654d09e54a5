const LONGEST = 60;

/** What a reader wrote, short enough to be quoted in a message. */
export function shortened(text: string): string {
  const characters = [...text.slice(0, 2 * LONGEST)];
  return characters.length <= LONGEST ? text : `${characters.slice(0, LONGEST - 1).join("").trimEnd()}…`;
}
