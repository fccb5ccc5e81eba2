import type { Calendar } from '../language.js';
import { listed } from '../listed.js';

export const CALENDAR: Calendar = {
  months: listed(
    'januar februar märz april mai juni juli august september oktober november dezember',
  ),
  shortMonths: listed('jan feb mär apr jun jul aug sep sept okt nov dez'),
  weekdays: listed('montag dienstag mittwoch donnerstag freitag samstag sonntag'),
};
