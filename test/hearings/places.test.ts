import cityTimezones from 'city-timezones';
import { expect, test } from 'vitest';
import { otherCityNames } from '../../src/hearings/city-names.ts';
import { zones } from '../../src/hearings/court-time.ts';
import { findPlaces } from '../../src/hearings/places.ts';

const zonesOf = (text: string) => findPlaces(text, zones).map(({ zone }) => zone);

test.each([
  ['Bogotá', 'America/Bogota'],
  ['bogota', 'America/Bogota'],
  ['Le Caire', 'Africa/Cairo'],
  ['Pékin', 'Asia/Shanghai'],
  ['Téhéran', 'Asia/Tehran'],
  ['Ciudad de México', 'America/Mexico_City'],
  ['N’Djamena', 'Africa/Ndjamena'],
  ['Port-au-Prince', 'America/Port-au-Prince'],
  ['Washington, D.C.', 'America/New_York'],
  ['San José, Costa Rica', 'America/Costa_Rica'],
  ['London, Royaume-Uni', 'Europe/London'],
  ['Londres', 'Europe/London'],
  ['Africa/Nairobi', 'Africa/Nairobi'],
])('%s has one zone first', (text, zone) => {
  expect(zonesOf(text)[0]).toBe(zone);
});

test('of several cities with one name somebody must choose, the largest first', () => {
  expect(findPlaces('London', zones)).toMatchObject([
    { city: 'London', country: 'GB', zone: 'Europe/London' },
    { region: 'Ontario', country: 'CA' },
    { region: 'Kentucky', country: 'US' },
  ]);
  expect(zonesOf('London, Ontario')).toEqual(['America/Toronto']);
  expect(new Set(zonesOf('San Jose')).size).toBeGreaterThan(2);
});

test('what is unknown is not guessed', () => {
  expect(['Macondo', '', 'Mars/Olympus', 'London, Peru', '...'].map(zonesOf)).toEqual([[], [], [], [], []]);
});

test('every other name leads to a city of the list, which does not know it itself', () => {
  const known = (name: string) =>
    cityTimezones.cityMapping.some(({ city, city_ascii: ascii }) =>
      [city, ascii].some(
        one =>
          one
            .normalize('NFD')
            .replace(/\p{M}/gu, '')
            .toLowerCase()
            .replace(/[^a-z\d]+/g, ' ')
            .trim() === name,
      ),
    );
  expect(Object.values(otherCityNames).filter(name => !known(name))).toEqual([]);
});
