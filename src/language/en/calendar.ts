import type { Calendar } from '../language.js';
import { listed } from '../listed.js';

export const CALENDAR: Calendar = {
  months: listed(
    'january february march april may june july august september october november december',
  ),
  shortMonths: listed('jan feb mar apr jun jul aug sep sept oct nov dec'),
  weekdays: listed('monday tuesday wednesday thursday friday saturday sunday'),
};
