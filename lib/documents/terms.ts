/** What the operator's settings say on documents. Server only. */
import type { Locale } from '@/lib/intl/locales';
import type { DocumentTerms } from '@/lib/money/seller';
import { settings } from '@/lib/settings';

/** Reads the seller and the sentence about tax. A sentence that is given in one language stands in both. */
export function documentTerms(language: Locale): DocumentTerms {
  const read = settings();
  const notes = { en: read.NUSA_TAX_DOCUMENT_NOTE_EN, id: read.NUSA_TAX_DOCUMENT_NOTE_ID };
  return {
    seller: {
      name: read.NUSA_SELLER_NAME ?? '',
      address: read.NUSA_SELLER_ADDRESS ?? '',
      taxNumber: read.NUSA_SELLER_TAX_NUMBER ?? '',
    },
    taxNote: notes[language] ?? notes.en ?? notes.id ?? '',
  };
}
