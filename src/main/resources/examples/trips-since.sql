-- Trips of some days
-- Two parameters, $from and $to: the fields below the editor ask for them.
SELECT
  pickup_at::DATE AS day,
  count(*) AS trips,
  sum(total_amount)::DECIMAL(12, 2) AS total
FROM trips
WHERE pickup_at >= $from::DATE AND pickup_at < $to::DATE
GROUP BY day
ORDER BY day
