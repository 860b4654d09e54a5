/** Where words stand in a text. */

const LETTER = /[\p{L}\p{N}]/u;

/** Start and end of every whole occurrence of any of the words, the longest first to claim its place; in the text's order. */
export function spans(text: string, words: readonly string[]): [number, number][] {
  const found: [number, number][] = [];
  for (const each of [...words].sort((a, b) => b.length - a.length)) {
    if (each === "") continue;
    for (let at = text.indexOf(each); at >= 0; at = text.indexOf(each, at + each.length)) {
      const end = at + each.length;
      const whole = !LETTER.test(text.charAt(at - 1)) && !LETTER.test(text.charAt(end));
      if (whole && found.every(([first, last]) => end <= first || last <= at)) found.push([at, end]);
    }
  }
  return found.sort((a, b) => a[0] - b[0]);
}

/** The same as ranges of an element's own text. */
export function ranges(element: Element, words: readonly string[]): Range[] {
  const nodes: [Text, number][] = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let text = "";
  while (walker.nextNode() !== null) {
    const node = walker.currentNode as Text;
    nodes.push([node, text.length]);
    text += node.data;
  }
  const point = (at: number, ends: boolean): [Text, number] => {
    const held = nodes.filter(([, start]) => (ends ? start < at : start <= at)).at(-1) as [Text, number];
    return [held[0], at - held[1]];
  };
  return spans(text, words).map(([start, end]) => {
    const range = document.createRange();
    range.setStart(...point(start, false));
    range.setEnd(...point(end, true));
    return range;
  });
}
