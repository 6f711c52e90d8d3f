import type { PublicDocument } from '../contract/index.ts';
import { ReplicaReader } from '../replica/reader.ts';
import { openForReading } from '../replica/tables.ts';

/**
 * The replica with one document laid over it, for one page: columns, departments and links are the live ones, the document is the one
 * that is looked at. The replica itself is opened read-only; nothing of a draft ever gets into it.
 */
export class OverlaidReader extends ReplicaReader {
  readonly #document: PublicDocument;

  constructor(file: string, siteUrl: string, document: PublicDocument) {
    super(openForReading(file), siteUrl);
    this.#document = document;
  }

  override document(id: string): PublicDocument | null {
    return id === this.#document.id ? this.#document : super.document(id);
  }
}
