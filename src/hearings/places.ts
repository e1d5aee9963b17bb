import { languages } from '../i18n/language.ts';
import { loadOnUse } from '../shared/load-on-use.ts';
import { otherCityNames } from './city-names.ts';
import type { Zones } from './court-time.ts';

/** A city with the zone of its clocks. */
export interface Place {
  readonly city: string;
  /** The province or state; empty where the list has none. */
  readonly region: string;
  /** Two letters, such as `CO`; empty for a zone that was given by its own name. */
  readonly country: string;
  readonly zone: string;
}

/** As many as a person may choose from. */
const most = 10;

/** Accents, capitals and punctuation make no difference. */
function fold(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
}

type Cities = typeof import('city-timezones');
type City = Cities['cityMapping'][number];
const loadCities = loadOnUse<Cities>('city-timezones');
let byName: Map<string, City[]> | undefined;

/** Made when it is first needed: 7,000 cities take some memory, and folding their names some milliseconds. */
function cities(): Map<string, City[]> {
  if (byName) return byName;
  byName = new Map();
  // Stations in Antarctica have no zone in the list.
  for (const city of loadCities().cityMapping.filter(({ timezone }) => Boolean(timezone))) {
    for (const name of new Set([fold(city.city), fold(city.city_ascii)])) {
      byName.set(name, [...(byName.get(name) ?? []), city]);
    }
  }
  return byName;
}

let countryNames: readonly Intl.DisplayNames[] | undefined;

/** Whether what stands behind the comma is a city's province or country, in either language. */
function liesIn(city: City, part: string): boolean {
  countryNames ??= languages.map(language => new Intl.DisplayNames([language], { type: 'region' }));
  const countries = /^[A-Z]{2}$/.test(city.iso2) ? countryNames.map(names => names.of(city.iso2)) : [];
  const names = [city.province, city.country, city.iso2, city.iso3, ...countries];
  return names.some(name => name !== undefined && fold(name) === part);
}

/**
 * Finds the zone of a court by its city: `Bogotá`, `Le Caire`, `San José, Costa Rica`; or by the zone's own name.
 *
 * @returns the possible places, the largest city first, at most ten: none when unknown, several when somebody must choose
 */
export function findPlaces(text: string, zones: Zones): readonly Place[] {
  const typed = text.trim();
  if (typed.includes('/') && zones.isZone(typed)) {
    return [
      { city: typed.split('/').at(-1)?.replaceAll('_', ' ') ?? typed, region: '', country: '', zone: typed },
    ];
  }
  const [name = '', ...parts] = typed.split(',').map(fold).filter(Boolean);
  const whole = fold(typed);
  const named = (one: string) => cities().get(otherCityNames[one] ?? one) ?? [];
  // "Washington, D.C." is a name with a comma of its own.
  const found = named(whole).length > 0 ? named(whole) : named(name);
  const within = named(whole).length > 0 ? [] : parts;
  const places = found
    .filter(city => within.every(part => liesIn(city, part)) && zones.isZone(city.timezone))
    .sort((one, other) => other.pop - one.pop)
    .map(({ city, province, iso2, timezone }) => ({
      city,
      region: province && province !== city ? province : '',
      country: iso2,
      zone: timezone,
    }));
  const seen = new Set<string>();
  return places
    .filter(({ region, country, zone }) => {
      const key = `${country} ${region} ${zone}`;
      return !seen.has(key) && seen.add(key);
    })
    .slice(0, most);
}
