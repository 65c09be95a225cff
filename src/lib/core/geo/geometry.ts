/** A shape in degrees, as GeoJSON writes it. */
export type { Geometry, Position as Coordinates } from 'geojson';
