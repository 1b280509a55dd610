-- Days beside the week before
-- Window functions: each day's trips, the sum so far, and the mean of the last seven days.
WITH days AS (
  SELECT pickup_at::DATE AS day, count(*) AS trips
  FROM trips
  GROUP BY day
)
SELECT
  day,
  trips,
  sum(trips) OVER (ORDER BY day) AS so_far,
  avg(trips) OVER (ORDER BY day ROWS 6 PRECEDING)::DECIMAL(8, 1) AS week
FROM days
ORDER BY day
