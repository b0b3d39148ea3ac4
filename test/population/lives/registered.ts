/** The registers of enrolments and of certificates of education reach back to this year. */
export const REGISTERED_SCHOOLS_SINCE = 1990;
