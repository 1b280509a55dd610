-- Top pickup locations
-- The 200 places where most trips of April 2019 begin.
SELECT
  pickup_location_id AS location_id,
  COUNT(*) AS counts
FROM trips
WHERE pickup_at >= '2019-04-01' AND pickup_at < '2019-05-01'
GROUP BY pickup_location_id
ORDER BY counts DESC
LIMIT 200
