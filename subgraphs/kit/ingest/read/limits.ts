/** Characters or bytes that one row, quoted line ends included, may have; a longer one is set aside unread. */
export const MAX_ROW = 1_048_576;
/** What is kept of a row that is too long. */
export const MAX_KEPT = 2_048;
/** How much is looked at to tell the encoding. */
export const SAMPLE = 262_144;
