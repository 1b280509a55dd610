WITH counted AS (
  SELECT location_id, counts
  FROM top_pickup_locations
  WHERE $pickup_from IS NULL AND $pickup_before IS NULL AND $zone IS NULL
  UNION ALL
  SELECT pickup_location_id AS location_id, count(*) AS counts
  FROM trips
  WHERE ($pickup_from IS NOT NULL OR $pickup_before IS NOT NULL OR $zone IS NOT NULL)
    AND ($pickup_from IS NULL OR pickup_at >= $pickup_from)
    AND ($pickup_before IS NULL OR pickup_at < $pickup_before)
    AND ($zone IS NULL OR list_contains($zone, pickup_location_id))
  GROUP BY pickup_location_id
)
SELECT coalesce(zone, 'Location ' || location_id) AS zone,
       format('{:,} trips', counts) AS trips
FROM counted LEFT JOIN zones USING (location_id)
ORDER BY counts DESC, location_id
LIMIT 1
