-- Longest trips
-- The 20 trips that took longest, with the zones where they begin and end.
SELECT
  t.dropoff_at - t.pickup_at AS took,
  t.trip_distance,
  a.zone AS from_zone,
  b.zone AS to_zone,
  t.total_amount
FROM trips t
LEFT JOIN zones a ON a.location_id = t.pickup_location_id
LEFT JOIN zones b ON b.location_id = t.dropoff_location_id
ORDER BY took DESC
LIMIT 20
