-- Trips by hour
-- How many trips begin in each hour of the day, and what they cost on average.
SELECT
  hour(pickup_at) AS hour,
  count(*) AS trips,
  avg(fare_amount)::DECIMAL(8, 2) AS fare
FROM trips
GROUP BY hour
ORDER BY hour
