-- Weekdays across boroughs
-- A pivot: a row for each day of the week, and a column for each borough.
PIVOT (
  SELECT dayname(t.pickup_at) AS day, isodow(t.pickup_at) AS number, z.borough
  FROM trips t
  JOIN zones z ON z.location_id = t.pickup_location_id
)
ON borough IN ('Manhattan', 'Queens', 'Brooklyn', 'Bronx')
USING count(*)
GROUP BY number, day
ORDER BY number
