/** Who sells, as it stands on documents, and the sentence about tax. Browser-safe. */

export interface Seller {
  name: string;
  /** Lines of an address; may be empty. */
  address: string;
  /** As it is printed; empty without one. */
  taxNumber: string;
}

/** What this deployment says on documents. */
export interface DocumentTerms {
  /** The seller of the settings. Without a name there, the invoice's own company stands with this tax number. */
  seller: Seller;
  /** Whether the document is one for taxes; empty where the operator says nothing. */
  taxNote: string;
}

/** The seller of a document. @param company the invoice's own; used where the settings name no seller */
export function sellerOf(
  { seller }: DocumentTerms,
  company: { company_name: string | null; company_address: string | null },
): Seller {
  if (seller.name !== '') return seller;
  const { company_name: name, company_address: address } = company;
  return { name: name ?? '', address: address ?? '', taxNumber: seller.taxNumber };
}
