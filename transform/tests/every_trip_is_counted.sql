SELECT counted, trips
FROM (SELECT COALESCE(SUM(counts), 0) AS counted FROM {{ ref('trips_by_pickup_location') }})
CROSS JOIN (SELECT COUNT(*) AS trips FROM {{ source('lake', 'trips') }})
WHERE counted <> trips
