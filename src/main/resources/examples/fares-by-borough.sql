-- Fares by borough
-- What trips cost by where they begin: two tables joined by the location's number.
SELECT
  z.borough,
  count(*) AS trips,
  median(t.fare_amount)::DECIMAL(8, 2) AS median_fare,
  avg(t.tip_amount)::DECIMAL(8, 2) AS tip
FROM trips t
JOIN zones z ON z.location_id = t.pickup_location_id
GROUP BY z.borough
ORDER BY trips DESC
