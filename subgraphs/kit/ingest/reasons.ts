/** Why a row stands in quarantine: a closed list, each with the sentence that reports and boards print. */
export const REASONS = {
  COLUMN_COUNT: 'The row has more or fewer columns than the header.',
  TRUNCATED: 'The file ends before this row does; a row that may be cut is never taken.',
  LINE_TOO_LONG: 'The line is longer than a row may be.',
  BAD_QUOTES: 'A quoted column is not closed, or goes on after its closing quote.',
  BAD_ENCODING: 'The bytes of this row are not text in the encoding of the file.',
  BAD_JSON: 'The line is not a JSON object of plain values.',
  MOJIBAKE: 'A column holds replacement or control characters: the text was broken before it came here.',
  REQUIRED: 'A column that must be filled is empty.',
  TOO_LONG: 'A text is longer than its column allows.',
  BAD_DATE: 'Not a day of the calendar in the form YYYY-MM-DD.',
  BAD_DATE_TIME: 'Not an instant in the form of RFC 3339.',
  BAD_USCC: 'Not a unified social credit code (GB 32100): its form or its check digit is wrong.',
  BAD_ID_NUMBER: 'Not a citizen identity number (GB 11643): its form, its birth date or its check digit is wrong.',
  BAD_PHONE: 'Neither a mobile number of the mainland (11 digits) nor a number in the form of E.164.',
  BAD_EMAIL: 'Not an e-mail address.',
  BAD_MONEY: 'Not an amount of money in a form that is known.',
  NO_CURRENCY: 'The amount names no currency.',
  BAD_NUMBER: 'Not a number, or one out of the range of its column.',
  BAD_BOOLEAN: 'Neither of the two words that the column may hold.',
  UNKNOWN_CODE: 'The word or code is not in the list that the source declares.',
  UNKNOWN_DISTRICT: 'Neither a short name nor a GB/T 2260 code of a district that is known.',
  UNKNOWN_PERSON: 'No citizen on file has this identity number.',
  MERGED_PERSON:
    'The number was given up when two files turned out to be one person’s: send the person under the number that the correction names, and this one no more.',
  WRONG_HOLDER: 'A record of this kind cannot be held by such a holder: a citizen, or an enterprise, was expected.',
  BAD_DOCUMENT_NUMBER: 'The number is not in the form that the standard of this kind of document lays down.',
  NOT_OF_KIND: 'A column is filled that records of this kind do not have.',
  BAD_MONTH: 'Not a month of the calendar in the form YYYY-MM.',
  BEFORE_BIRTH: 'The day lies before the birth that the identity number of the row tells.',
  ENDS_BEFORE_START: 'The record ends, or is followed up, before it begins.',
  PAID_TOO_EARLY: 'The payment is dated before the period or the matter that it is for began.',
  REFUSED_BY_HOOK: 'The rule of this source refused the combination of columns.',
  REFUSED_BY_STORE: 'The registry refused the row: a reference or a rule of its tables does not hold.',
  DUPLICATE_KEY: 'An earlier row of the same drop has this key and says something else.',
  OLDER_THAN_HELD: 'The registry holds a newer state of this record; an older drop never reverts it.',
} as const;

export type ReasonCode = keyof typeof REASONS;

/** A reason at one column; `detail` never repeats the value. */
export interface Reason {
  code: ReasonCode;
  column: string | null;
}

/** Why a whole drop is refused before its first row. */
export const REFUSALS = {
  EMPTY_FILE: 'The file is empty.',
  BINARY_FILE: 'The file is binary, not text.',
  UNKNOWN_ENCODING: 'The text is neither UTF-8 nor GB18030, or it cannot be told which.',
  BAD_GZIP: 'The file begins like gzip but cannot be unpacked.',
  MISSING_COLUMNS: 'Columns that the source declares are missing from the header.',
  DUPLICATE_COLUMNS: 'The header names a column twice.',
  HEADER_TOO_LONG: 'The first line is longer than a header may be.',
  BAD_MANIFEST: 'The manifest is not what a manifest must be.',
  HASH_MISMATCH: 'The bytes that arrived are not those that the manifest or the sender announced.',
  TRUNCATED_UPLOAD: 'The connection was cut before the whole drop had arrived.',
  OLDER_THAN_HELD: 'A newer drop of this source is held, and rows that are gone cannot be told from rows to come.',
  BUSY: 'Another drop of this source is being ingested.',
  DISK_FULL: 'There is no room to write on the disk.',
  NOT_ALLOWED: 'The account may not push to this source.',
} as const;

export type RefusalCode = keyof typeof REFUSALS;

/** A drop refused whole; nothing of it was taken. The message is fit for the sender's eyes. */
export class IngestRefusal extends Error {
  readonly code: RefusalCode;
  constructor(code: RefusalCode, detail?: string, options?: ErrorOptions) {
    super(detail === undefined ? REFUSALS[code] : `${REFUSALS[code]} ${detail}`, options);
    this.name = 'IngestRefusal';
    this.code = code;
  }
}

/** What was made canonical without a change of meaning; counted per batch. */
export const NORMALISATIONS = [
  'TRIMMED',
  'UPPER_CASED',
  'FULL_WIDTH',
  'FIFTEEN_DIGITS',
  'DATE_FORM',
  'CODE_FORM',
  'PHONE_FORM',
  'LOWER_CASED',
] as const;
export type Normalisation = (typeof NORMALISATIONS)[number];

/** What is worth a look but no ground to refuse a row, or concerns the drop as a whole. */
export const WARNINGS = {
  EXTRA_COLUMN: 'A column that the source does not declare was ignored.',
  BLANK_LINE: 'An empty line was passed over.',
  ABOLISHED_ADDRESS_CODE: 'The identity number begins with a division code that has been abolished.',
  ABOLISHED_DISTRICT: 'The district has been abolished; its successor is on file.',
  ZONE_FOR_DISTRICT: 'A zone is named for the district; the district that it lies in is on file.',
  CURRENCY_BY_LAW: 'The amount says yuan without a country; by law the yuan is the unit of the renminbi.',
  CUT_AT_SOURCE: 'The text ends in an ellipsis: it was cut before it came here.',
  PRIVATE_USE_CHARACTER: 'The text holds characters that only the fonts of its author can show.',
  DELETE_OF_UNKNOWN: 'A deletion names a record that is not on file.',
  CLOSED_AS_MISSING: 'The record is missing from a full drop and was closed.',
  DROP_ENDS_EARLY: 'The packed drop breaks off; what came before the break was taken.',
  UNREADABLE_KEYS: 'Rows whose record cannot be told are set aside, so that no record was closed as missing.',
  TOO_MANY_MISSING: 'So many records are missing from a full drop that none was closed.',
} as const;
export type WarningCode = keyof typeof WARNINGS;
