import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;

const isElement = (node: Node): node is Element => 'tagName' in node;

/** Every element of a page, in reading order, as a browser would parse it. */
export function elementsOf(html: string): Element[] {
  const walk = (node: Node): Element[] => [
    ...(isElement(node) ? [node] : []),
    ...('childNodes' in node ? node.childNodes.flatMap(walk) : []),
  ];
  return walk(parse(html));
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find(candidate => candidate.name === name)?.value;
}

/** What a browser calls `textContent`. */
export function textOf(node: Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

/** The language an element is in: its own mark, or the nearest one above it. */
export function languageOf(element: Element): string | undefined {
  const own = attribute(element, 'lang');
  if (own !== undefined) return own;
  const parent = element.parentNode;
  return parent && isElement(parent) ? languageOf(parent) : undefined;
}

/** Whether an element stands within another that fulfils a condition. */
export function isWithin(element: Element, condition: (above: Element) => boolean): boolean {
  const parent = element.parentNode;
  if (!parent || !isElement(parent)) return false;
  return condition(parent) || isWithin(parent, condition);
}
