import { XMLParser } from 'fast-xml-parser';

/** An element in document order: its name, its children, or its text. */
export interface XmlNode {
  name: string;
  text: string;
  attributes: Record<string, string>;
  children: XmlNode[];
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  removeNSPrefix: true,
  // Entities of a document type are how a small file becomes a large one.
  processEntities: true,
});

type Raw = Record<string, unknown>;

const nodeOf = (raw: Raw): XmlNode => {
  const name = Object.keys(raw).find((key) => key !== ':@') ?? '';
  const value = raw[name];
  return {
    name,
    text: name === '#text' ? String(value) : '',
    attributes: (raw[':@'] ?? {}) as Record<string, string>,
    children: Array.isArray(value) ? (value as Raw[]).map(nodeOf) : [],
  };
};

/** @throws when it is no XML, or declares a document type */
export const readXml = (xml: string): XmlNode => {
  if (/<!DOCTYPE|<!ENTITY/i.test(xml.slice(0, 2000))) throw new Error('a part of an office file declares a document type');
  return { name: '', text: '', attributes: {}, children: (parser.parse(xml) as Raw[]).map(nodeOf) };
};

export const childrenOf = (node: XmlNode, name: string): XmlNode[] => node.children.filter((child) => child.name === name);

/** All elements of a name below, in order; not those inside one found. */
export const below = (node: XmlNode, name: string): XmlNode[] =>
  node.children.flatMap((child) => (child.name === name ? [child] : below(child, name)));
