{{ config(materialized='external', location=env_var('DUCKBOARD_LAKE') ~ '/dashboard/my_view.parquet') }}

SELECT location_id, counts
FROM {{ ref('trips_by_pickup_location') }}
ORDER BY counts DESC, location_id
LIMIT 200
