/** A document as it is drawn: words and figures, without any knowledge of invoices. */

/** One column of the table; widths are parts of the page's width. */
export interface DocumentColumn {
  header: string;
  width: number;
  align: 'left' | 'right';
}

/** A cell: its text, and grey text beneath. */
export interface DocumentCell {
  text: string;
  beneath?: string;
}

/** The name and address of one side. Empty texts are left out. */
export interface DocumentParty {
  name: string;
  address: string;
  taxNumber: string;
}

export interface DocumentModel {
  /** `Invoice`. */
  title: string;
  number: string;
  state: string;
  seller: DocumentParty;
  buyer: DocumentParty;
  buyerTitle: string;
  /** Terms and values: period, due date. */
  facts: { term: string; value: string }[];
  columns: DocumentColumn[];
  rows: DocumentCell[][];
  /** Stands in the place of a table without rows; empty where there is no table. */
  noRows: string;
  sums: { label: string; amount: string; role: 'add' | 'sum' | 'note' }[];
  /** Sentences beneath the sums: the amount in words, a note, the sentence about tax. */
  remarks: string[];
  /** The last line of each page, before the page's number. */
  footer: string;
  /** `Page 1 of 3`. */
  pageWords: (page: number, pages: number) => string;
  language: 'en' | 'id';
  /** When it was made, which a PDF says about itself. */
  at: Date;
}
