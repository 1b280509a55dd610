-- Zones within boroughs
-- Nested values: a list of structures for each borough, to be opened in the grid.
WITH busy AS (
  SELECT z.borough, z.zone, count(*) AS trips
  FROM trips t
  JOIN zones z ON z.location_id = t.pickup_location_id
  GROUP BY z.borough, z.zone
)
SELECT
  borough,
  sum(trips)::BIGINT AS trips,
  list({zone: zone, trips: trips} ORDER BY trips DESC)[1:5] AS busiest
FROM busy
GROUP BY borough
ORDER BY trips DESC
