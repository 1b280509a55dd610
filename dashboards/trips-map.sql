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
), named AS (
  SELECT row_number() OVER (ORDER BY counts DESC, location_id) AS rank,
         location_id,
         coalesce(zone, 'Location ' || location_id) AS name,
         borough,
         counts,
         counts / sum(counts) OVER () AS share,
         'Location ID ' || location_id || coalesce(', ' || borough, '') AS note,
         count(*) OVER () AS zones
  FROM counted LEFT JOIN zones USING (location_id)
)
SELECT location_id, name, counts, note,
       CASE WHEN zones > 200 THEN format('the first 200 of {:,} zones, shaded by trips', zones)
            ELSE format('all {:,} zones, shaded by trips', zones) END AS remark
FROM named
ORDER BY rank
LIMIT 200
